/** A reporting year, 06/2022 to 05/2023, played through against the local server with a moving clock. KH 115, V.5; DESIGN §5. */
import assert from 'node:assert/strict';
import { addMonths, formatPeriod, type Period } from '../../schemas/calendar.ts';
import { type MonthSystem, openMonthSystem } from '../support/month-system.ts';

const VINH_LINH = '2022:464';
const CAM_LO = '2022:468';
const UNITS = [VINH_LINH, CAM_LO];

/** What a district does about a month: when its box is ticked, and when the next look comes. */
interface Sending {
  readonly ticked: string;
  readonly seen: string;
  readonly nil?: boolean;
}

/** One month: both districts' sendings, in the order of the clock; null sends nothing. */
interface MonthPlan {
  readonly period: string;
  /** A day in the window. */
  readonly day: string;
  readonly [VINH_LINH]: Sending | null;
  readonly [CAM_LO]: Sending | null;
  /** The night after the lock. */
  readonly closed: string;
}

const on = (ticked: string, seen = ticked): Sending => ({ ticked, seen });
const nil = (ticked: string): Sending => ({ ticked, seen: ticked, nil: true });

// biome-ignore format: a table
const YEAR: readonly MonthPlan[] = [
  { period: '2022-06', day: '2022-06-07', [VINH_LINH]: on('2022-06-27T10:00'), [CAM_LO]: on('2022-06-28T10:00'), closed: '2022-07-05T21:00' },
  // Friday the 29th; Monday 01/08 is three calendar days after.
  { period: '2022-07', day: '2022-06-20', [VINH_LINH]: on('2022-08-01T09:00'), [CAM_LO]: nil('2022-07-28T09:00'), closed: '2022-08-04T21:00' },
  // Ticked in time, seen after midnight.
  { period: '2022-08', day: '2022-07-20', [VINH_LINH]: on('2022-08-29T23:55', '2022-08-30T00:05'), [CAM_LO]: null, closed: '2022-09-06T21:00' },
  { period: '2022-09', day: '2022-08-20', [VINH_LINH]: on('2022-09-26T10:00'), [CAM_LO]: on('2022-09-29T23:59', '2022-09-30T00:09'), closed: '2022-10-05T21:00' },
  // Extended until 10/11; the lock of the others is the end of 02/11.
  { period: '2022-10', day: '2022-09-20', [VINH_LINH]: on('2022-11-08T10:00'), [CAM_LO]: on('2022-10-28T10:00'), closed: '2022-11-11T21:00' },
  { period: '2022-11', day: '2022-10-20', [VINH_LINH]: on('2022-11-28T10:00'), [CAM_LO]: on('2022-11-30T00:00'), closed: '2022-12-03T21:00' },
  { period: '2022-12', day: '2022-11-20', [VINH_LINH]: on('2022-12-29T10:00'), [CAM_LO]: on('2022-12-31T10:00'), closed: '2023-01-05T21:00' },
  // Tết from 20 to 26/01; the 29th is a Sunday.
  { period: '2023-01', day: '2022-12-20', [VINH_LINH]: on('2023-01-29T22:00'), [CAM_LO]: on('2023-01-30T08:00'), closed: '2023-02-02T21:00' },
  // February: due at the end of the 28th.
  { period: '2023-02', day: '2023-01-17', [VINH_LINH]: on('2023-02-28T23:58', '2023-03-01T00:08'), [CAM_LO]: on('2023-03-01T09:00'), closed: '2023-03-04T21:00' },
  { period: '2023-03', day: '2023-02-20', [VINH_LINH]: on('2023-03-27T10:00'), [CAM_LO]: nil('2023-03-29T10:00'), closed: '2023-04-04T21:00' },
  // 29/04 to 03/05 are days off: the lock is the end of 08/05.
  { period: '2023-04', day: '2023-03-20', [VINH_LINH]: on('2023-05-08T23:50', '2023-05-09T00:04'), [CAM_LO]: on('2023-04-28T10:00'), closed: '2023-05-09T21:00' },
  { period: '2023-05', day: '2023-04-20', [VINH_LINH]: on('2023-05-29T10:00'), [CAM_LO]: on('2023-05-26T10:00'), closed: '2023-06-02T21:00' },
];

/** `Tiến độ nộp`, the newest month first. */
// biome-ignore format: a table
const MATRIX: readonly (readonly [month: string, vinhLinh: string, camLo: string])[] = [
  ['05/2023', 'Đúng hạn · đã khóa', 'Đúng hạn · đã khóa'],
  ['04/2023', 'Trễ 9 ngày · đã khóa', 'Đúng hạn · đã khóa'],
  ['03/2023', 'Đúng hạn · đã khóa', 'Không phát sinh · đã khóa'],
  ['02/2023', 'Đúng hạn · đã khóa', 'Trễ 1 ngày · đã khóa'],
  ['01/2023', 'Đúng hạn · đã khóa', 'Trễ 1 ngày · đã khóa'],
  ['12/2022', 'Đúng hạn · đã khóa', 'Trễ 2 ngày · đã khóa'],
  ['11/2022', 'Đúng hạn, có sửa sau · đã khóa', 'Trễ 1 ngày · đã khóa · đính chính lần 1'],
  ['10/2022', 'Trễ 10 ngày · đã khóa', 'Đúng hạn · đã khóa'],
  ['09/2022', 'Đúng hạn · đã khóa', 'Đúng hạn · đã khóa'],
  ['08/2022', 'Đúng hạn · đã khóa', 'Trễ 16 ngày · đã khóa · đính chính lần 1'],
  ['07/2022', 'Trễ 3 ngày · đã khóa', 'Không phát sinh · đã khóa'],
  ['06/2022', 'Đúng hạn · đã khóa', 'Đúng hạn · đã khóa'],
];

const MONTH = /^\d{2}\/\d{4}$/;

const instant = (local: string): string => `${local}:00+07:00`;

describe('a reporting year, month by month', function () {
  this.timeout(600_000);
  let year: MonthSystem;

  before(async () => {
    year = await openMonthSystem(['--units', '464,468', '--as-of', '2022-06-08T21:00+07:00']);
    for (const unit of UNITS) await year.typeRoster(unit);
    await year.run('nightly');
  });
  after(() => year.close());

  async function send(unit: string, { period, day }: MonthPlan, { ticked, seen, nil: isNil }: Sending): Promise<void> {
    await year.setClock(instant(ticked));
    if (!isNil) await year.typeActivities(unit, period, day, [10, 12]);
    await year.fillForm(unit, period, isNil ? { nil: true } : {});
    await year.tick(unit, period);
    await year.setClock(instant(seen));
    const { months } = await year.run<{ months: unknown[] }>('collect-submissions');
    assert.deepEqual(months, [{ unit, period, outcome: 'received' }], `${unit} ${period}`);
  }

  const sendings = (plan: MonthPlan): readonly (readonly [string, Sending])[] =>
    UNITS.flatMap((unit): [string, Sending][] => {
      const sending = plan[unit as typeof VINH_LINH];
      return sending ? [[unit, sending]] : [];
    }).sort(([, one], [, other]) => (one.ticked < other.ticked ? -1 : 1));

  /** What `Tiến độ nộp` said last of each month: Vĩnh Linh, Cam Lộ, Cồn Cỏ. It shows six months. */
  const seen = new Map<string, readonly unknown[]>();

  async function look(): Promise<void> {
    const range = "'Tiến độ nộp'!A1:Z12";
    const { data } = await year.owner.spreadsheets.values.get({ spreadsheetId: year.workbooks.province ?? '', range });
    const rows = data.values ?? [];
    const header = rows.find((cells) => cells.some((cell) => MONTH.test(String(cell)))) ?? [];
    const lines = ['Huyện Vĩnh Linh', 'Huyện Cam Lộ', 'Huyện Cồn Cỏ'].map(
      (name) => rows.find(([first]) => first === name) ?? [],
    );
    header.forEach((month, column) => {
      if (MONTH.test(String(month)))
        seen.set(
          String(month),
          lines.map((cells) => cells[column]),
        );
    });
  }

  async function close({ closed }: MonthPlan): Promise<void> {
    await year.setClock(instant(closed));
    await year.run('nightly');
  }

  const deed = (name: string, unit: string, period: string, until?: string) =>
    year.run(name, { unit, period, reason: 'Theo đề nghị của đơn vị', ...(until ? { until: instant(until) } : {}) });

  /** What besides sending happens in a month, before its close and after it. */
  const BEFORE_CLOSE: Readonly<Record<string, () => Promise<unknown>>> = {
    // The others are locked on the 3rd; Vĩnh Linh has more time.
    '2022-10': async () => {
      await year.setClock(instant('2022-10-31T09:00'));
      await deed('extend-report', VINH_LINH, '2022-10', '2022-11-11T00:00');
      await year.setClock(instant('2022-11-03T21:00'));
      await year.run('nightly');
      assert.match(String(await year.line(VINH_LINH, '2022-10', 'status')), /gia hạn đến hết ngày 10\/11\/2022$/);
    },
  };
  const AFTER_SENDING: Readonly<Record<string, () => Promise<unknown>>> = {
    '2022-11': async () => {
      await year.setClock(instant('2022-12-01T10:00'));
      await year.typeActivities(VINH_LINH, '2022-11', '2022-10-20', [10, 15]);
      const { months } = await year.run<{ months: unknown[] }>('collect-submissions');
      assert.deepEqual(months, [{ unit: VINH_LINH, period: '2022-11', outcome: 'edited' }]);
    },
  };
  const AFTER_CLOSE: Readonly<Record<string, () => Promise<unknown>>> = {
    '2022-08': async () => {
      await year.setClock(instant('2022-09-12T09:00'));
      await deed('reopen-report', CAM_LO, '2022-08', '2022-09-16T00:00');
      await send(CAM_LO, YEAR[2] as MonthPlan, on('2022-09-14T15:00'));
      await year.setClock(instant('2022-09-16T21:00'));
      await year.run('nightly');
    },
    '2022-11': async () => {
      await year.setClock(instant('2022-12-08T09:00'));
      const range = "'Hoạt động 11-2022'!I2";
      await year.owner.spreadsheets.values.update({
        spreadsheetId: year.workbooks[CAM_LO] ?? '',
        range,
        valueInputOption: 'RAW',
        requestBody: { values: [[20]] },
      });
      await deed('correct-report', CAM_LO, '2022-11');
    },
  };

  for (const plan of YEAR) {
    it(`${formatPeriod(plan.period as Period)}: typed, sent and closed`, async () => {
      const [first, ...others] = sendings(plan);
      const isExtended = plan.period === '2022-10';
      if (first && !isExtended) await send(first[0], plan, first[1]);
      if (isExtended) await send(CAM_LO, plan, plan[CAM_LO] as Sending);
      await BEFORE_CLOSE[plan.period]?.();
      if (isExtended) await send(VINH_LINH, plan, plan[VINH_LINH] as Sending);
      else for (const [unit, sending] of others) await send(unit, plan, sending);
      await AFTER_SENDING[plan.period]?.();
      await close(plan);
      await AFTER_CLOSE[plan.period]?.();
      await look();
    });
  }

  it('the province’s matrix says how each month came, as the table does', () => {
    const shown = MATRIX.map(([month]) => [month, ...(seen.get(month) ?? []).slice(0, 2)]);
    assert.deepEqual(shown, MATRIX);
    assert.deepEqual(new Set([...seen.values()].map(([, , conCo]) => conCo)), new Set(['Không áp dụng']));
  });

  it('every frozen month counts again to what was frozen, and the tabs of old months are out of sight', async () => {
    const { verifyMonth } = await import('../../functions/workflows/verify-month.ts');
    const documents = await year.documents('');
    const store = storeOf(documents);
    for (const { period } of YEAR) {
      for (const unit of UNITS) {
        const { versions, finding } = await verifyMonth({ unit, period: period as Period }, store);
        assert.deepEqual(finding, null, `${unit} ${period}`);
        const isCorrected = unit === CAM_LO && ['2022-08', '2022-11'].includes(period);
        assert.equal(versions, isCorrected ? 2 : 1, `${unit} ${period}`);
      }
    }
    const fields = 'sheets.properties(title,hidden)';
    const { data } = await year.owner.spreadsheets.get({ spreadsheetId: year.workbooks[VINH_LINH] ?? '', fields });
    const hidden = (data.sheets ?? []).flatMap(({ properties }) => (properties?.hidden ? [properties.title] : []));
    // Locked on 04/04 and before, on 02/06.
    const old = Array.from({ length: 9 }, (_, at) => formatPeriod(addMonths('2022-06' as Period, at)));
    assert.deepEqual(new Set(hidden), new Set(old.flatMap((month) => [`Hoạt động ${month}`, `Báo cáo ${month}`])));
  });

  it('the form of a corrected month says why, and what is other in it', async () => {
    for (const month of ['08-2022', '11-2022']) {
      const range = `'Báo cáo ${month}'!A1:B60`;
      const { data } = await year.owner.spreadsheets.values.get({ spreadsheetId: year.workbooks[CAM_LO] ?? '', range });
      const said = (data.values ?? []).find(([label]) => label === 'Còn phải sửa')?.[1];
      assert.match(String(said), /^Đính chính lần 1 \(lý do: [^)]+\): .* → /, month);
    }
  });

  it('each receipt went to the district’s office, each correction to the Department too, and nobody is named', async () => {
    const mails = [...(await year.documents('mail/')).values()];
    const ids = mails.map(({ id }) => String(id));
    assert.equal(ids.filter((id) => id.includes('_receipt_')).length, 24);
    const corrections = mails.filter(({ id }) => String(id).includes('_correction_'));
    assert.deepEqual(
      corrections.map(({ id, to }) => [id, to]),
      [
        ['2022-09-16_2022:468_correction_2022-08_v2', ['vhtt-468@huyen.example', 'to-cns@so.example']],
        ['2022-12-08_2022:468_correction_2022-11_v2', ['vhtt-468@huyen.example', 'to-cns@so.example']],
      ],
    );
    assert.match(String(corrections[1]?.text), /Số lượt người: 22 → 32/);
    const words = JSON.stringify([...(await year.documents('')).values()]);
    assert.doesNotMatch(words, /Nguyễn Văn Mẫu|Lê Thị Mẫu|Lê Thị Hai|090000000/);
  });
});

/** The stored documents as a store that is only read. */
function storeOf(documents: ReadonlyMap<string, Record<string, unknown>>) {
  const pick = (wanted: (path: string) => boolean) => new Map([...documents].filter(([path]) => wanted(path)));
  const refuse = async () => {
    throw new Error('only read');
  };
  return {
    get: async (paths: readonly string[]) => pick((path) => paths.includes(path)),
    list: async (collection: string) => pick((path) => path.slice(0, path.lastIndexOf('/')) === collection),
    write: refuse,
    transact: refuse,
  };
}
