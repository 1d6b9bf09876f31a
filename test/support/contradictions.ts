/**
 * When two problems of one cell cannot both be followed:
 *
 * - two errors ask for different values;
 * - one says that the cell was understood, another that it cannot be read;
 * - the cell is said to be blank, and is blamed for its content as well;
 * - the same thing is said twice.
 *
 * An error of another kind on a cell that was understood is none: a day may be read well and lie outside the month.
 */
import type { Problem } from '../../schemas/rule.ts';

/** Said of a cell whose value was taken. That a stroke reads as blank goes well with the cell's being asked for. */
const isUnderstood = ({ rule, variant }: Problem): boolean =>
  (rule === 'cell.normalised' && variant !== 'blank') ||
  ['cell.guessed', 'cell.approximate', 'cell.serial-as-count'].includes(rule);

const READERS_OWN = ['team.commune-unknown', 'member.phone', 'member.name-incomplete', 'member.birth-year'];

/** Said of a cell whose value was not taken. */
const isUnreadable = ({ rule, severity }: Problem): boolean =>
  severity === 'error' && rule !== 'cell.required' && (rule.startsWith('cell.') || READERS_OWN.includes(rule));

const isBlank = ({ rule }: Problem): boolean => rule === 'cell.required' || rule === 'team.decision-missing';

function clash(one: Problem, other: Problem): string | null {
  if (one.rule === other.rule && one.variant === other.variant) return 'said twice';
  const bothErrors = one.severity === 'error' && other.severity === 'error';
  const asked = one.suggestion !== undefined && other.suggestion !== undefined;
  if (bothErrors && asked && one.suggestion !== other.suggestion) return 'different values';
  if ((isUnderstood(one) && isUnreadable(other)) || (isUnderstood(other) && isUnreadable(one))) {
    return 'understood and unreadable';
  }
  return bothErrors && (isBlank(one) || isBlank(other)) ? 'blank and blamed' : null;
}

const nameOf = ({ rule, variant }: Problem): string => `${rule}/${variant}`;

/** Each clash of two problems on one cell, in words; empty when all of them can be followed. */
export function contradictions(problems: readonly Problem[]): readonly string[] {
  const placed = problems.filter(({ row, column }) => row !== null && column !== null);
  const cells = Map.groupBy(placed, ({ title, row, column }) => `${title}!${column}${row}`);
  return [...cells].flatMap(([cell, found]) =>
    found.flatMap((one, at) =>
      found.slice(at + 1).flatMap((other) => {
        const why = clash(one, other);
        return why === null ? [] : [`${cell}: ${nameOf(one)} and ${nameOf(other)}: ${why}`];
      }),
    ),
  );
}
