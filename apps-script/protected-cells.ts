/** Which cells the person at the keyboard may write: the script runs as that person, and Google refuses the others. */
import type { Block, Place } from '../schemas/workbook.ts';
import { blockOf } from './block-of.ts';
import type { ScriptProtection, ScriptSheet, ScriptSpreadsheetApp } from './google.ts';

export type MayWrite = (place: Place) => boolean;

interface Barrier {
  /** Null for the whole tab. */
  readonly area: Block | null;
  readonly holes: readonly Block[];
}

/**
 * Header rows and system cells are protected for staff: what belongs there is left to the night, which may write it. A
 * protection that only warns stops nobody.
 */
export function mayWriteOn(sheet: ScriptSheet, types: ScriptSpreadsheetApp['ProtectionType']): MayWrite {
  const barriers = [
    ...sheet
      .getProtections(types.RANGE)
      .filter(stops)
      .map((protection) => barrier(protection, false)),
    ...sheet
      .getProtections(types.SHEET)
      .filter(stops)
      .map((protection) => barrier(protection, true)),
  ];
  return (place) => !barriers.some((one) => isBehind(place, one));
}

const stops = (protection: ScriptProtection): boolean => !protection.isWarningOnly() && !protection.canEdit();

function barrier(protection: ScriptProtection, wholeTab: boolean): Barrier {
  if (!wholeTab) return { area: blockOf(protection.getRange()), holes: [] };
  return { area: null, holes: protection.getUnprotectedRanges().map(blockOf) };
}

const isBehind = (place: Place, { area, holes }: Barrier): boolean =>
  (area === null || isIn(place, area)) && !holes.some((hole) => isIn(place, hole));

const isIn = ({ row, column }: Place, { startRow, endRow, startColumn, endColumn }: Block): boolean =>
  row >= startRow && row < endRow && column >= startColumn && column < endColumn;
