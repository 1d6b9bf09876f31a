/** Deadlines are Viet Nam's, wherever the machine stands: their tables once more, in processes of other time zones. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TABLES = [
  'period',
  'working-days',
  'deadline',
  'notices',
  'unit-periods',
  'standing',
  'status-text',
  'year-calendar',
];

/** Says the hour at which 2022-08-30 begins in Viet Nam, as the process's own zone shows it. */
const LOCAL_HOUR = 'new Date(Date.parse("2022-08-30T00:00:00+07:00")).toString().slice(0, 21)';

function run(zone: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args], {
    cwd: ROOT,
    env: { TZ: zone },
    encoding: 'utf8',
  });
  assert.equal(status, 0, `${stdout}\n${stderr}`);
  return stdout;
}

for (const [zone, localHour] of [
  ['America/New_York', 'Mon Aug 29 2022 13:00'],
  ['Pacific/Auckland', 'Tue Aug 30 2022 05:00'],
  ['Asia/Ho_Chi_Minh', 'Tue Aug 30 2022 00:00'],
] as const) {
  describe(`a machine in ${zone}`, () => {
    it(`has its own clock: ${localHour}`, () => assert.equal(run(zone, ['-p', LOCAL_HOUR]).trim(), localHour));

    it('has the same deadlines', () => {
      const files = TABLES.map((name) => `test/domain/${name}.test.ts`);
      const output = run(zone, ['node_modules/mocha/bin/mocha.js', '--no-config', '--reporter', 'json', ...files]);
      const { stats } = JSON.parse(output) as { stats: { passes: number; failures: number } };
      assert.equal(stats.failures, 0);
      assert.ok(stats.passes > 500, `only ${stats.passes} cases were played`);
    });
  });
}
