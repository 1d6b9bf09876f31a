/** Protected ranges: which ones are missing or differ from what the template wants. */
import type {
  Area,
  Protection,
  ProtectionState,
  Repair,
  Step,
  TabState,
  WorkbookState,
} from '../../schemas/template.ts';

/** Names are the ranges' descriptions: by them a range is found again, and people see whose it is. */
export const PROTECTION_NAMES = {
  header: 'Hệ thống: dòng tiêu đề',
  check: 'Hệ thống: cột Kiểm tra',
  tab: 'Hệ thống: cả trang',
} as const;

const ours = new Set<string>(Object.values(PROTECTION_NAMES));

/** Who may edit what is protected already. */
export function editorsOf({ tabs }: WorkbookState): readonly string[] {
  const known = tabs
    .flatMap(({ protections }) => protections)
    .find(({ name, warningOnly, editors }) => ours.has(name) && !warningOnly && editors !== null && editors.length > 0);
  return known?.editors ?? [];
}

/** Repairs for one tab; each name stands once. Other protections are people's own and stay, and so are those not `managed`. */
export function protectionRepairs(
  tab: TabState,
  wanted: readonly Protection[],
  editors: readonly string[],
  managed: ReadonlySet<string> = ours,
): readonly Repair[] {
  const names = new Set(wanted.map(({ name }) => name));
  const kept = new Set<number>();
  const repairs = wanted.flatMap((protection) => {
    const found = tab.protections.find(({ name }) => name === protection.name);
    if (found) kept.add(found.id);
    if (found && isRight(found, protection, editors, tab)) return [];
    return [repair(tab, protect(tab.sheetId, found?.id ?? null, protection, editors), protection.name)];
  });
  const left = tab.protections.filter(({ id, name }) => !kept.has(id) && (names.has(name) || managed.has(name)));
  return [...repairs, ...left.map(({ id, name }) => repair(tab, { do: 'unprotect', id }, name))];
}

const repair = (tab: TabState, step: Step, name: string): Repair => ({
  said: `Trang «${tab.title}»: đã đặt lại phần bảo vệ «${name}».`,
  steps: [step],
});

/** The protections of a new tab. */
export const newProtections = (
  sheetId: number,
  wanted: readonly Protection[],
  editors: readonly string[],
): readonly Step[] => wanted.map((protection) => protect(sheetId, null, protection, editors));

const protect = (sheetId: number, id: number | null, protection: Protection, editors: readonly string[]): Step => ({
  do: 'protect',
  sheetId,
  id,
  protection,
  editors: protection.warningOnly ? [] : editors,
});

function isRight(has: ProtectionState, wanted: Protection, editors: readonly string[], tab: TabState): boolean {
  if (has.warningOnly !== wanted.warningOnly || !sameArea(has.area, wanted.area, tab)) return false;
  if (!sameAreas(has.open, wanted.open, tab)) return false;
  // A warning has no editors, and who may not edit a range does not see its editors.
  if (wanted.warningOnly || has.editors === null) return true;
  return !has.domainUsersCanEdit && sameAddresses(has.editors, editors);
}

function sameAddresses(has: readonly string[], wanted: readonly string[]): boolean {
  const [one, other] = [has, wanted].map((list) => new Set(list.map((address) => address.toLowerCase())));
  return one?.size === other?.size && one?.isSubsetOf(other ?? new Set()) === true;
}

const sameAreas = (has: readonly Area[], wanted: readonly Area[], tab: TabState): boolean =>
  has.length === wanted.length && wanted.every((area) => has.some((other) => sameArea(other, area, tab)));

/** Google may answer an open limit with the tab's edge. */
function sameArea(has: Area, wanted: Area, tab: TabState): boolean {
  const limits = ({ startRow = 0, endRow = tab.rowCount, startColumn = 0, endColumn = tab.columnCount }: Area) =>
    [startRow, endRow, startColumn, endColumn].join(' ');
  return limits(has) === limits(wanted);
}
