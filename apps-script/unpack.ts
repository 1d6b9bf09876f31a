/** Opens the data that the build has packed (`bundle/packed-schemas.ts`), when the script is loaded and before any check. */
import type { ScriptBlob, ScriptUtilities } from './google.ts';

const BROKEN = 'Chương trình kiểm tra trong bảng tính bị hỏng. Vui lòng báo Sở để được cài lại.';

type Reference = { readonly '='?: number } | null;

/** The values by line. A damaged text throws: there is no check without the rulebook. */
export function unpack<Blob extends ScriptBlob>(
  utilities: Pick<ScriptUtilities<Blob>, 'base64Decode' | 'newBlob' | 'ungzip'>,
  packed: string,
): readonly unknown[] {
  const values: unknown[] = [];
  const referred = (_: string, value: Reference): unknown => {
    const line = value?.['='];
    return line === undefined ? value : values[line];
  };
  try {
    const zipped = utilities.newBlob(utilities.base64Decode(packed), 'application/x-gzip');
    for (const line of utilities.ungzip(zipped).getDataAsString().split('\n')) values.push(JSON.parse(line, referred));
    return values;
  } catch (cause) {
    throw new Error(`${BROKEN} (${String(cause)})`);
  }
}
