/** The steps from a workbook as it is to the template: what is right is left alone, and so is all that is staff's. */
import type { Repair, Step, TabState, TabTemplate, WorkbookState, WorkbookTemplate } from '../../schemas/template.ts';
import { FORM_ROWS_SEEN, formRepairs, newForm } from './template-form.ts';
import { LIST_ROWS_SEEN, listRepairs, newList } from './template-list.ts';
import { newText, TEXT_ROWS_SEEN, textTabRepairs } from './template-text.ts';
import { cleanText } from './text.ts';

const titleKey = (title: string): string => cleanText(title).toLowerCase();

/** A copy carries its original's key, yet it is not the tab that went missing. */
const COPY = /bản sao|copy/i;

const ROWS_SEEN = { list: LIST_ROWS_SEEN, form: FORM_ROWS_SEEN, text: TEXT_ROWS_SEEN } as const;

/** How many first rows of a tab the diff looks at; 0 for tabs that are not the template's. */
export function rowsSeen(template: WorkbookTemplate, tab: { title: string; key: string | null }): number {
  const found = template.tabs.find(({ title, key }) => titleKey(title) === titleKey(tab.title) || key === tab.key);
  return found ? ROWS_SEEN[found.kind] : 0;
}

/** `isWanted` picks the tabs to be repaired; the others of the template only tell where a new tab stands. */
export function workbookRepairs(
  template: WorkbookTemplate,
  state: WorkbookState,
  editors: readonly string[],
  isWanted: (tab: TabTemplate) => boolean = () => true,
): readonly Repair[] {
  const order = state.tabs.map(({ title }) => titleKey(title));
  const ids = new Set(state.tabs.map(({ sheetId }) => sheetId));
  let index = 0;
  return template.tabs.flatMap((wanted) => {
    const tab = findTab(state, wanted, template);
    if (tab) {
      index = order.indexOf(titleKey(tab.title)) + 1;
      return isWanted(wanted) ? tabRepairs(tab, wanted, editors) : [];
    }
    if (!isWanted(wanted)) return [];
    const repair = newTab(wanted, freeId(wanted.key, ids), index, editors);
    order.splice(index, 0, titleKey(wanted.title));
    index += 1;
    return [repair];
  });
}

/** All steps of the repairs: tabs come first, because dropdowns of one tab name the cells of another. */
export function stepsOf(repairs: readonly Repair[]): readonly Step[] {
  const steps = repairs.flatMap((repair) => repair.steps);
  const isOfTabs = (step: Step) => step.do === 'add-tab' || step.do === 'rename-tab';
  return [...steps.filter(isOfTabs), ...steps.filter((step) => !isOfTabs(step))];
}

/** The tab of a workbook that was made and not yet filled: Google makes none without a tab. */
export const PLACEHOLDER_TITLE = '(đang tạo)';

/** What concerns the workbook as a whole. */
export function wholeRepairs({ locale, timeZone }: WorkbookTemplate, state: WorkbookState): readonly Repair[] {
  const repairs: Repair[] = [];
  if (state.locale !== locale || state.timeZone !== timeZone) {
    const said = 'Đã đặt lại ngôn ngữ và múi giờ của bảng tính.';
    repairs.push({ said, steps: [{ do: 'set-locale', locale, timeZone }] });
  }
  const placeholder = state.tabs.find(({ title }) => title === PLACEHOLDER_TITLE);
  if (placeholder) {
    const { sheetId } = placeholder;
    repairs.push({ said: 'Đã hoàn tất việc tạo bảng tính.', steps: [{ do: 'remove-tab', sheetId }] });
  }
  return repairs;
}

/** By title; else by key, when exactly one tab has it that is no copy and bears no other title of ours. */
function findTab(state: WorkbookState, wanted: TabTemplate, template: WorkbookTemplate): TabState | undefined {
  const titled = state.tabs.find(({ title }) => titleKey(title) === titleKey(wanted.title));
  if (titled) return titled;
  const others = new Set(template.tabs.map(({ title }) => titleKey(title)));
  const keyed = state.tabs.filter(
    ({ key, title }) => key === wanted.key && !others.has(titleKey(title)) && !COPY.test(title),
  );
  return keyed.length === 1 ? keyed[0] : undefined;
}

function tabRepairs(tab: TabState, wanted: TabTemplate, editors: readonly string[]): readonly Repair[] {
  return [...identityRepairs(tab, wanted), ...contentRepairs(tab, wanted, editors)];
}

function identityRepairs(tab: TabState, { title, key }: TabTemplate): Repair[] {
  const { sheetId } = tab;
  const repairs: Repair[] = [];
  if (titleKey(tab.title) !== titleKey(title)) {
    const steps: Step[] = [{ do: 'rename-tab', sheetId, title }];
    repairs.push({ said: `Đã đổi tên trang «${tab.title}» trở lại «${title}».`, steps });
  }
  if (tab.key === null) {
    repairs.push({ said: `Trang «${title}»: đã đánh dấu lại trang.`, steps: [{ do: 'tag-tab', sheetId, key }] });
  }
  return repairs;
}

function contentRepairs(tab: TabState, wanted: TabTemplate, editors: readonly string[]): readonly Repair[] {
  switch (wanted.kind) {
    case 'list':
      return listRepairs(tab, wanted, editors);
    case 'form':
      return formRepairs(tab, wanted, editors);
    case 'text':
      return textTabRepairs(tab, wanted, editors);
  }
}

function widthOf(tab: TabTemplate): number {
  return tab.kind === 'text' ? tab.widths.length : tab.columns.length;
}

function contentSteps(sheetId: number, wanted: TabTemplate, editors: readonly string[]): readonly Step[] {
  switch (wanted.kind) {
    case 'list':
      return newList(sheetId, wanted, editors);
    case 'form':
      return newForm(sheetId, wanted, editors);
    case 'text':
      return newText(sheetId, wanted, editors);
  }
}

function newTab(wanted: TabTemplate, sheetId: number, index: number, editors: readonly string[]): Repair {
  const { title, key, rowCount, frozenRows } = wanted;
  const columnCount = widthOf(wanted);
  const add: Step = { do: 'add-tab', sheetId, title, key, index, rowCount, columnCount, frozenRows };
  return { said: `Đã thêm trang «${title}».`, steps: [add, ...contentSteps(sheetId, wanted, editors)] };
}

const FNV_PRIME = 16_777_619;
const FNV_BASIS = 2_166_136_261;

/** An id of our own choosing, so that later steps of the same request can name the new tab. */
function freeId(key: string, taken: Set<number>): number {
  let hash = FNV_BASIS;
  for (const letter of key) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), FNV_PRIME);
  let id = hash & 0x3fffffff;
  while (taken.has(id)) id += 1;
  taken.add(id);
  return id;
}
