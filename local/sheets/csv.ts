/** Comma-separated values, as RFC 4180 describes them: quoted fields may hold separators, quotes and line breaks. */

const FIELD = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|\r|\n|$)/y;

/** The fields of each line. A line break at the very end opens no further line. */
export function parseCsv(text: string): string[][] {
  const content = text.replace(/^\uFEFF/, '');
  const lines: string[][] = [];
  let line: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < content.length) {
    const match = FIELD.exec(content);
    if (!match) throw new SyntaxError(`A quote is not closed, or stands inside a field: line ${lines.length + 1}.`);
    const [, field = '', end] = match;
    line.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === ',') {
      if (FIELD.lastIndex === content.length) line.push('');
      continue;
    }
    lines.push(line);
    line = [];
  }
  return line.length > 0 ? [...lines, line] : lines;
}
