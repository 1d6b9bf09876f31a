/** What provisioning records of a unit and its workbook. */
import type { UnitDocument } from '../../../schemas/documents.ts';
import { findUnit, type ReportingUnit } from '../../../schemas/units.ts';

/** By its path in the store. `workbookId`: null where there is no workbook yet. */
export function unitDocument(id: string, workbookId: string | null): [path: string, document: UnitDocument] {
  const { name, fullName, validFrom, validTo } = findUnit(id) as ReportingUnit;
  const none = { successors: [], mailTo: [], notified: null, keptOpen: [] };
  return [`units/${id}`, { unit: id, name, fullName, validFrom, validTo, workbookId, ...none } as UnitDocument];
}
