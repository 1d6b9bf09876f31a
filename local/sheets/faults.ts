/**
 * Google's bad days, on request: refusals, lost answers, slowness, and people who edit while a program works.
 * The same seed and the same sequence of requests meet the same faults.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { applyBatch } from './batch-update.ts';
import { type Answer, type Call, changeWorkbook, type Route, readWorkbook } from './call.ts';
import { GoogleError } from './google-error.ts';
import { isObject, type JsonObject } from './json.ts';
import type { CellData, RowData, Sheet, Spreadsheet } from './model.ts';
import { type CallKind, openQuotas } from './quotas.ts';

const FAULT_KINDS = ['429', '503', '503-after', 'reset', 'slow', 'edit-between'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Faults {
  readonly seed: number;
  /** The share of requests that meet a fault, 0..1. */
  readonly rate: number;
  readonly kinds: readonly FaultKind[];
}

/** Runs the routes of the Sheets API. */
export interface Runner {
  run(route: Route, call: Call, pathname: string): Promise<Answer>;
}

/** The answer is lost: the server cuts the connection instead of sending anything. */
export class ConnectionReset extends Error {}

class Unavailable extends GoogleError {
  constructor() {
    super(503, 'The service is currently unavailable.');
  }

  override get body(): JsonObject {
    return { error: { code: this.code, message: this.message, status: 'UNAVAILABLE' } };
  }
}

/** The next number in [0, 1). */
type Random = () => number;

/** Mulberry32 (public domain): 32 bits of state are plenty for drawing faults. */
function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <Item>(random: Random, items: readonly Item[]): Item | undefined =>
  items[Math.floor(random() * items.length)];

/** Throws Google's 429, which a used-up quota knows the words of. */
function refuseForQuota(kind: CallKind): never {
  const quotas = openQuotas(() => 0);
  for (;;) quotas.take('anyone', kind);
}

/** Formulas and unticked boxes do not count: templates fill whole columns with them. */
const isTyped = ({ userEnteredValue: value }: CellData): boolean =>
  value?.numberValue !== undefined || Boolean(value?.stringValue) || value?.boolValue === true;

const hasContent = ({ values = [] }: RowData): boolean => values.some(isTyped);

/** Zero-based; row 0 is the header. */
const dataRowsOf = ({ data: [grid] }: Sheet): number[] =>
  [...grid.rowData.keys()].filter((row) => row > 0 && hasContent(grid.rowData[row] ?? {}));

/** With one data row there is nothing to swap, and hardly anything to mistake it for. */
const editableTabs = ({ sheets }: Spreadsheet): Sheet[] => sheets.filter((sheet) => dataRowsOf(sheet).length >= 2);

const rowAt = ({ properties }: Sheet, row: number): JsonObject => ({
  sheetId: properties.sheetId,
  dimension: 'ROWS',
  startIndex: row,
  endIndex: row + 1,
});

const moveRow = (sheet: Sheet, row: number, destinationIndex: number): JsonObject => ({
  moveDimension: { source: rowAt(sheet, row), destinationIndex },
});

function swapOfTwo(sheet: Sheet, random: Random): JsonObject[] {
  const rows = dataRowsOf(sheet);
  const one = pick(random, rows) ?? 0;
  const other =
    pick(
      random,
      rows.filter((row) => row !== one),
    ) ?? 0;
  const [upper, lower] = [Math.min(one, other), Math.max(one, other)];
  // The first move pushes the upper row down by one; destinations are counted before the row is taken out.
  return [moveRow(sheet, lower, upper), moveRow(sheet, upper + 1, lower + 1)];
}

function editOf(spreadsheet: Spreadsheet, random: Random): JsonObject[] {
  const sheet = pick(random, editableTabs(spreadsheet));
  if (!sheet) return [];
  if (random() < 0.5) return swapOfTwo(sheet, random);
  return [{ insertDimension: { range: rowAt(sheet, pick(random, dataRowsOf(sheet)) ?? 1) } }];
}

async function editLikeAPerson(call: Call, id: string, random: Random): Promise<void> {
  const asOwner: Call = { ...call, identity: { email: call.store.fileOf(id).owner } };
  const { workbook } = await readWorkbook(asOwner, id);
  if (editableTabs(workbook.spreadsheet).length === 0) return;
  await changeWorkbook(asOwner, id, ({ spreadsheet }, caller) => {
    const requests = editOf(spreadsheet, random);
    if (requests.length > 0) applyBatch({ spreadsheet, caller }, requests);
  });
}

/** The workbook of a path that names one. */
const idIn = (pathname: string): string =>
  decodeURIComponent(/^\/v4\/spreadsheets\/([^/:]+)/.exec(pathname)?.[1] ?? '');

interface Struck {
  readonly kind: CallKind;
  readonly call: Call;
  readonly pathname: string;
  readonly random: Random;
  /** What the request asks for. */
  run(): Promise<Answer>;
}

const SLOW_MS = { least: 200, most: 1000 };

const FAULTS: Readonly<Record<FaultKind, (struck: Struck) => Promise<Answer>>> = {
  '429': async ({ kind }) => refuseForQuota(kind),
  '503': async () => {
    throw new Unavailable();
  },
  '503-after': async ({ run }) => {
    await run();
    throw new Unavailable();
  },
  reset: async ({ run, random }) => {
    if (random() < 0.5) await run();
    throw new ConnectionReset();
  },
  slow: async ({ run, random }) => {
    const answer = await run();
    await pause(SLOW_MS.least + random() * (SLOW_MS.most - SLOW_MS.least));
    return answer;
  },
  // Before the answer leaves, so that the edit is on disk whatever the reader does next.
  'edit-between': async ({ run, call, pathname, random }) => {
    const answer = await run();
    await editLikeAPerson(call, idIn(pathname), random);
    return answer;
  },
};

/** Whether cells are asked for; a mask that names `data` gets them without `includeGridData`. */
function readsCells(kind: CallKind, { query, body }: Call, pathname: string): boolean {
  if (kind !== 'read') return false;
  const asksForGrid = `${query.get('includeGridData') ?? body.includeGridData}`.toLowerCase() === 'true';
  return /\/values[/:]/.test(pathname) || asksForGrid || /\bdata\b/.test(query.get('fields') ?? '');
}

function applies(fault: FaultKind, kind: CallKind, call: Call, pathname: string): boolean {
  if (fault === 'edit-between') return readsCells(kind, call, pathname);
  return fault !== '503-after' || kind === 'write';
}

export const withoutFaults: Runner = { run: (route, call) => route.run(call) };

export function withFaults({ seed, rate, kinds }: Faults): Runner {
  const seeds = seededRandom(seed);
  return {
    async run(route, call, pathname) {
      // One draw for each request: what a fault draws for itself does not move the faults of later requests.
      const random = seededRandom(Math.floor(seeds() * 2 ** 32));
      if (random() >= rate) return route.run(call);
      const { kind } = route;
      const fault = pick(
        random,
        kinds.filter((each) => applies(each, kind, call, pathname)),
      );
      if (!fault) return route.run(call);
      return FAULTS[fault]({ kind, call, pathname, random, run: () => route.run(call) });
    },
  };
}

const isFaultKind = (value: unknown): value is FaultKind => FAULT_KINDS.some((kind) => kind === value);

/** The faults that a body asks for; null is none. What is off need not say the rest. */
export function parseFaults(body: unknown): Faults | null {
  if (!isObject(body)) throw new Error('Faults are an object {"seed", "rate", "kinds"}.');
  const isOff = body.rate === 0 || (Array.isArray(body.kinds) && body.kinds.length === 0);
  const { seed, rate, kinds } = isOff ? { seed: 0, rate: 0, kinds: [], ...body } : body;
  if (typeof seed !== 'number' || !Number.isSafeInteger(seed)) throw new Error('seed must be a whole number.');
  if (typeof rate !== 'number' || !(rate >= 0 && rate <= 1)) throw new Error('rate must be a number from 0 to 1.');
  if (!Array.isArray(kinds) || !kinds.every(isFaultKind)) {
    throw new Error(`kinds must be a list of ${FAULT_KINDS.map((kind) => `"${kind}"`).join(', ')}.`);
  }
  return isOff ? null : { seed, rate, kinds };
}
