/** Makes a unit's workbook, or puts right what it has lost: looks, compares, changes, until nothing is left to change. */
import type { Repair, WorkbookPeople, WorkbookState, WorkbookTemplate } from '../../schemas/template.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import { type PeriodTemplate, workbookTemplate } from '../domain/template.ts';
import { PLACEHOLDER_TITLE, rowsSeen, wholeRepairs, workbookRepairs } from '../domain/template-diff.ts';
import { editorsOf } from '../domain/template-protection.ts';
import type { Files, Log, Templates } from '../ports.ts';
import { type RowsSeen, settleShape } from './settle-shape.ts';

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
  const seen: RowsSeen = (tab) => Math.max(beyond.rowsSeen, rowsSeen(template, tab));
  const repaired = await settleShape(workbookId, seen, wanted, ports);
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
  const repaired = await settleShape(workbookId, (tab) => rowsSeen(template, tab), wanted, ports);
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
