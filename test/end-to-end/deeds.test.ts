/** The functions of the month over HTTP: what they answer, and what they refuse. DESIGN §8. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type MonthSystem, openMonthSystem } from '../support/month-system.ts';

const UNIT = '2022:468';
const PERIOD = '2022-08';
const VERIFY = fileURLToPath(new URL('../../deploy/verify.ts', import.meta.url));

interface Failure {
  readonly error: { readonly code: string; readonly message: string; readonly problems?: readonly string[] };
}

/** Exit code and words of the operator's command, as a person calls it. */
function verify(...args: string[]): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [VERIFY, ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err }),
    );
  });
}

describe('the functions of the month', function () {
  this.timeout(300_000);
  let month: MonthSystem;
  before(async () => {
    month = await openMonthSystem(['--units', '468', '--as-of', '2022-08-25T21:00+07:00']);
    await month.typeRoster(UNIT);
    await month.run('nightly');
  });
  after(() => month.close());

  const reason = 'Theo đề nghị của đơn vị';
  const submit = { unit: UNIT, period: PERIOD, requestId: 'r1' };

  it('submit-report: 422 with what blocks, in words without a name', async () => {
    const { status, body } = await month.call('submit-report', submit);
    const { error } = body as Failure;
    assert.deepEqual([status, error.code], [422, 'blocked']);
    assert.match(error.problems?.join('\n') ?? '', /Chưa ghi: .*«Người lập báo cáo».*\n/);
    assert.doesNotMatch(JSON.stringify(body), /Nguyễn Văn Mẫu/);
  });

  it('submit-report: the receipt, and the same again for the same content', async () => {
    await month.typeActivities(UNIT, PERIOD, '2022-07-20', [10, 12]);
    await month.fillForm(UNIT, PERIOD);
    const { receipt, status } = await month.run<{ receipt: string; status: string }>('submit-report', submit);
    assert.match(receipt, /^468-0822-[0-9A-Z]{6}-[0-9A-Z]$/);
    assert.equal(status, 'submitted');
    assert.equal((await month.run<{ receipt: string }>('submit-report', submit)).receipt, receipt);
    assert.equal(await month.line(UNIT, PERIOD, 'receipt'), receipt);
  });

  const refused: readonly [name: string, fn: string, body: unknown, status: number, code: string][] = [
    ['a body without a reason', 'reopen-report', { unit: UNIT, period: PERIOD }, 400, 'bad-request'],
    ['a blank reason', 'extend-report', { unit: UNIT, period: PERIOD, reason: ' ' }, 400, 'bad-request'],
    [
      'a field that nobody described',
      'correct-report',
      { unit: UNIT, period: PERIOD, reason, x: 1 },
      400,
      'bad-request',
    ],
    ['an unknown unit', 'reopen-report', { unit: '2022:999', period: PERIOD, reason }, 404, 'not-found'],
    ['a month without a report', 'extend-report', { unit: UNIT, period: '2023-05', reason }, 404, 'not-found'],
    ['opening what is not locked', 'reopen-report', { unit: UNIT, period: PERIOD, reason }, 409, 'conflict'],
    ['correcting what is not locked', 'correct-report', { unit: UNIT, period: PERIOD, reason }, 409, 'conflict'],
    ['closing before the lock', 'close-period', { period: PERIOD }, 409, 'conflict'],
    ['closing a month that has not begun', 'close-period', { period: '2023-05' }, 404, 'not-found'],
    ['sending a month that is not open', 'submit-report', { ...submit, period: '2023-05' }, 404, 'not-found'],
    ['sending without an id', 'submit-report', { unit: UNIT, period: PERIOD }, 400, 'bad-request'],
  ];
  for (const [name, fn, body, expected, code] of refused) {
    it(`${fn} refuses ${name}: ${expected}`, async () => {
      const answer = await month.call(fn, body);
      assert.deepEqual([answer.status, (answer.body as Failure).error.code], [expected, code]);
    });
  }

  it('ten runs of close-period at once lock once, and the tabs are closed to staff once', async () => {
    await month.setClock('2022-09-06T00:20:00+07:00');
    const answers = await Promise.all(Array.from({ length: 10 }, () => month.call('close-period', { period: PERIOD })));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    const audits = [...(await month.documents(`audit/lock_${UNIT}_${PERIOD}`)).values()];
    const report = (await month.documents(`reports/${UNIT}_${PERIOD}`)).get(`reports/${UNIT}_${PERIOD}`);
    const snapshots = [...(await month.documents(`snapshots/${UNIT}_${PERIOD}`))];
    assert.deepEqual([audits.length, snapshots.length], [1, 2], 'one note; one version with one chunk');
    assert.deepEqual([report?.lockedAt, snapshots[0]?.[1].frozenAt], [audits[0]?.at, audits[0]?.at]);
    const fields = 'sheets(properties.title,protectedRanges(description))';
    const { data } = await month.owner.spreadsheets.get({ spreadsheetId: month.workbooks[UNIT] ?? '', fields });
    const tab = data.sheets?.find(({ properties }) => properties?.title === 'Hoạt động 08-2022');
    const names = (tab?.protectedRanges ?? []).map(({ description }) => description);
    assert.equal(names.filter((name) => name === 'Hệ thống: khóa kỳ').length, 1, names.join());
    await assert.rejects(month.fillForm(UNIT, PERIOD), /protected/);
  });

  it('after the lock: sending and extending are refused, a correction without a change too', async () => {
    for (const [fn, body] of [
      ['submit-report', submit],
      ['extend-report', { unit: UNIT, period: PERIOD, reason }],
      ['correct-report', { unit: UNIT, period: PERIOD, reason }],
    ] as const) {
      assert.equal((await month.call(fn, body)).status, 409, fn);
    }
  });

  it('what the owner edits after the lock is kept apart: the report stays, and the form says so', async () => {
    const before = await month.documents(`reports/${UNIT}_${PERIOD}`);
    await month.owner.spreadsheets.values.update({
      spreadsheetId: month.workbooks[UNIT] ?? '',
      range: "'Hoạt động 08-2022'!I2",
      valueInputOption: 'RAW',
      requestBody: { values: [[99]] },
    });
    await month.setClock('2022-09-06T21:00:00+07:00');
    await month.run('nightly');
    assert.deepEqual(await month.documents(`reports/${UNIT}_${PERIOD}`), before);
    assert.match(String(await month.line(UNIT, PERIOD, 'remaining')), /Kỳ này đã khóa.*chưa được tính/);
    const results = { spreadsheetId: month.workbooks[UNIT] ?? '', range: "'Kết quả kiểm tra'!A2:J" };
    const { data } = await month.person.spreadsheets.values.get(results);
    const line = data.values?.find((cells) => cells.includes('report.edited-after-lock'));
    assert.deepEqual([line?.[0], line?.[2], line?.[4]], ['Báo cáo 08-2022', 'GỬI BÁO CÁO', 'Lỗi']);
  });

  it('verify: 0 for what is as it was frozen, 2 for what was never frozen or cannot be read', async () => {
    const data = month.data;
    const same = await verify(UNIT, PERIOD, '--data', data);
    assert.deepEqual([same.code, /giống bản đã chốt \(1 phiên bản\)/.test(same.said)], [0, true], same.said);
    assert.equal((await verify(UNIT, '2023-05', '--data', data)).code, 2);
    assert.equal((await verify(UNIT, PERIOD, '--data', `${data}/nowhere`)).code, 2);
    assert.equal((await verify('nobody', PERIOD, '--data', data)).code, 2);
    assert.equal((await verify('--help')).code, 0);
  });
});
