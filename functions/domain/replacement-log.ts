/** `Nhật ký sửa giúp`: what was written at staff's asking, from what to what, and what was not written and why. */
import { formatDate, type PlainDate } from '../../schemas/calendar.ts';
import { LOG_COLUMNS, MAX_LOG_LINES } from '../../schemas/results.ts';
import { fieldOf, SYSTEM_TABS } from '../../schemas/tabs.ts';
import type { CellChange, CellValue, Workbook } from '../../schemas/workbook.ts';
import { neutralise, renderRaw } from './message.ts';
import type { Replacement, Requested } from './requested-replacements.ts';
import { lineCell, type ResultLine, rowsText } from './result-lines.ts';
import type { Slipped } from './slipped-replacements.ts';

const OUTCOMES = {
  written: 'Đã sửa theo đánh dấu ở trang «Kết quả kiểm tra».',
  refused: 'Chưa sửa: ô hoặc dòng này đã thay đổi sau lần kiểm tra trước, hoặc ô vừa được sửa theo dòng khác.',
  restored: 'Dòng vừa chuyển chỗ nên ghi nhầm ô khác; ô đó đã được trả lại như cũ, hệ thống sẽ sửa lại đúng dòng.',
  unsure: 'Dòng vừa chuyển chỗ, có thể đã ghi nhầm ô ở dòng này. Vui lòng xem lịch sử chỉnh sửa của ô.',
} as const;

/** Names and phones are in the history of the cell itself, for those who may see it. Law 91/2025/QH15. */
const NOT_SHOWN = '(không hiện)';

type LogLine = readonly CellValue[];

function lineOf(day: string, replacement: Replacement, outcome: keyof typeof OUTCOMES): LogLine {
  const { problem, row, before, after } = replacement;
  const field = fieldOf(problem.tab, problem.column);
  const shown = (value: CellValue) => (field?.personal ? NOT_SHOWN : renderRaw(value, field?.cell.kind));
  const place = [problem.title, rowsText({ row: row + 1 }), field?.header ?? ''];
  return [day, ...place, shown(before), shown(after), OUTCOMES[outcome]].map(neutralise);
}

/** A line that was ticked knows no more than it says; what it says is safe already. */
function refusedLine(day: string, line: ResultLine): LogLine {
  const cells = (['tab', 'row', 'column', 'value', 'suggestion'] as const).map((key) => lineCell(line, key) ?? '');
  return [day, ...cells, OUTCOMES.refused];
}

/** The newest on top, at most {@link MAX_LOG_LINES}. Fixed cells, so that writing twice is writing once. */
export function logChanges(
  workbook: Workbook,
  { replacements, refused }: Requested,
  slipped: readonly Slipped[],
  today: PlainDate,
): readonly CellChange[] {
  const tab = workbook.tabs.find(({ title }) => title === SYSTEM_TABS.log);
  const day = formatDate(today);
  const lines = [
    ...slipped.map(({ replacement, undo }) => lineOf(day, replacement, undo ? 'restored' : 'unsure')),
    ...replacements.map((replacement) => lineOf(day, replacement, 'written')),
    ...refused.map((line) => refusedLine(day, line)),
  ];
  if (!tab || lines.length === 0) return [];
  const wanted = [...lines, ...tab.values.slice(1)].slice(0, MAX_LOG_LINES);
  return wanted.flatMap((line, at) =>
    LOG_COLUMNS.flatMap((_, column): CellChange[] => {
      const value = line[column] || null;
      const row = at + 1;
      return (tab.values[row]?.[column] ?? null) === value ? [] : [{ sheetId: tab.sheetId, row, column, value }];
    }),
  );
}
