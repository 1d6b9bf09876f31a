/** Adds up what a replay found, and prints it. */
import type { Outcome } from './replay.ts';

export interface Count {
  requests: number;
  status: number;
  exact: number;
}

export interface Report {
  readonly total: Count;
  /** Recordings with at least one judged request, and those of them that are exact throughout. */
  recordings: number;
  whole: number;
  readonly calls: Map<string, Count>;
  /** How often each difference was met. */
  readonly differences: Map<string, number>;
}

const MOST_DIFFERENCES = 25;
const DIFFERENCES_OF_ANSWER = 3;
const PERCENT = 100;

const noCount = (): Count => ({ requests: 0, status: 0, exact: 0 });

export const emptyReport = (): Report => ({
  total: noCount(),
  recordings: 0,
  whole: 0,
  calls: new Map(),
  differences: new Map(),
});

function add(count: Count, { isStatusRight, where }: Outcome): void {
  count.requests += 1;
  count.status += Number(isStatusRight);
  count.exact += Number(where.length === 0);
}

/** Takes in the outcomes of one recording; one without a judged request counts nowhere. */
export function addRecording(report: Report, outcomes: readonly Outcome[]): void {
  if (outcomes.length === 0) return;
  for (const outcome of outcomes) {
    const ofCall = report.calls.get(outcome.call) ?? noCount();
    report.calls.set(outcome.call, ofCall);
    add(ofCall, outcome);
    add(report.total, outcome);
    for (const where of outcome.where.slice(0, DIFFERENCES_OF_ANSWER)) {
      const difference = `${outcome.call}  ${where}`;
      report.differences.set(difference, (report.differences.get(difference) ?? 0) + 1);
    }
  }
  report.recordings += 1;
  report.whole += Number(outcomes.every(({ where }) => where.length === 0));
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((PERCENT * part) / whole).toFixed(1)} %`;

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}

const rowOf = (name: string, { requests, status, exact }: Count): string[] => [
  name,
  `${requests}`,
  share(status, requests),
  share(exact, requests),
];

export function printReport(report: Report): string {
  const { total, recordings, whole, calls } = report;
  const byName = [...calls].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => rowOf(name, count));
  const often = [...report.differences].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_DIFFERENCES);
  return [
    ...table([['call', 'requests', 'status', 'exact'], ...byName]),
    '',
    `status right      ${share(total.status, total.requests)}  (${total.status} of ${total.requests} requests)`,
    `body exact        ${share(total.exact, total.requests)}  (${total.exact} of ${total.requests} requests)`,
    `recordings whole  ${share(whole, recordings)}  (${whole} of ${recordings} recordings)`,
    ...(often.length > 0 ? ['', 'most frequent differences'] : []),
    ...often.map(([where, times]) => `${`${times}`.padStart(5)}  ${where}`),
  ].join('\n');
}
