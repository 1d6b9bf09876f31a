import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../deploy/calendar.ts', import.meta.url));

function calendar(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });
}

describe('npm run calendar', () => {
  it('prints a year', () => {
    const { status, stdout } = calendar('--year', '2023');
    const lines = stdout.split('\n');
    assert.equal(status, 0);
    assert.equal(lines[0], 'Lịch báo cáo Tổ công nghệ số cộng đồng năm 2023');
    assert.match(
      lines[2] ?? '',
      /^Tháng +Số liệu từ +Đến hết +Nhắc lần 1 .* Hạn nộp \(hết ngày\) .* Khóa \(hết ngày\)$/,
    );
    assert.match(stdout, /^08\/2023 +15\/07\/2023 +14\/08\/2023 .* 29\/08\/2023 .* 05\/09\/2023$/m);
  });

  it('says where days off are not known yet', () => {
    assert.match(calendar('--year', '2026').stdout, /Chưa có ngày nghỉ nào của năm 2027/);
  });

  for (const [args, message] of [
    [['--year', '23'], '--year must be a year from 2022 to 2100, not "23"; see --help.'],
    [['--year', '2021'], '--year must be a year from 2022 to 2100, not "2021"; see --help.'],
    [['--year', 'abcd'], '--year must be a year from 2022 to 2100, not "abcd"; see --help.'],
    [[], '--year must be a year from 2022 to 2100, not left out; see --help.'],
  ] as const) {
    it(`refuses ${args.join(' ') || 'nothing'} with exit code 2`, () => {
      const { status, stdout, stderr } = calendar(...args);
      assert.deepEqual([status, stdout, stderr.trim()], [2, '', message]);
    });
  }

  it('explains itself', () => {
    const { status, stdout } = calendar('--help');
    assert.equal(status, 0);
    assert.match(stdout, /npm run calendar -- --year 2023/);
  });
});
