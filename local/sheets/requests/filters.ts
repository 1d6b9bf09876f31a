import { guard } from '../change.ts';
import { writeMasked } from '../field-mask.ts';
import { invalidArgument } from '../google-error.ts';
import { rectIn, sheetById, stored } from '../grid-range.ts';
import type { JsonObject } from '../json.ts';
import type { GridRange, Sheet, Spreadsheet } from '../model.ts';
import { freshId } from '../new-spreadsheet.ts';
import { handler } from './handler.ts';
import { requiredMask } from './mask.ts';
import { wholeRange } from './tabs.ts';

interface SetBasicFilter {
  filter?: JsonObject & { range?: JsonObject };
}

export const setBasicFilter = handler<SetBasicFilter>((change, { filter = {} }) => {
  const range = (filter.range ?? {}) as GridRange;
  const sheet = sheetById(change.spreadsheet, range.sheetId);
  guard(change, sheet, rectIn(sheet, range));
  sheet.basicFilter = { ...filter, range: wholeRange(sheet, stored(range)) as JsonObject };
});

export const clearBasicFilter = handler<{ sheetId?: number }>(({ spreadsheet }, { sheetId }) => {
  delete sheetById(spreadsheet, sheetId).basicFilter;
});

interface FilterViewRequest {
  filter?: JsonObject;
  fields?: string;
}

export const addFilterView = handler<FilterViewRequest>(({ spreadsheet }, { filter = {} }) => {
  const range = (filter.range ?? {}) as GridRange;
  const sheet = sheetById(spreadsheet, range.sheetId);
  const view: JsonObject = {
    ...filter,
    filterViewId: (filter.filterViewId as number | undefined) ?? freshId(new Set()),
    range: wholeRange(sheet, stored(range)) as JsonObject,
  };
  sheet.filterViews = [...(sheet.filterViews ?? []), view];
  return { filter: structuredClone(view) };
});

function findView({ sheets }: Spreadsheet, id: unknown): { sheet: Sheet; views: JsonObject[]; index: number } {
  for (const sheet of sheets) {
    const views = sheet.filterViews ?? [];
    const index = views.findIndex(({ filterViewId }) => filterViewId === id);
    if (index >= 0) return { sheet, views, index };
  }
  throw invalidArgument(`No filter view with id: ${id}`);
}

export const duplicateFilterView = handler<{ filterId?: number }>(({ spreadsheet }, { filterId }) => {
  const { sheet, views, index } = findView(spreadsheet, filterId);
  const source = views[index] ?? {};
  const view = { ...source, filterViewId: freshId(new Set()), title: `Copy of ${source.title}` };
  sheet.filterViews = [...views, view];
  return { filter: structuredClone(view) };
});

export const updateFilterView = handler<FilterViewRequest>(({ spreadsheet }, { filter = {}, fields }) => {
  const { sheet, views, index } = findView(spreadsheet, filter.filterViewId);
  const old = views[index] ?? {};
  const fresh = { ...writeMasked(old, filter, requiredMask(fields, 'FilterView')), filterViewId: old.filterViewId };
  sheet.filterViews = views.with(index, fresh);
});

export const deleteFilterView = handler<{ filterId?: number }>(({ spreadsheet }, { filterId }) => {
  const { sheet, views, index } = findView(spreadsheet, filterId);
  const left = views.toSpliced(index, 1);
  if (left.length > 0) sheet.filterViews = left;
  else delete sheet.filterViews;
});
