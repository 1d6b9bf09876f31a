/** What a month's form has besides its own lines: a line for each of the month's tasks, and the remark beside every line. */
import { text } from './cells.ts';
import { asked, FORM_COLUMNS, type Line, type Lines } from './form.ts';
import { MonthlyReport } from './tabs/monthly-report.ts';

/** Task lines are told from the form's own by this, in their key and before their label. */
const TASK_KEY = 'task:';
export const TASK_LABEL = 'Nhiệm vụ: ';

/** The line of a digital transformation task that the Department set for a month. KH 115, V.1. */
export function taskLine(task: string): Line {
  return asked(text(), {
    label: `${TASK_LABEL}${task}`,
    help: 'Ghi ngắn gọn kết quả thực hiện nhiệm vụ trong kỳ.',
    clause: 'V.1',
  });
}

/** The task that a label in column A names; null for any other text. */
export function taskOfLabel(label: string): string | null {
  return /^\s*nhiệm vụ\s*:\s*(\S.*?)\s*$/iu.exec(label.normalize('NFC'))?.[1] ?? null;
}

export const taskKey = (task: string): string => `${TASK_KEY}${task}`;

/** The line of a task by its key; undefined for any other key. */
export function lineOfKey(key: string): Line | undefined {
  return key.startsWith(TASK_KEY) ? taskLine(key.slice(TASK_KEY.length)) : undefined;
}

/** What a problem names its column by when it lies in `Ghi chú` beside a line, and not in the line's value. */
const REMARK_KEY = 'remark:';

export const remarkKey = (line: string): string => `${REMARK_KEY}${line}`;

/** The line whose remark a key names; null for the key of a line itself. */
export const lineOfRemark = (key: string): string | null =>
  key.startsWith(REMARK_KEY) ? key.slice(REMARK_KEY.length) : null;

/** The column of the form, counted from 0, that a key speaks of: a line's value, or the remark beside it. */
export const formColumnOf = (key: string | null): number =>
  (key !== null && lineOfRemark(key) !== null ? FORM_COLUMNS.remark : FORM_COLUMNS.value).column;

/** All lines of one month's form, in their order on the sheet; `tasks` are the names of the month's tasks. */
export function linesWithTasks(tasks: readonly string[]): Lines {
  const own = Object.entries<Line>(MonthlyReport.lines);
  const place = own.findIndex(([key]) => key === MonthlyReport.tasksBelow) + 1;
  const dynamic = tasks.map((task): [string, Line] => [taskKey(task), taskLine(task)]);
  return Object.fromEntries([...own.slice(0, place), ...dynamic, ...own.slice(place)]);
}
