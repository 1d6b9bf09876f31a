import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { calendar } from '../../deploy/calendar.ts';

const PROGRAM = fileURLToPath(new URL('../../deploy/calendar.ts', import.meta.url));

function said(...args: readonly string[]): string {
  const lines: string[] = [];
  calendar(args, (text) => lines.push(text));
  return lines.join('\n');
}

function spawned(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('npm run calendar', () => {
  it('prints a year', () => {
    const text = said('--year', '2023');
    const lines = text.split('\n');
    assert.equal(lines[0], 'Lịch báo cáo Tổ công nghệ số cộng đồng năm 2023');
    assert.match(
      lines[2] ?? '',
      /^Tháng +Số liệu từ +Đến hết +Nhắc lần 1 .* Hạn nộp \(hết ngày\) .* Khóa \(hết ngày\)$/,
    );
    assert.match(text, /^08\/2023 +15\/07\/2023 +14\/08\/2023 .* 29\/08\/2023 .* 05\/09\/2023$/m);
  });

  it('says where days off are not known yet', () => {
    assert.match(said('--year', '2026'), /Chưa có ngày nghỉ nào của năm 2027/);
  });

  for (const [args, message] of [
    [['--year', '23'], '--year must be a year from 2022 to 2100, not "23"; see --help.'],
    [['--year', '2021'], '--year must be a year from 2022 to 2100, not "2021"; see --help.'],
    [['--year', 'abcd'], '--year must be a year from 2022 to 2100, not "abcd"; see --help.'],
    [[], '--year must be a year from 2022 to 2100, not left out; see --help.'],
  ] as const) {
    it(`refuses ${args.join(' ') || 'nothing'}`, () => assert.throws(() => said(...args), new Error(message)));
  }

  it('explains itself', () => assert.match(said('--help'), /npm run calendar -- --year 2023/));

  it('prints as a process does: exit code 0', () => {
    assert.deepEqual(spawned('--year', '2023'), { status: 0, stdout: `${said('--year', '2023')}\n`, stderr: '' });
  });

  it('refuses as a process does: exit code 2, and nothing printed', () => {
    const stderr = '--year must be a year from 2022 to 2100, not left out; see --help.\n';
    assert.deepEqual(spawned(), { status: 2, stdout: '', stderr });
  });
});
