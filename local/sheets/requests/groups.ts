import { invalidArgument } from '../google-error.ts';
import { sheetById } from '../grid-range.ts';
import type { JsonObject } from '../json.ts';
import type { DimensionGroup, DimensionRange, Sheet } from '../model.ts';
import { updateDimensionProperties } from './dimensions.ts';
import { handler } from './handler.ts';
import { requiredMask } from './mask.ts';

const listOf = (dimension: string | undefined): 'rowGroups' | 'columnGroups' =>
  dimension === 'COLUMNS' ? 'columnGroups' : 'rowGroups';

const isWithin = (inner: DimensionRange, outer: DimensionRange): boolean =>
  (inner.startIndex ?? 0) >= (outer.startIndex ?? 0) && (inner.endIndex ?? 0) <= (outer.endIndex ?? 0);

/** Depth 1 is the outermost; a group inside another lies one deeper. */
function renumberDepths(groups: DimensionGroup[]): DimensionGroup[] {
  return groups
    .toSorted(
      (a, b) =>
        (a.range.startIndex ?? 0) - (b.range.startIndex ?? 0) || (b.range.endIndex ?? 0) - (a.range.endIndex ?? 0),
    )
    .map((group, index, all) => {
      const outer = all.filter((other, at) => at < index && isWithin(group.range, other.range));
      return { ...group, depth: outer.length + 1 };
    });
}

function store(sheet: Sheet, field: 'rowGroups' | 'columnGroups', groups: DimensionGroup[]): JsonObject {
  if (groups.length === 0) delete sheet[field];
  else sheet[field] = renumberDepths(groups);
  return sheet[field] ? { dimensionGroups: structuredClone(sheet[field]) as unknown as JsonObject[] } : {};
}

interface GroupRequest {
  range?: DimensionRange;
}

export const addDimensionGroup = handler<GroupRequest>(({ spreadsheet }, { range = {} }) => {
  const sheet = sheetById(spreadsheet, range.sheetId);
  const field = listOf(range.dimension);
  const control = field === 'columnGroups' ? 'columnGroupControlAfter' : 'rowGroupControlAfter';
  sheet.properties.gridProperties[control] = true;
  const { sheetId, ...sides } = range;
  return store(sheet, field, [...(sheet[field] ?? []), { range: sheetId ? { sheetId, ...sides } : sides, depth: 1 }]);
});

export const deleteDimensionGroup = handler<GroupRequest>(({ spreadsheet }, { range = {} }) => {
  const sheet = sheetById(spreadsheet, range.sheetId);
  const field = listOf(range.dimension);
  const groups = sheet[field] ?? [];
  const isAsked = ({ range: own }: DimensionGroup): boolean =>
    own.startIndex === range.startIndex && own.endIndex === range.endIndex;
  const index = groups.findLastIndex(isAsked);
  if (index < 0) throw invalidArgument('The specified dimension group does not exist.');
  return store(sheet, field, groups.toSpliced(index, 1));
});

interface UpdateGroup {
  dimensionGroup?: Partial<DimensionGroup>;
  fields?: string;
}

/** Collapsing a group hides its rows or columns, opening it shows them again. */
export const updateDimensionGroup = handler<UpdateGroup>((change, { dimensionGroup = {}, fields }) => {
  const { range = {}, depth, collapsed = false } = dimensionGroup;
  const mask = requiredMask(fields, 'DimensionGroup');
  const sheet = sheetById(change.spreadsheet, range.sheetId);
  const field = listOf(range.dimension);
  const groups = sheet[field] ?? [];
  const index = groups.findIndex(
    (group) =>
      group.range.startIndex === range.startIndex && group.range.endIndex === range.endIndex && group.depth === depth,
  );
  const group = groups[index];
  if (!group) throw invalidArgument('The specified dimension group does not exist.');
  if (mask !== true && !('collapsed' in mask)) return undefined;
  const { collapsed: _, ...rest } = group;
  sheet[field] = groups.with(index, collapsed ? { ...rest, collapsed } : rest);
  return updateDimensionProperties(change, {
    range: range as JsonObject,
    properties: { hiddenByUser: collapsed },
    fields: 'hiddenByUser',
  });
});
