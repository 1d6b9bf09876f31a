/** A cell's format with every default filled in, as Google computes it. */
import { isObject, type JsonObject } from './json.ts';
import type { ExtendedValue } from './model.ts';
import { isDateFormat, numberFormatOf, patternOf } from './render.ts';

/** `changes` laid over `base`, object by object. */
function layered(base: JsonObject, changes: JsonObject): JsonObject {
  const merged: JsonObject = { ...base };
  for (const [field, value] of Object.entries(changes)) {
    const under = merged[field];
    merged[field] = isObject(under) && isObject(value) && !field.includes('olor') ? layered(under, value) : value;
  }
  return merged;
}

/** Numbers stand right, texts left, check boxes and errors in the middle. */
export function alignment(value: ExtendedValue | undefined): string {
  if (value?.numberValue !== undefined) return 'RIGHT';
  return value?.boolValue === undefined && !value?.errorValue ? 'LEFT' : 'CENTER';
}

export function effectiveFormat(
  defaults: JsonObject,
  entered: JsonObject,
  horizontalAlignment: string,
  isLink: boolean,
  locale: string,
): JsonObject {
  const merged = layered(
    { ...defaults, horizontalAlignment, hyperlinkDisplayType: isLink ? 'LINKED' : 'PLAIN_TEXT' },
    entered,
  );
  const numberFormat = numberFormatOf(entered);
  const pattern = patternOf(numberFormat, locale);
  if (pattern !== null && isDateFormat(numberFormat)) merged.numberFormat = { type: numberFormat.type, pattern };
  return merged;
}
