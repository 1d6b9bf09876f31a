/** Whose workbook this is: by its developer metadata, or by the title that provisioning gave it. */
import { fold } from '../functions/domain/text.ts';
import type { PlainDate } from '../schemas/calendar.ts';
import { findUnit, type ReportingUnit, UNITS_2022, UNITS_2025 } from '../schemas/units.ts';

/** The beginning of a workbook's title, before ` – <unit's full name>`. */
export const WORKBOOK_TITLE = 'Tổ công nghệ số cộng đồng';

/** Null when neither says it; a copy («Bản sao của …») is nobody's, because nobody reads its figures. */
export function findWorkbookUnit(title: string, unitId: string | null, today: PlainDate): ReportingUnit | null {
  if (unitId !== null) return findUnit(unitId) ?? null;
  const wanted = fold(title);
  const named = [...UNITS_2022, ...UNITS_2025].filter(
    ({ fullName }) => fold(`${WORKBOOK_TITLE} – ${fullName}`) === wanted,
  );
  return named.find((unit) => isReporting(unit, today)) ?? named[0] ?? null;
}

/** A name may return under another list, and then the list of the day counts. */
const isReporting = ({ validFrom, validTo }: ReportingUnit, today: PlainDate): boolean =>
  validFrom <= today && (validTo === null || today <= validTo);
