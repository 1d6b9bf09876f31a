import { maskWithColours, withColours } from '../colours.ts';
import { writeMasked } from '../field-mask.ts';
import { invalidArgument } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import type { SpreadsheetProperties } from '../model.ts';
import { handler } from './handler.ts';
import { requiredMask } from './mask.ts';

interface UpdateSpreadsheetProperties {
  properties?: JsonObject;
  fields?: string;
}

const LOCALE = /^[a-z]{2,3}(?:_[A-Z]{2})?$/;

/** Refuses what would make every later reading of the spreadsheet wrong. */
export function assertValidProperties({ locale, timeZone, title }: Partial<SpreadsheetProperties>): void {
  if (title === '') throw invalidArgument('Spreadsheet title cannot be empty.');
  if (locale !== undefined && !LOCALE.test(locale)) throw invalidArgument(`Unsupported locale: ${locale}`);
  if (timeZone === undefined) return;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw invalidArgument(`Invalid timezone: ${timeZone}`);
  }
}

export const updateSpreadsheetProperties = handler<UpdateSpreadsheetProperties>(
  ({ spreadsheet }, { properties = {}, fields }) => {
    const mask = maskWithColours(requiredMask(fields, 'SpreadsheetProperties'));
    const old = spreadsheet.properties as unknown as JsonObject;
    const fresh = writeMasked(old, withColours(properties), mask) as unknown as Partial<SpreadsheetProperties>;
    assertValidProperties(fresh);
    spreadsheet.properties = { ...spreadsheet.properties, ...fresh };
  },
);
