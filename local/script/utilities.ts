/** The part of `Utilities` that the script uses. https://developers.google.com/apps-script/reference/utilities/utilities */
import { gunzipSync } from 'node:zlib';
import type { ScriptBlob, ScriptUtilities } from '../../apps-script/google.ts';

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fractionalSecond';

/** The letters of Java's `SimpleDateFormat` that the script uses; all of them pad with zeros. */
const LETTERS: Readonly<Record<string, Part>> = {
  yyyy: 'year',
  MM: 'month',
  dd: 'day',
  HH: 'hour',
  mm: 'minute',
  ss: 'second',
  SSS: 'fractionalSecond',
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a thousand times more than using it, and a script asks for every date of a tab. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}

const partsOf = (date: Date, timeZone: string): ReadonlyMap<string, string> =>
  new Map(
    formatOf(timeZone)
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  );

interface Blob extends ScriptBlob {
  readonly bytes: Uint8Array;
}

const blobOf = (bytes: Uint8Array): Blob => ({
  bytes,
  getDataAsString(charset) {
    if (charset !== 'UTF-8') throw new Error(`Blob.getDataAsString: the imitation does not know «${charset}».`);
    return Buffer.from(bytes).toString();
  },
});

export const utilities: Omit<ScriptUtilities<Blob>, 'getUuid'> = {
  newBlob: (bytes) => blobOf(Uint8Array.from(bytes)),
  ungzip: ({ bytes }) => blobOf(gunzipSync(bytes)),
  formatDate(date, timeZone, pattern) {
    // A date of the script's own realm is no `instanceof` ours, and Intl wants one that is.
    const parts = partsOf(new Date(date.getTime()), timeZone);
    return pattern.replace(/[A-Za-z]+/g, (letters) => {
      const part = LETTERS[letters];
      if (part === undefined) throw new Error(`Utilities.formatDate: the imitation does not know «${letters}».`);
      return parts.get(part) ?? '';
    });
  },
};
