/** What the imitated services share while one function of a script runs. */
import type { ScriptSheet } from '../../apps-script/google.ts';
import type { GridRange, Sheet } from '../sheets/model.ts';
import type { ScriptSession } from '../sheets/sheets-server.ts';

/** A place that the person looks at. */
export interface ActivePlace {
  readonly sheetId: number;
  readonly range: GridRange;
}

export interface ScriptWorld {
  readonly session: ScriptSession;
  readonly sheet: (sheet: Sheet) => ScriptSheet;
  readonly activate: (place: ActivePlace) => void;
}
