import assert from 'node:assert/strict';
import { renderLine, renderProblem, renderRaw, showCell } from '../../functions/domain/message.ts';
import type { Cell } from '../../schemas/cells.ts';
import type { Problem } from '../../schemas/rule.ts';
import type { CellValue } from '../../schemas/workbook.ts';

const problem = (part: Partial<Problem> & Pick<Problem, 'rule' | 'variant'>): Problem => ({
  severity: 'error',
  tab: 'activities',
  title: 'Hoạt động 08-2022',
  row: 1234,
  column: 'turns',
  value: '',
  ...part,
});

describe('the words of a problem', () => {
  it('have points between the thousands of what is counted, and none in rows, years and what is to be typed', () => {
    const { what } = renderProblem(
      problem({ rule: 'report.informed-exceeds-total', variant: 'exceeds', details: { informed: 1201, total: 1200 } }),
    );
    assert.equal(what, 'Số đã được phổ biến (1.201) lớn hơn tổng số (1.200).');
    assert.equal(
      renderProblem(problem({ rule: 'row.total', variant: 'row' })).what,
      'Dòng 1234 là dòng cộng nên không tính; tổng số do hệ thống tự cộng.',
    );
    const details = { understood: '1,25', perhaps: '1.250' };
    assert.equal(
      renderProblem(problem({ rule: 'cell.not-whole', variant: 'thousands', details, suggestion: 1250 })).fix,
      'Có phải là 1.250? Vui lòng gõ 1250 (không dùng dấu chấm, dấu phẩy).',
    );
  });

  it('begin with a capital where the value is not shown', () => {
    assert.equal(
      renderProblem(problem({ rule: 'cell.not-a-number', variant: 'unreadable' })).what,
      'Nội dung ô này chưa đọc được là số.',
    );
  });

  it('stand on one line behind the sign of how serious it is', () => {
    assert.equal(
      renderLine(problem({ rule: 'cell.not-a-number', variant: 'unreadable', value: 'đông\nlắm' })),
      '✗ «đông lắm» chưa đọc được là số. Vui lòng chỉ ghi chữ số, ví dụ 25; không có thì ghi 0.',
    );
  });
});

describe('a cell in a message', () => {
  type Case = readonly [CellValue, Cell['kind'] | undefined, shown: string, typed?: string];
  const CASES: readonly Case[] = [
    [44910, 'date', '15/12/2022'],
    [44910.75, 'date', '15/12/2022'],
    ['15.12.2022', 'date', '15.12.2022'],
    [15, 'date', '15'],
    [1e15, 'date', '1000000000000000'],
    [true, 'checkbox', 'có'],
    [false, 'checkbox', 'không'],
    [2500, 'count', '2.500', '2500'],
    [2.5, 'count', '2,5', '2.5'],
    ['2500', 'count', '2500'],
    [2022, 'year', '2022'],
    [45, 'decisionNumber', '45'],
    [null, 'text', ''],
    ['hai\ndòng', 'text', 'hai dòng', 'hai\ndòng'],
  ];
  for (const [value, kind, shown, typed = shown] of CASES) {
    it(`${kind} ${JSON.stringify(value)} is «${shown}»`, () => {
      assert.deepEqual([showCell(value, kind), renderRaw(value, kind)], [shown, typed]);
    });
  }
});
