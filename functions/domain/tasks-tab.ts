/** `Nhiệm vụ tháng`: what the units answered to the tasks that the Department set. KH 115, V.1. */
import { TASK_COLUMNS } from '../../schemas/province/tabs.ts';
import type { SummaryDocument } from '../../schemas/summary.ts';
import { shortMonth } from './summary-figures.ts';
import { heading, type ProvinceView, type Rows, type ShownMonth, unitName } from './summary-tabs.ts';

const NO_ANSWER = 'Chưa báo cáo';
const WITHHELD = 'Có ghi họ tên hoặc số điện thoại; xin xem tại bảng tính của đơn vị.';

type Answers = NonNullable<SummaryDocument['tasks']>;

function taskRows(month: string, task: string, answers: Answers, units: readonly string[]): Rows {
  const ofUnit = new Map(answers.filter((one) => one.task === task).map((answer) => [answer.unit, answer]));
  const given = [...ofUnit.values()].filter(({ answer, withheld }) => withheld || answer !== null).length;
  return [
    [month, task, 'Cả tỉnh', `${given}/${units.length} đơn vị đã báo cáo`],
    ...units.map((unit) => {
      const found = ofUnit.get(unit);
      return [month, task, unitName(unit), found?.withheld ? WITHHELD : (found?.answer ?? NO_ANSWER)];
    }),
  ];
}

function monthRows({ month, summary }: ShownMonth): Rows {
  if (summary === null) return [];
  const answers = summary.tasks ?? [];
  const units = summary.units.filter(({ status }) => status !== 'not-applicable').map(({ unit }) => unit);
  const tasks = [...new Set(answers.map(({ task }) => task))];
  return tasks.flatMap((task) => taskRows(shortMonth(month.period), task, answers, units));
}

/** One row for a task and unit, so that people can filter them; each task's first row says how many have answered. */
export function tasksRows({ current, months }: ProvinceView): Rows {
  return [...heading(current), [...TASK_COLUMNS], ...months.flatMap(monthRows)];
}
