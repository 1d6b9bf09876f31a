/** Copied cells as plain text: columns by tabs, rows by line breaks, cells that hold either in quotation marks. */

/**
 * @param {string} text
 * @returns {string[][]}
 */
export function pastedRows(text) {
  /** @type {string[][]} */
  const rows = [[]];
  let cell = '';
  let at = 0;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  const body = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  while (at < body.length) {
    const quoted = cell === '' && body[at] === '"' ? /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(body.slice(at)) : null;
    if (quoted) {
      cell = (quoted[1] ?? '').replaceAll('""', '"');
      at += quoted[0].length;
      continue;
    }
    const letter = body[at] ?? '';
    at += 1;
    if (letter === '\t') endCell();
    else if (letter === '\n') {
      endCell();
      rows.push([]);
    } else cell += letter;
  }
  endCell();
  return rows;
}

/**
 * A rectangle that starts at the corner of what is selected. One value fills all that is selected; short rows end in blanks.
 * @param {string} text
 * @param {import('../public/load-editor.js').Area} selected
 * @returns {string[][]}
 */
export function pastedBlock(text, { top, left, bottom, right }) {
  const rows = pastedRows(text);
  const width = Math.max(...rows.map((row) => row.length));
  const [[only = ''] = []] = rows;
  if (rows.length > 1 || width > 1) return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
  return Array.from({ length: bottom - top }, () => Array.from({ length: right - left }, () => only));
}
