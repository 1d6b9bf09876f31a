import { type MaskTree, parseFieldMask } from '../field-mask.ts';
import { invalidArgument } from '../google-error.ts';
import { unknownPath } from '../request-schema.ts';

/**
 * The mask of an update request, on Google's message `type`.
 * One without a mask changes nothing, one with a misspelt path something else than was meant: both are refused.
 */
export function requiredMask(fields: string | undefined, type: string): MaskTree {
  if (!fields)
    throw invalidArgument("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const mask = parseFieldMask(fields);
  const unknown = unknownPath(mask, type);
  if (unknown !== null) throw invalidArgument(`Invalid field: ${unknown}`);
  return mask;
}
