/**
 * Values that a server invents, and that differ from the recorded ones for that reason alone: ids, and the address of the
 * account that calls. They are learned by laying an answer beside the recorded one.
 */
import { isObject, type Json, type JsonObject } from '../json.ts';

/** Fields that hold an invented id, and the kind of thing that it names. */
const KINDS: Readonly<Record<string, string>> = {
  spreadsheetId: 'spreadsheet',
  destinationSpreadsheetId: 'spreadsheet',
  sheetId: 'sheet',
  sourceSheetId: 'sheet',
  newSheetId: 'sheet',
  namedRangeId: 'named range',
  protectedRangeId: 'protected range',
  metadataId: 'metadata',
  chartId: 'chart',
  objectId: 'chart',
  bandedRangeId: 'banded range',
  filterViewId: 'filter view',
  filterId: 'filter view',
};

export class Invented {
  readonly #caller: string;
  readonly #known = new Map<string, Json>();
  #recordedCaller: string | null = null;

  /** `caller` is the address that the server under test knows us by. */
  constructor(caller: string) {
    this.#caller = caller;
  }

  note(kind: string, recorded: Json, actual: Json): void {
    const key = `${kind} ${recorded}`;
    if (!this.#known.has(key)) this.#known.set(key, actual);
  }

  learn(recorded: Json | undefined, actual: Json | undefined): void {
    if (typeof recorded === 'string' && actual === this.#caller) this.#recordedCaller ??= recorded;
    if (Array.isArray(recorded) && Array.isArray(actual)) {
      for (const [index, item] of recorded.entries()) this.learn(item, actual[index]);
    } else if (isObject(recorded) && isObject(actual)) {
      for (const field of Object.keys(recorded)) this.#learnField(field, recorded[field], actual[field]);
    }
  }

  #learnField(field: string, recorded: Json | undefined, actual: Json | undefined): void {
    const kind = KINDS[field];
    const isId = (value: Json | undefined): value is string | number => /^(string|number)$/.test(typeof value);
    if (kind !== undefined && isId(recorded) && isId(actual)) this.note(kind, recorded, actual);
    else this.learn(recorded, actual);
  }

  /** A copy of what was recorded, with the values that the server under test has in their place. */
  translate(value: Json): Json {
    if (typeof value === 'string' && value === this.#recordedCaller) return this.#caller;
    if (Array.isArray(value)) return value.map((item) => this.translate(item));
    if (!isObject(value)) return value;
    const copy: JsonObject = {};
    for (const [field, inner] of Object.entries(value)) {
      const kind = KINDS[field];
      const known = kind === undefined || isObject(inner) ? undefined : this.#known.get(`${kind} ${inner}`);
      copy[field] = known ?? (inner === undefined ? undefined : this.translate(inner));
    }
    return copy;
  }
}
