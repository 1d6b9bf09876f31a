/** `Tiến độ nộp`: district × month, how each report stands, coloured; and of the current month how late it is and why. */
import { formatInstant, type PlainDate } from '../../schemas/calendar.ts';
import { PROGRESS_COLUMNS, SUMMARY_LAYOUT } from '../../schemas/province/tabs.ts';
import type { UnitSummary } from '../../schemas/summary.ts';
import { type CellChange, type CellValue, placeKey, placeOf, type Tab } from '../../schemas/workbook.ts';
import { daysLate } from './deadline.ts';
import type { OpenPeriod } from './period.ts';
import { lockStateOf } from './standing.ts';
import { daysOverdue, isUnsent, statusText, untilText } from './status-text.ts';
import { shortMonth } from './summary-figures.ts';
import { heading, type ProvinceView, type Rows, type ShownMonth, unitName } from './summary-tabs.ts';

/** Light enough to read black on; the same meaning everywhere: green in time, yellow changed, orange late, red missing. */
export const PROGRESS_FILLS = {
  onTime: '#d9ead3',
  edited: '#fff2cc',
  late: '#fce5cd',
  missing: '#f4cccc',
  notApplicable: '#efefef',
} as const;

const OURS: ReadonlySet<string> = new Set(Object.values(PROGRESS_FILLS));

/** The colour of a report's cell; null while there is nothing to say. */
export function fillOf(unit: UnitSummary, month: OpenPeriod, today: PlainDate): string | null {
  switch (unit.status) {
    case 'submitted':
    case 'nil':
      return PROGRESS_FILLS.onTime;
    case 'submitted-edited':
      return PROGRESS_FILLS.edited;
    case 'late':
      return PROGRESS_FILLS.late;
    case 'not-applicable':
      return PROGRESS_FILLS.notApplicable;
    case 'not-started':
    case 'in-progress':
    case 'has-errors':
      return daysOverdue(unit, month, today) > 0 ? PROGRESS_FILLS.missing : null;
  }
}

/** Calendar days after due: of what came late, and of what has not come. Null where nothing is late. */
function lateDays(unit: UnitSummary, month: OpenPeriod, today: PlainDate): number | null {
  const sentAt = unit.firstValidAt ?? unit.submittedAt;
  const days = sentAt === null ? daysOverdue(unit, month, today) : daysLate(sentAt, month.period);
  return days > 0 ? days : null;
}

/** Why the Department gave more time, in its own words. */
function openingReason({ openings }: UnitSummary): string {
  const reasons = openings.flatMap(({ reason }) => reason ?? []);
  if (reasons.length > 0) return ` (lý do: ${reasons.join('; ')})`;
  return openings.length > 0 ? ' (lý do có số điện thoại, không ghi ở đây)' : '';
}

/** Until when a month is open beyond its lock, and why. */
function moreTimeOf(unit: UnitSummary): readonly string[] {
  const { extendedUntil } = unit;
  const lock = lockStateOf(unit);
  if (extendedUntil === null || lock === 'open' || lock === 'locked') return [];
  return [`${lock === 'reopened' ? 'mở lại' : 'gia hạn'} đến ${untilText(extendedUntil)}${openingReason(unit)}`];
}

/** Why a report stands where it does: what the figures tell, and what the Department said. */
function reasonsOf(unit: UnitSummary): readonly string[] {
  const { status, problems, counts, submittedAt, firstValidAt } = unit;
  if (status === 'not-applicable') return [];
  const moreTime = moreTimeOf(unit);
  if (!isUnsent(unit)) {
    const changed = submittedAt !== null && firstValidAt !== null && submittedAt !== firstValidAt;
    return [
      ...(firstValidAt === null ? [] : [`nhận lúc ${formatInstant(firstValidAt)}`]),
      ...(changed ? [`thay đổi gần nhất ${formatInstant(submittedAt)}`] : []),
      ...moreTime,
    ];
  }
  const errors = problems?.error ?? 0;
  return [
    ...(counts === null || counts.activities.read > 0 ? [] : ['chưa có dòng hoạt động']),
    ...(errors > 0 ? [`${errors} lỗi cần sửa`] : []),
    ...(counts !== null && counts.activities.read > 0 && errors === 0 ? ['không còn lỗi, chưa gửi'] : []),
    ...moreTime,
  ];
}

function sentence(parts: readonly string[]): string | null {
  const text = parts.join('; ');
  return text === '' ? null : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Every unit of the months shown, in the order of their ids. */
function unitsOf(months: readonly ShownMonth[]): readonly string[] {
  const ids = months.flatMap(({ summary }) => summary?.units.map(({ unit }) => unit) ?? []);
  return [...new Set(ids)].sort();
}

const lineOf = ({ summary }: ShownMonth, id: string): UnitSummary | undefined =>
  summary?.units.find(({ unit }) => unit === id);

/** How many of the month's reports have come. */
function together({ summary }: ShownMonth): string | null {
  return summary === null ? null : `${summary.coverage.submitted}/${summary.coverage.expected} đã nộp`;
}

/** Another month of the unit that is open beyond its lock has its reason too, with its name. */
function otherMonths(id: string, { current, months }: ProvinceView): readonly string[] {
  return months
    .filter(({ month }) => month.period !== current.month.period)
    .flatMap((shown) => {
      const unit = lineOf(shown, id);
      return unit ? moreTimeOf(unit).map((text) => `tháng ${shortMonth(shown.month.period)} ${text}`) : [];
    });
}

export function progressRows(view: ProvinceView): Rows {
  const { current, months, today } = view;
  const month = shortMonth(current.month.period);
  const headers = PROGRESS_COLUMNS.map((header, column) => (column === 0 ? header : `${header}, tháng ${month}`));
  return [
    ...heading(current),
    [...headers, ...months.map((shown) => shortMonth(shown.month.period))],
    ...unitsOf(months).map((id) => {
      const now = lineOf(current, id);
      return [
        unitName(id),
        now ? lateDays(now, current.month, today) : null,
        sentence([...(now ? reasonsOf(now) : []), ...otherMonths(id, view)]),
        ...months.map((shown): CellValue => {
          const unit = lineOf(shown, id);
          return unit ? statusText(unit, shown.month, today) : null;
        }),
      ];
    }),
    ['Cả tỉnh', null, null, ...months.map(together)],
  ];
}

/** The colours that differ; a colour that is none of ours is somebody's own and stays. */
export function progressFills(tab: Tab, { months, today }: ProvinceView): readonly CellChange[] {
  const wanted = new Map<number, string>();
  unitsOf(months).forEach((id, index) => {
    months.forEach((shown, column) => {
      const unit = lineOf(shown, id);
      const fill = unit ? fillOf(unit, shown.month, today) : null;
      const key = placeKey(SUMMARY_LAYOUT.firstRow + index, PROGRESS_COLUMNS.length + column);
      if (fill !== null) wanted.set(key, fill);
    });
  });
  const ours = [...tab.fills].filter(([, fill]) => OURS.has(fill)).map(([key]) => key);
  return [...new Set([...ours, ...wanted.keys()])].flatMap((key) => {
    const has = tab.fills.get(key);
    const fill = wanted.get(key) ?? null;
    if ((has ?? null) === fill || (has !== undefined && !OURS.has(has))) return [];
    return [{ sheetId: tab.sheetId, ...placeOf(key), fill }];
  });
}
