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
