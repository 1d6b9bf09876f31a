/** Where a row went when others inserted, deleted or sorted rows: found by its content, for numbers move. */

/** @typedef {import('./sheet-content.js').SheetContent} SheetContent */

const CHECK_HEADER = 'kiểm tra';

/** The system's own words change every night and are no part of what a row is. @param {SheetContent} content */
function checkColumn({ cells, frozenRows }) {
  const header = cells[Math.max(0, frozenRows - 1)] ?? [];
  return header.findIndex((cell) => cell?.text.normalize('NFC').trim().toLowerCase() === CHECK_HEADER);
}

/** @param {SheetContent} content @returns {string[]} */
function signatures(content) {
  const check = checkColumn(content);
  return Array.from({ length: content.rowCount }, (_, row) => {
    const texts = (content.cells[row] ?? []).map((cell, column) => (column === check ? '' : (cell?.text ?? '')));
    while (texts.length > 0 && (texts.at(-1) === '' || texts.at(-1) === 'FALSE')) texts.pop();
    return texts.join('\u0000');
  });
}

/**
 * @param {string[]} one
 * @param {string[]} other
 * @param {(list: string[], index: number) => string | undefined} at
 */
function commonCount(one, other, at) {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && at(one, count) === at(other, count)) count += 1;
  return count;
}

/**
 * Makes a function from rows of `before` to rows of `after`; null is a row that is gone, or that cannot be told from others.
 * @param {SheetContent} before
 * @param {SheetContent} after
 * @returns {(row: number) => number | null}
 */
export function rowFollower(before, after) {
  const [was, is] = [signatures(before), signatures(after)];
  const head = commonCount(was, is, (list, index) => list[index]);
  const tail = Math.min(
    commonCount(was, is, (list, index) => list[list.length - 1 - index]),
    Math.min(was.length, is.length) - head,
  );
  const middle = is.slice(head, is.length - tail);
  return (row) => {
    if (row < head) return row;
    if (row >= was.length - tail) return row + is.length - was.length;
    const places = middle.flatMap((signature, index) => (signature === was[row] ? [head + index] : []));
    if (places.length === 1) return places[0] ?? null;
    // As many rows as before, and this one reads differently: someone edited it where it stands.
    return places.length === 0 && was.length === is.length && !isElsewhere(was, is, row) ? row : null;
  };
}

/** Whether what now stands in a row came from another one: then rows were moved, not edited. @param {string[]} was @param {string[]} is @param {number} row */
const isElsewhere = (was, is, row) =>
  is[row] !== '' && was.some((signature, at) => at !== row && signature === is[row]);
