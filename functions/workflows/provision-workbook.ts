/** Makes a unit's workbook, or puts right what it has lost: looks, compares, changes, until nothing is left to change. */
import type { Repair, WorkbookPeople, WorkbookState, WorkbookTemplate } from '../../schemas/template.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import { type PeriodTemplate, workbookTemplate } from '../domain/template.ts';
import { PLACEHOLDER_TITLE, rowsSeen, stepsOf, wholeRepairs, workbookRepairs } from '../domain/template-diff.ts';
import { editorsOf } from '../domain/template-protection.ts';
import { AppError } from '../errors.ts';
import type { Files, Log, Templates } from '../ports.ts';

export interface ProvisionPorts {
  readonly templates: Templates;
  readonly files: Files;
  readonly log: Log;
}

export type TemplatePorts = Pick<ProvisionPorts, 'templates' | 'log'>;

export interface ProvisionOptions {
  readonly people: WorkbookPeople;
  /** The workbook to be repaired; a new one is made when it is left out. */
  readonly workbookId?: string;
}

export interface Provisioned {
  readonly workbookId: string;
  readonly created: boolean;
  /** What was put right, in Vietnamese; empty for a new workbook, and when all was right. */
  readonly repaired: readonly string[];
}

/**
 * The whole workbook of a unit, with the tabs of these months, shared with its people. Run by a person, since a service
 * account owns no files. A second run changes nothing.
 */
export async function provisionWorkbook(
  unit: ReportingUnit,
  periods: readonly PeriodTemplate[],
  options: ProvisionOptions,
  ports: ProvisionPorts,
): Promise<Provisioned> {
  const provisioned = await provisionTemplate(workbookTemplate(unit, periods), options, ports);
  const { created, repaired } = provisioned;
  ports.log('INFO', 'workbook provisioned', { unit: unit.id, created, repaired: repaired.length });
  return provisioned;
}

/** What a workbook needs beyond its template, from more of its rows than the template looks at. */
export interface BeyondTemplate {
  readonly repairs: (state: WorkbookState) => readonly Repair[];
  readonly rowsSeen: number;
}

/** The workbook of any template, shared with its people. */
export async function provisionTemplate(
  template: WorkbookTemplate,
  { people, workbookId: existing }: ProvisionOptions,
  ports: ProvisionPorts,
  beyond: BeyondTemplate = { repairs: () => [], rowsSeen: 0 },
): Promise<Provisioned> {
  const workbookId = existing ?? (await create(template, ports.templates));
  const writers = await ports.files.writers(workbookId);
  const editors = editorAddresses(people, writers);
  const wanted = (state: WorkbookState) => [
    ...workbookRepairs(template, state, editors),
    ...wholeRepairs(template, state),
    ...beyond.repairs(state),
  ];
  const repaired = await settle(workbookId, template, wanted, ports, beyond.rowsSeen);
  const shared = await share(workbookId, people, writers, ports.files);
  return { workbookId, created: !existing, repaired: existing ? [...repaired, ...shared] : [] };
}

/**
 * The tabs of these months alone, as the nightly run opens them. The editors of the new protections are those of the
 * workbook's older ones, so that no addresses are needed.
 */
export async function openPeriodTabs(
  workbookId: string,
  unit: ReportingUnit,
  periods: readonly PeriodTemplate[],
  ports: TemplatePorts,
): Promise<readonly string[]> {
  const template = workbookTemplate(unit, periods);
  const wanted = (state: WorkbookState) =>
    workbookRepairs(template, state, editorsOf(state), ({ period }) => period !== null);
  const repaired = await settle(workbookId, template, wanted, ports);
  ports.log('INFO', 'month tabs opened', { unit: unit.id, repaired: repaired.length });
  return repaired;
}

type Writers = Awaited<ReturnType<Files['writers']>>;

/** Google always counts the file's owner among the editors, whatever is asked for. */
function editorAddresses({ owner, serviceAccount }: WorkbookPeople, writers: Writers): readonly string[] {
  const owners = [...writers].flatMap(([address, role]) => (role === 'owner' ? [address] : []));
  return [...new Set([owner, serviceAccount, ...owners].map((address) => address.toLowerCase()))];
}

function create({ title, locale, timeZone }: WorkbookTemplate, templates: Templates): Promise<string> {
  return templates.create(title, PLACEHOLDER_TITLE, locale, timeZone);
}

/** A new column or row moves what lies beyond it, and a write may be lost: then it is looked at again. */
const MAX_PASSES = 8;

/** Returns what was put right, once a look finds nothing more to do. */
async function settle(
  workbookId: string,
  template: WorkbookTemplate,
  wanted: (state: WorkbookState) => readonly Repair[],
  { templates }: TemplatePorts,
  moreRows = 0,
): Promise<readonly string[]> {
  const said = new Set<string>();
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const state = await templates.inspect(workbookId, (tab) => Math.max(moreRows, rowsSeen(template, tab)));
    const repairs = wanted(state);
    if (repairs.length === 0) return [...said];
    for (const repair of repairs) said.add(repair.said);
    await applyOrLookAgain(workbookId, repairs, templates);
  }
  const left = [...said].slice(-3).join(' ');
  throw new AppError('unavailable', `Workbook ${workbookId} was not as wanted after ${MAX_PASSES} passes: ${left}`);
}

/** A write whose answer was lost may have been applied: adding its tabs again would fail, looking again tells. */
async function applyOrLookAgain(workbookId: string, repairs: readonly Repair[], templates: Templates): Promise<void> {
  try {
    await templates.apply(workbookId, stepsOf(repairs));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unavailable') throw error;
  }
}

/** Only adds: whoever was let in by hand stays. */
async function share(
  workbookId: string,
  people: WorkbookPeople,
  writers: Writers,
  files: Files,
): Promise<readonly string[]> {
  const missing = [people.serviceAccount, ...people.staff].filter((address) => !writers.has(address.toLowerCase()));
  for (const address of missing) await files.share(workbookId, address);
  return missing.length === 0 ? [] : [`Đã chia sẻ lại bảng tính cho ${missing.length} tài khoản.`];
}
