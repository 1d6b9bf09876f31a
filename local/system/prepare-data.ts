/** Fills a new data folder: the workbooks of the province, and on `demo` what its people have typed. */
import { describePeriod, openPeriods, provision, provisionForProvince } from '../../functions/provision.ts';
import { addMonths, dayInVietnam, type Period } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import { type ReportingUnit, UNITS_2022 } from '../../schemas/units.ts';
import type { LocalFirestore } from '../firestore/open-firestore.ts';
import { generateProvince, type SampleUnit } from '../sample/generate-province.ts';
import { type CallSheets, writeSample } from '../sample/write-sample.ts';
import type { LocalClock } from './clock.ts';
import { closePastMonths } from './close-past-months.ts';
import { DEPARTMENT, OWNER, OWNER_TOKEN, SERVICE_ACCOUNT, STAFF } from './identities.ts';
import type { LocalOptions } from './options.ts';
import type { QuotaClock } from './quota-clock.ts';
import { type LocalState, writeState } from './state-file.ts';

export interface PrepareRequest {
  readonly options: LocalOptions;
  readonly state: LocalState;
  readonly stateFile: string;
  readonly address: string;
  readonly clock: LocalClock;
  readonly quotaClock: QuotaClock;
  readonly firestore: LocalFirestore;
  readonly say: (line: string) => void;
}

/** The months that get tabs: the last `count` whose window has begun, the open ones among them. */
function sampleMonths(today: ReturnType<typeof dayInVietnam>, count: number): readonly Period[] {
  const open = openPeriods(today, DEFAULT_CALENDAR).map(({ period }) => period);
  const last = open.at(-1);
  if (last === undefined) return [];
  const months = Array.from({ length: count + 1 }, (_, back) => addMonths(last, -back)).reverse();
  return months.filter((period) => period >= DEFAULT_CALENDAR.firstPeriod);
}

/** Requests as the owner of the workbooks, whom protection does not bind. */
function callAsOwner(address: string): CallSheets {
  return async (method, path, body) => {
    const response = await fetch(new URL(path, address), {
      method,
      headers: { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
}

/** Everything there already is left as it is; what a start that was cut off left undone is done now. */
export async function prepareData(request: PrepareRequest): Promise<LocalState> {
  const { options, clock, address, quotaClock, say } = request;
  if (request.state.sample !== options.sample) {
    say(
      `Thư mục ${options.data} đang giữ dữ liệu «${request.state.sample}»; --sample ${options.sample} không được dùng.`,
    );
  }
  if (request.state.sample === 'none' || isComplete(request.state, options)) return request.state;
  const today = dayInVietnam(clock.now());
  const periods = sampleMonths(today, options.months).map((period) => describePeriod(period, DEFAULT_CALENDAR));
  const sample = request.state.sample === 'demo' ? generateProvince({ seed: options.seed, asOf: today, periods }) : [];
  const state = await fill(request, periods, new Map(sample.map((unit) => [unit.unit.id, unit])));
  await closePastMonths({ periods: sampleMonths(today, PAST_MONTHS), now: clock.now(), address, quotaClock, say });
  return state;
}

/** As far back as a night looks for months that are not closed, and the open ones. */
const PAST_MONTHS = 4;

const isComplete = ({ units, province }: LocalState, options: LocalOptions): boolean =>
  province !== undefined && options.units.every((id) => units[id]?.filled === true);

/** The units asked for that have no finished workbook yet, and those without communes, which need none. */
const pendingUnits = ({ units }: LocalState, options: LocalOptions): readonly ReportingUnit[] =>
  UNITS_2022.filter(({ id, communes }) =>
    communes.length === 0 ? true : options.units.includes(id) && units[id]?.filled !== true,
  );

async function fill(
  request: PrepareRequest,
  periods: readonly ReturnType<typeof describePeriod>[],
  sample: ReadonlyMap<string, SampleUnit>,
): Promise<LocalState> {
  const { options, address, stateFile, firestore, say } = request;
  const call = callAsOwner(address);
  let { state } = request;
  const parts = {
    rootUrl: address,
    auth: { accessToken: OWNER_TOKEN },
    firestore: firestore.firestore,
    log: (severity: string, message: string) => {
      if (severity !== 'INFO') say(`${severity} ${message}`);
    },
  };
  const people = { owner: OWNER, serviceAccount: SERVICE_ACCOUNT, staff: [STAFF] };
  const pending = pendingUnits(state, options);
  await provision({ units: pending, periods, peopleOf: () => people }, parts, async ({ unit, workbookId }) => {
    const rows = sample.get(unit.id);
    if (rows) await writeSample(rows, workbookId, call);
    state = { ...state, units: { ...state.units, [unit.id]: { workbookId, filled: true } } };
    await writeState(stateFile, state);
    await firestore.save();
    say(`  [${Object.keys(state.units).length}/${options.units.length}] bảng tính ${unit.fullName}`);
  });
  if (state.province === undefined) state = await addProvince(request, state, parts);
  return state;
}

/** Addresses of offices that nobody has: mails stay in the built-in inbox. */
const addressOf = (unit: string): string => `vhtt-${unit.slice(5)}@huyen.example`;
const DEPARTMENT_ADDRESS = 'to-cns@so.example';

async function addProvince(
  { options, stateFile, firestore, say }: PrepareRequest,
  state: LocalState,
  parts: Parameters<typeof provisionForProvince>[1],
): Promise<LocalState> {
  const mailTo = Object.fromEntries(options.units.map((unit) => [unit, [addressOf(unit)]]));
  // Who is at the page is on every unit's list: their reports go by call.
  const staff = Object.fromEntries(options.units.map((unit) => [unit, [STAFF]]));
  const people = { owner: OWNER, serviceAccount: SERVICE_ACCOUNT, staff: [DEPARTMENT] };
  const addresses = { mailTo, staff, departmentMail: [DEPARTMENT_ADDRESS] };
  const { workbookId } = await provisionForProvince({ people, calendar: DEFAULT_CALENDAR, addresses }, parts);
  const complete = { ...state, province: workbookId };
  await writeState(stateFile, complete);
  await firestore.save();
  say('  bảng tính của tỉnh');
  return complete;
}
