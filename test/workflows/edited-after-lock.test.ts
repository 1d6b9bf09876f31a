/** Rows of a locked month that were changed: the frozen report stays, and everybody who can mend it is told. Promise 3. */
import assert from 'node:assert/strict';
import type { Log } from '../../functions/ports.ts';
import { nightly } from '../../functions/workflows/nightly.ts';
import type { Instant } from '../../schemas/calendar.ts';
import type { MailDocument, ReportDocument } from '../../schemas/documents.ts';
import { RESULT_INDEX } from '../../schemas/results.ts';
import { SYSTEM_TABS } from '../../schemas/tabs.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import {
  ACTIVITIES,
  AUGUST,
  at,
  collect,
  lockedAndMended,
  NEVER,
  portsOf,
  setCell,
  TURNS,
  tick,
  UNIT,
  type World,
} from '../support/month-world.ts';

const RULE = 'report.edited-after-lock';

async function night(world: World, now: Instant, death = NEVER) {
  world.google.now = now;
  const warnings: unknown[] = [];
  const log: Log = (severity, message, fields) => {
    if (severity === 'WARNING' && message.startsWith('A locked month')) warnings.push(fields);
  };
  const { ports } = portsOf(world, death);
  const openCheck: typeof ports.openCheck = (calls) => ({ ...ports.openCheck(calls), log });
  const result = await nightly({ runId: `night-${now}`, asOf: now }, { ...ports, openCheck });
  return { ...result, warnings };
}

const linesOf = ({ google }: World): readonly (readonly CellValue[])[] =>
  (google.workbook('workbook-1').tabs.find(({ title }) => title === SYSTEM_TABS.results)?.values ?? []).filter(
    (line) => line[RESULT_INDEX.rule] === RULE,
  );

const mailsOf = async ({ store }: World, wanted: string): Promise<MailDocument[]> =>
  ([...(await store.list('mail')).values()] as MailDocument[]).filter(({ id }) => id.includes(wanted));

const mend = ({ google }: World, turns: number): void =>
  google.edit('workbook-1', (workbook) => setCell(workbook, ACTIVITIES, 1, TURNS, turns));

async function reportOf({ store }: World, period: string): Promise<ReportDocument> {
  const path = `reports/${UNIT}_${period}`;
  const report = (await store.get([path])).get(path) as ReportDocument | undefined;
  if (!report) throw new Error(`no report of ${period}`);
  return report;
}

describe('a month that was edited after it was locked', () => {
  it('stands as an error in Kết quả kiểm tra, on the line of the form that sent it', async () => {
    const world = await lockedAndMended();
    await night(world, at('2022-09-08T21:00:00'));
    assert.deepEqual(
      linesOf(world).map((line) => line.slice(0, RESULT_INDEX.code)),
      [
        [
          'Báo cáo 08-2022',
          'Dòng 24',
          'GỬI BÁO CÁO',
          null,
          'Lỗi',
          'Kỳ này đã khóa lúc 00:20 06/09/2022; phần sửa sau đó chưa được tính.',
          'Vui lòng ghi lại như cũ, hoặc đề nghị Sở mở lại kỳ hay đính chính.',
          null,
          'V.5',
          RULE,
          null,
          null,
        ],
      ],
    );
  });

  it('is named by unit and month in the night’s answer, the log and the Department’s digest', async () => {
    const world = await lockedAndMended();
    const { units, warnings } = await night(world, at('2022-09-08T21:00:00'));
    assert.deepEqual(units[0]?.editedAfterLock, ['2022-08']);
    assert.deepEqual(warnings, [{ unit: UNIT, period: '2022-08' }]);
    const [digest] = await mailsOf(world, '_department_digest');
    assert.match(digest?.subject ?? '', /: 1 đơn vị, 1 báo cáo sửa sau khi khóa$/);
    assert.match(digest?.text ?? '', /Sửa sau khi khóa \(1\)\n=+\n\n- Huyện Vĩnh Linh, kỳ 08\/2022: số liệu đã khóa/);
    assert.doesNotMatch(JSON.stringify(digest), /Nguyễn|Mẫu|09\d{8}|52/);
  });

  it('is in the district’s mail, and no error of the month that is open', async () => {
    const world = await lockedAndMended();
    const { units } = await night(world, at('2022-09-08T21:00:00'));
    const [mail] = await mailsOf(world, `${UNIT}_validation`);
    assert.match(mail?.text ?? '', /Kỳ này đã khóa lúc 00:20 06\/09\/2022; phần sửa sau đó chưa được tính\./);
    const open = units[0]?.periods.map(({ period }) => period);
    assert.deepEqual(open, ['2022-09']);
    assert.ok(!(RULE in ((await reportOf(world, '2022-09')).problemsByRule ?? {})));
  });

  it('is said once: a second night writes no cell, and sends nothing', async () => {
    const world = await lockedAndMended();
    await night(world, at('2022-09-08T21:00:00'));
    const mails = (await world.store.list('mail')).size;
    const second = await night(world, at('2022-09-09T21:00:00'));
    assert.equal(second.units[0]?.outcome, 'unchanged');
    assert.deepEqual(second.units[0]?.editedAfterLock, ['2022-08']);
    assert.equal((await world.store.list('mail')).size, mails);
  });

  it('is told by the next digest when the night that found it died before it told', async () => {
    const world = await lockedAndMended();
    const calm = await lockedAndMended();
    const { ports, life } = portsOf(calm, NEVER);
    calm.google.now = at('2022-09-08T21:00:00');
    await nightly({ runId: 'calm', asOf: calm.google.now }, ports);
    // The run's own record and the digest are the last two writes; the list of mails is read before.
    await night(world, at('2022-09-08T21:00:00'), { at: life.count() - 3, when: 'before' }).catch(() => {});
    assert.equal(linesOf(world).length, 1);
    assert.equal((await mailsOf(world, '_department_digest')).length, 0);
    await night(world, at('2022-09-09T21:00:00'));
    const [digest] = await mailsOf(world, '2022-09-09_department_digest');
    assert.match(digest?.text ?? '', /- Huyện Vĩnh Linh, kỳ 08\/2022: /);
  });

  it('goes when what was frozen is written back', async () => {
    const world = await lockedAndMended();
    await night(world, at('2022-09-08T21:00:00'));
    mend(world, (await reportOf(world, AUGUST)).totals.turns);
    const { units } = await night(world, at('2022-09-09T21:00:00'));
    assert.deepEqual([linesOf(world), units[0]?.editedAfterLock], [[], undefined]);
  });

  it('stays where another look writes the tab: a tick in the month that is open', async () => {
    const world = await lockedAndMended();
    await night(world, at('2022-09-08T21:00:00'));
    const before = linesOf(world);
    world.google.now = at('2022-09-08T22:00:00');
    world.google.edit('workbook-1', (workbook) => {
      const form = workbook.tabs.find(({ title }) => title === 'Báo cáo 08-2022');
      if (!form) throw new Error('no form');
      const renamed = { ...form, sheetId: 99, title: 'Báo cáo 09-2022' };
      const ticked = tick({ ...workbook, tabs: [{ ...renamed, title: 'Báo cáo 08-2022' }] }).tabs[0];
      return { ...workbook, tabs: [...workbook.tabs, { ...renamed, values: ticked?.values ?? [] }] };
    });
    world.google.now = at('2022-09-08T22:10:00');
    const { months } = await collect(portsOf(world, NEVER).ports, world.google.now);
    assert.deepEqual(months, [{ unit: UNIT, period: '2022-09', outcome: 'blocked' }]);
    assert.deepEqual(linesOf(world), before);
  });
});
