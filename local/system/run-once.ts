/** `--once`: one night, its table, and an exit code that says whether every unit could be checked. */
import { findUnit } from '../../schemas/units.ts';
import type { LocalSystem } from './open-system.ts';
import { type ResultUnit, resultTable } from './result-table.ts';

interface NightlyAnswer {
  readonly units: readonly ResultUnit[];
  readonly summary: {
    readonly mails: number;
    readonly outcomes: { readonly checked: number; readonly unchanged: number; readonly failed: number };
    readonly calls: {
      readonly sheetsReads: number;
      readonly sheetsWrites: number;
      readonly cellsWritten: number;
      readonly documentsRead: number;
      readonly documentsWritten: number;
    };
  };
  readonly error?: { readonly message: string };
}

function costLine({ outcomes, calls, mails }: NightlyAnswer['summary']): string {
  return [
    `Đơn vị: ${outcomes.checked} đã kiểm tra, ${outcomes.unchanged} không đổi, ${outcomes.failed} thất bại.`,
    `Sheets: ${calls.sheetsReads} lần đọc, ${calls.sheetsWrites} lần ghi (${calls.cellsWritten} ô).`,
    `Firestore: ${calls.documentsRead} đọc, ${calls.documentsWritten} ghi, và 1 bản ghi lượt chạy.`,
    `Thư chờ gửi: ${mails}.`,
  ].join(' ');
}

/** The exit code: 0 when every unit was checked, 1 when one failed or the night did not run. */
export async function runOnce(system: LocalSystem, print: (line: string) => void): Promise<number> {
  const response = await fetch(`${system.address}functions/nightly`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  const answer = (await response.json()) as NightlyAnswer;
  if (response.status !== 200) {
    print(`Đêm kiểm tra không chạy được (${response.status}): ${answer.error?.message ?? ''}`);
    return 1;
  }
  if (answer.units.length === 0) print('Chưa có bảng tính nào để kiểm tra.');
  else print(resultTable(answer.units, (id) => findUnit(id)?.fullName ?? id));
  print(costLine(answer.summary));
  return answer.summary.outcomes.failed > 0 ? 1 : 0;
}
