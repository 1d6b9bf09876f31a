import { guard } from '../change.ts';
import { maskWithColours, withColours } from '../colours.ts';
import { writeMasked } from '../field-mask.ts';
import { invalidArgument } from '../google-error.ts';
import { locate, stored } from '../grid-range.ts';
import type { JsonObject } from '../json.ts';
import type { GridRange, Spreadsheet } from '../model.ts';
import { freshId } from '../new-spreadsheet.ts';
import { handler } from './handler.ts';
import { requiredMask } from './mask.ts';

interface BandingRequest {
  bandedRange?: JsonObject;
  fields?: string;
}

export const addBanding = handler<BandingRequest>((change, { bandedRange = {} }) => {
  const range = (bandedRange.range ?? {}) as GridRange;
  const { sheet, rect } = locate(change.spreadsheet, range);
  guard(change, sheet, rect);
  const banding: JsonObject = {
    ...withColours(bandedRange),
    bandedRangeId: (bandedRange.bandedRangeId as number | undefined) ?? freshId(new Set()),
    range: stored(range) as JsonObject,
  };
  sheet.bandedRanges = [...(sheet.bandedRanges ?? []), banding];
  return { bandedRange: structuredClone(banding) };
});

function findBanding({ sheets }: Spreadsheet, id: unknown) {
  for (const sheet of sheets) {
    const list = sheet.bandedRanges ?? [];
    const index = list.findIndex(({ bandedRangeId }) => bandedRangeId === id);
    if (index >= 0) return { sheet, list, index };
  }
  throw invalidArgument(`No banded range with id: ${id}`);
}

export const updateBanding = handler<BandingRequest>(({ spreadsheet }, { bandedRange = {}, fields }) => {
  const { sheet, list, index } = findBanding(spreadsheet, bandedRange.bandedRangeId);
  const mask = maskWithColours(requiredMask(fields, 'BandedRange'));
  const old = list[index] ?? {};
  sheet.bandedRanges = list.with(index, {
    ...writeMasked(old, withColours(bandedRange), mask),
    bandedRangeId: old.bandedRangeId,
  });
});

export const deleteBanding = handler<{ bandedRangeId?: number }>(({ spreadsheet }, { bandedRangeId }) => {
  const { sheet, list, index } = findBanding(spreadsheet, bandedRangeId);
  const left = list.toSpliced(index, 1);
  if (left.length > 0) sheet.bandedRanges = left;
  else delete sheet.bandedRanges;
});
