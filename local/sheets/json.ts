/** The JSON that travels between client, memory and disk. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [field: string]: Json | undefined;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A copy without the fields whose value is null: Google reads `null` as "not set".
 * Nulls inside lists stay, because in a list of values they mean "leave this cell alone".
 */
export function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  const kept: JsonObject = {};
  for (const [field, inner] of Object.entries(value)) {
    if (inner !== null && inner !== undefined) kept[field] = withoutNulls(inner);
  }
  return kept;
}
