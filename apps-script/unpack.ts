/** Opens the data that the build has packed (`bundle/packed-data.ts`), when the script is loaded and before any check. */
import type { ScriptBlob, ScriptUtilities } from './google.ts';

const BROKEN = 'Chương trình kiểm tra trong bảng tính bị hỏng. Vui lòng báo Sở để được cài lại.';

type Reference = { readonly '='?: number } | null;

/** Lines of JSON, as gzip, as text. */
export interface Packed {
  readonly text: string;
  readonly byteCount: number;
}

/** The values by line. A damaged text throws: there is no check without the rulebook. */
export function unpack<Blob extends ScriptBlob>(
  utilities: Pick<ScriptUtilities<Blob>, 'newBlob' | 'ungzip'>,
  { text, byteCount }: Packed,
): readonly unknown[] {
  const values: unknown[] = [];
  const referred = (_: string, value: Reference): unknown => {
    const line = value?.['='];
    return line === undefined ? value : values[line];
  };
  try {
    const zipped = utilities.newBlob(bytesOf(text).slice(0, byteCount), 'application/x-gzip');
    const json = utilities.ungzip(zipped).getDataAsString('UTF-8');
    // Most lines refer to no other; asking about each of their values would take three times as long.
    for (const line of json.split('\n')) values.push(JSON.parse(line, line.includes('{"=":') ? referred : undefined));
    return values;
  } catch (cause) {
    throw new Error(`${BROKEN} (${String(cause)})`);
  }
}

/** From text as `bundle/base91.ts` makes it; bytes as Java has them, from -128 to 127, and perhaps one too many. */
export function bytesOf(text: string): number[] {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at += 2) {
    // Twice in full: a call for each character would take longer than all the rest.
    const one = text.charCodeAt(at);
    const other = text.charCodeAt(at + 1);
    held |= ((one < 92 ? one - 35 : one - 36) * 91 + other - (other < 92 ? 35 : 36)) << bits;
    for (bits += 13; bits > 7; bits -= 8) {
      bytes.push((held << 24) >> 24);
      held >>= 8;
    }
  }
  return bytes;
}
