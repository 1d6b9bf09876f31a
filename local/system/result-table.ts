/** The table that `--once` prints: one line a district and open month. */

interface RowCounts {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
}

export interface ResultUnit {
  readonly unit: string;
  readonly outcome: string;
  readonly periods: readonly {
    readonly period: string;
    readonly counts: { readonly teams: RowCounts; readonly members: RowCounts; readonly activities: RowCounts };
    readonly problems: Readonly<Record<'error' | 'warning' | 'finding' | 'info', number>>;
  }[];
  readonly error?: { readonly message: string };
}

const OUTCOMES: Readonly<Record<string, string>> = {
  checked: 'đã kiểm tra',
  unchanged: 'không đổi',
  failed: 'THẤT BẠI',
};
const HEADER = ['Đơn vị', 'Kỳ', 'Kết quả', 'Dòng đọc', 'Nhận', 'Loại', 'Lỗi', 'Cần xem', 'Chưa đúng KH', 'Thông tin'];
/** Texts stand left, figures right. */
const TEXT_COLUMNS = 3;

const sum = (counts: readonly RowCounts[], key: keyof RowCounts): number =>
  counts.reduce((total, one) => total + one[key], 0);

function linesOf(result: ResultUnit, nameOf: (unit: string) => string): string[][] {
  const name = nameOf(result.unit);
  const outcome = OUTCOMES[result.outcome] ?? result.outcome;
  if (result.periods.length === 0) return [[name, '', `${outcome}: ${result.error?.message ?? 'không có kỳ mở'}`]];
  return result.periods.map(({ period, counts, problems }) => {
    const tabs = [counts.teams, counts.members, counts.activities];
    const rows = [sum(tabs, 'read'), sum(tabs, 'accepted'), sum(tabs, 'rejected')];
    const found = [problems.error, problems.warning, problems.finding, problems.info];
    return [name, period, outcome, ...[...rows, ...found].map(String)];
  });
}

/** Plain text, columns padded, one line a unit and month. */
export function resultTable(results: readonly ResultUnit[], nameOf: (unit: string) => string): string {
  const lines = [HEADER, ...results.flatMap((result) => linesOf(result, nameOf))];
  const widths = HEADER.map((_, column) =>
    Math.max(...lines.filter(isWhole).map((line) => [...(line[column] ?? '')].length)),
  );
  const pad = (text: string, column: number): string => {
    const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - [...text].length));
    return column < TEXT_COLUMNS ? text + space : space + text;
  };
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const [header, ...rows] = lines.map((line) => line.map(pad).join('  ').trimEnd());
  return [header, rule, ...rows].join('\n');
}

const isWhole = (line: readonly string[]): boolean => line.length === HEADER.length;
