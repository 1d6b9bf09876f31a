/** Makes or repairs the workbooks of many units and notes in the store where each one is. */
import { unitPath } from '../../schemas/document-paths.ts';
import type { UnitDocument } from '../../schemas/documents.ts';
import type { WorkbookPeople } from '../../schemas/template.ts';
import { type ReportingUnit, SUCCESSORS_2025 } from '../../schemas/units.ts';
import type { PeriodTemplate } from '../domain/template.ts';
import type { Store, StoredDocument } from '../ports.ts';
import { type Provisioned, type ProvisionPorts, provisionWorkbook } from './provision-workbook.ts';
import { saveChanged } from './save-changed.ts';

export interface ProvisionUnitsRequest {
  readonly units: readonly ReportingUnit[];
  readonly periods: readonly PeriodTemplate[];
  readonly peopleOf: (unit: ReportingUnit) => WorkbookPeople;
}

export interface ProvisionedUnit extends Provisioned {
  readonly unit: ReportingUnit;
}

/** What is known of a unit for good; addresses that were entered before stay. */
function unitDocument(unit: ReportingUnit, workbookId: string | null, before: UnitDocument | undefined): UnitDocument {
  const { id, name, fullName, validFrom, validTo, communes } = unit;
  const successors = communes.flatMap(({ code }) => SUCCESSORS_2025[code] ?? []).map((code) => `2025:${code}`);
  return {
    unit: id,
    name,
    fullName,
    validFrom,
    validTo,
    successors: [...new Set(id.startsWith('2022:') ? successors : [])].sort(),
    workbookId,
    mailTo: before?.mailTo ?? [],
    notified: before?.notified ?? null,
    ...(before?.told ? { told: before.told } : {}),
    keptOpen: before?.keptOpen ?? [],
  };
}

/**
 * One unit after the other; each is noted before the next begins, so that a run that died goes on where it stopped. A
 * unit without communes gets no workbook: it has nobody who could set up a team.
 */
export async function provisionUnits(
  { units, periods, peopleOf }: ProvisionUnitsRequest,
  ports: ProvisionPorts & { readonly store: Store },
  onUnit: (result: ProvisionedUnit) => Promise<void> | void = () => {},
): Promise<readonly ProvisionedUnit[]> {
  const paths = units.map(({ id }) => unitPath(id));
  const stored = (await ports.store.get(paths)) as ReadonlyMap<string, UnitDocument>;
  const results: ProvisionedUnit[] = [];
  for (const unit of units) {
    const before = stored.get(unitPath(unit.id));
    const save = (workbookId: string | null) => saveUnit(unitDocument(unit, workbookId, before), ports.store);
    if (unit.communes.length === 0) {
      await save(null);
      continue;
    }
    const known = before?.workbookId ? { workbookId: before.workbookId } : {};
    const result = await provisionWorkbook(unit, periods, { people: peopleOf(unit), ...known }, ports);
    await save(result.workbookId);
    results.push({ ...result, unit });
    await onUnit({ ...result, unit });
  }
  return results;
}

async function saveUnit(document: UnitDocument, store: Store): Promise<void> {
  await saveChanged(store, new Map<string, StoredDocument>([[unitPath(document.unit), document]]));
}
