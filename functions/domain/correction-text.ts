/** What a correction changed, in words: for the mail, and for the form of the month. */
import type { Difference, SnapshotDocument } from '../../schemas/documents.ts';
import { formatNumber } from './cells/figures.ts';
import { findPersonalData } from './personal-data.ts';

/** As much as fits a cell; the mail has more, the snapshot all. */
const MAX_CHANGES = 12;
const MAX_LENGTH = 1_000;

function shown(value: Difference['before']): string {
  if (value === null) return 'không có';
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  return typeof value === 'number' ? formatNumber(value) : value;
}

/** The field, and «40 → 52»; no second part for a row that is only other. */
export function changeOf({ field, before, after }: Difference): readonly [field: string, change: string] {
  return before === null && after === null ? [field, ''] : [field, `${shown(before)} → ${shown(after)}`];
}

/** The Department's reason, unless it holds somebody's number. */
export const shownReason = (reason: string | null): string | null =>
  reason === null || reason === '' || findPersonalData(reason, null).length > 0 ? null : reason;

/** «Đính chính lần 1 (lý do: …): Số lượt người: 40 → 52; …». Null for the first version, which corrects nothing. */
export function correctionText({
  version,
  reason,
  diff,
}: Pick<SnapshotDocument, 'version' | 'reason' | 'diff'>): string | null {
  if (version === 1) return null;
  const why = shownReason(reason);
  const lead = `Đính chính lần ${version - 1}${why === null ? '' : ` (lý do: ${why})`}`;
  const changes = diff.slice(0, MAX_CHANGES).map((one) => changeOf(one).filter(Boolean).join(': '));
  const rest = diff.length - changes.length;
  const what = diff.length === 0 ? 'không có số liệu nào thay đổi' : changes.join('; ');
  const text = `${lead}: ${what}${rest > 0 ? `; và ${rest} thay đổi khác` : ''}.`;
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 1)}…`;
}
