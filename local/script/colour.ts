/** Colours as Apps Script writes them, `#rrggbb`, and as the Sheets API does, by channel from 0 to 1. */
import type { JsonObject } from '../sheets/json.ts';
import type { CellData } from '../sheets/model.ts';

const WHITE = '#ffffff';
const FULL = 255;

interface Colour {
  readonly red?: number;
  readonly green?: number;
  readonly blue?: number;
}

const hex = (channel = 0): string =>
  Math.round(channel * FULL)
    .toString(16)
    .padStart(2, '0');

/** A cell without a colour of its own reads white. */
export function backgroundOf({ userEnteredFormat }: CellData): string {
  const colour = userEnteredFormat?.backgroundColor as Colour | undefined;
  return colour === undefined ? WHITE : `#${hex(colour.red)}${hex(colour.green)}${hex(colour.blue)}`;
}

/** Throws for what is not `#rrggbb`: Google also takes names, which the script does not use. */
export function colourOf(text: string): JsonObject {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text)?.slice(1);
  if (!channels) throw new Error(`Not a colour: ${text}`);
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => Number.parseInt(channel, 16) / FULL);
  return { red, green, blue };
}
