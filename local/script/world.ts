/** What the imitated services share while one function of a script runs. */
import type { ScriptSheet } from '../../apps-script/google.ts';
import type { GridRange } from '../sheets/model.ts';
import type { ScriptSession } from '../sheets/sheets-server.ts';

/** A place that the person looks at. */
export interface ActivePlace {
  readonly sheetId: number;
  readonly range: GridRange;
}

export interface ScriptWorld {
  /** The workbook as it is now: it is another one after the script has waited for an answer. */
  readonly session: () => ScriptSession;
  readonly sheet: (sheetId: number) => ScriptSheet;
  readonly activate: (place: ActivePlace) => void;
}
