import { parseCells } from '../a1.ts';
import { writeMasked } from '../field-mask.ts';
import { invalidArgument } from '../google-error.ts';
import { rangeOf, rectIn, sheetById } from '../grid-range.ts';
import type { JsonObject } from '../json.ts';
import type { GridRange, NamedRange, Spreadsheet } from '../model.ts';
import { freshId } from '../new-spreadsheet.ts';
import { handler } from './handler.ts';
import { requiredMask } from './mask.ts';

const NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;

function assertName({ namedRanges }: Spreadsheet, name: string, except?: NamedRange): void {
  if (!NAME.test(name) || parseCells(name)) throw invalidArgument(`Invalid named range name: "${name}".`);
  const isTaken = namedRanges?.some((other) => other !== except && other.name.toLowerCase() === name.toLowerCase());
  if (isTaken) throw invalidArgument(`A named range with the name "${name}" already exists.`);
}

function bounded(spreadsheet: Spreadsheet, range: GridRange): GridRange {
  const sheet = sheetById(spreadsheet, range.sheetId);
  return rangeOf(sheet, rectIn(sheet, range));
}

function namedRangeById({ namedRanges }: Spreadsheet, id: string | undefined): NamedRange {
  const found = namedRanges?.find(({ namedRangeId }) => namedRangeId === id);
  if (!found) throw invalidArgument(`No named range with id: ${id}`);
  return found;
}

interface NamedRangeRequest {
  namedRange?: Partial<NamedRange>;
  fields?: string;
}

export const addNamedRange = handler<NamedRangeRequest>(({ spreadsheet }, { namedRange = {} }) => {
  const { name = '', namedRangeId = String(freshId(new Set())), range = {} } = namedRange;
  assertName(spreadsheet, name);
  const added = { namedRangeId, name, range: bounded(spreadsheet, range) };
  spreadsheet.namedRanges = [...(spreadsheet.namedRanges ?? []), added];
  return { namedRange: structuredClone(added) as unknown as JsonObject };
});

export const updateNamedRange = handler<NamedRangeRequest>(({ spreadsheet }, { namedRange = {}, fields }) => {
  const old = namedRangeById(spreadsheet, namedRange.namedRangeId);
  const written = writeMasked(
    old as unknown as JsonObject,
    namedRange as JsonObject,
    requiredMask(fields, 'NamedRange'),
  );
  const { name = '', range = {} } = written as unknown as Partial<NamedRange>;
  assertName(spreadsheet, name, old);
  old.name = name;
  old.range = bounded(spreadsheet, range);
});

export const deleteNamedRange = handler<{ namedRangeId?: string }>(({ spreadsheet }, { namedRangeId }) => {
  const gone = namedRangeById(spreadsheet, namedRangeId);
  const left = (spreadsheet.namedRanges ?? []).filter((other) => other !== gone);
  if (left.length > 0) spreadsheet.namedRanges = left;
  else delete spreadsheet.namedRanges;
});
