/** Which of the registered scripts a call of `npm run push` means. */
import { findUnit, type ReportingUnit } from '../../schemas/units.ts';
import type { ProjectFile } from './project-file.ts';

export const HOW_TO_REGISTER = `Make one in every workbook that has none:       npm run push -- --create
Register one that a workbook already has:       npm run push -- --register 2022:464 --script <script id>
The id stands in the script's address: in the workbook, Tiện ích mở rộng > Apps Script, then
https://script.google.com/home/projects/<script id>/edit.`;

/** All files, or those of the named units. Throws, before anything is pushed, when a named unit has none, or nobody has one. */
export function chooseFiles(
  files: readonly ProjectFile[],
  units: readonly string[] | undefined,
): readonly ProjectFile[] {
  for (const id of units ?? []) requireUnit(id);
  if (files.length === 0)
    throw new Error(`No script is registered yet, so there is nothing to push to.\n\n${HOW_TO_REGISTER}`);
  if (!units) return files;
  const missing = units.filter((id) => !files.some(({ unit }) => unit?.id === id));
  if (missing.length > 0) throw new Error(`No script is registered for ${missing.join(', ')}.\n\n${HOW_TO_REGISTER}`);
  return files.filter(({ unit }) => unit !== null && units.includes(unit.id));
}

export function requireUnit(id: string): ReportingUnit {
  const unit = findUnit(id);
  if (!unit) throw new Error(`There is no unit ${id}. Ids look like 2022:464.`);
  return unit;
}
