/**
 * Google answers every colour twice, as `backgroundColor` and as `backgroundColorStyle.rgbColor`,
 * in single precision, without channels that are 0. It keeps eight bits of each channel: 0.5 comes back as 127/255.
 */

import type { MaskTree } from './field-mask.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { THEME_COLOURS } from './theme.ts';

const COLOUR_FIELDS = [
  'backgroundColor',
  'foregroundColor',
  'tabColor',
  'color',
  'headerColor',
  'firstBandColor',
  'secondBandColor',
  'footerColor',
] as const;
const STYLE_FIELDS: ReadonlyMap<string, string> = new Map(COLOUR_FIELDS.map((field) => [`${field}Style`, field]));
const PLAIN_FIELDS: ReadonlySet<string> = new Set(COLOUR_FIELDS);
const CHANNELS = ['red', 'green', 'blue', 'alpha'];

const LARGEST_CHANNEL = 255;
const SHORTEST = 6;
const LONGEST = 9;

/** The nearest of the 256 steps that Google keeps of a channel; a tie falls to the lower one. */
const eightBits = (value: number): number => Math.ceil(value * LARGEST_CHANNEL - 0.5) / LARGEST_CHANNEL;

/** The shortest decimal that is the same single-precision number: 0.4980392156862745 → 0.49803922. */
function singlePrecision(value: number): number {
  const single = Math.fround(value);
  for (let digits = SHORTEST; digits < LONGEST; digits += 1) {
    const short = Number(single.toPrecision(digits));
    if (Math.fround(short) === single) return short;
  }
  return single;
}

const isColour = (value: Json | undefined): value is JsonObject =>
  isObject(value) && Object.keys(value).every((channel) => CHANNELS.includes(channel));

function colour(value: JsonObject): JsonObject {
  const kept: JsonObject = {};
  for (const channel of CHANNELS) {
    const amount = value[channel];
    if (typeof amount !== 'number') continue;
    const shown = singlePrecision(eightBits(amount));
    if (shown !== 0) kept[channel] = shown;
  }
  return kept;
}

/** The plain colour that a style stands for; a theme colour is looked up in the default theme. */
function colourOfStyle(style: JsonObject): JsonObject | null {
  if (isColour(style.rgbColor)) return colour(style.rgbColor);
  return typeof style.themeColor === 'string' ? (THEME_COLOURS[style.themeColor] ?? null) : null;
}

function pair(written: JsonObject, field: string, value: JsonObject): void {
  const plain = STYLE_FIELDS.get(field);
  if (plain !== undefined) {
    // A style that names no colour is no style: `{rgbColor: null}` takes a colour away.
    if (Object.keys(value).length === 0) return void delete written[field];
    written[field] = isColour(value.rgbColor) ? { rgbColor: colour(value.rgbColor) } : value;
    const known = colourOfStyle(value);
    if (known) written[plain] = known;
  } else if (written[`${field}Style`] === undefined) {
    written[field] = colour(value);
    written[`${field}Style`] = { rgbColor: colour(value) };
  }
}

/** A copy in which every colour is given in both ways. A style wins over a plain colour, as in Google. */
export function withColours(value: JsonObject): JsonObject {
  const written: JsonObject = {};
  for (const [field, inner] of Object.entries(value)) written[field] = coloured(inner);
  for (const [field, inner] of Object.entries(value)) {
    if (!isObject(inner)) continue;
    if (STYLE_FIELDS.has(field) || (PLAIN_FIELDS.has(field) && isColour(inner))) pair(written, field, inner);
  }
  return written;
}

function coloured(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => coloured(item) ?? null);
  return isObject(value) ? withColours(value) : value;
}

/** The mask that also names the other form of each colour, so that clearing one clears both. */
export function maskWithColours(mask: MaskTree): MaskTree {
  if (mask === true) return true;
  const wider: { [field: string]: MaskTree } = {};
  for (const [field, below] of Object.entries(mask)) {
    const plain = STYLE_FIELDS.get(field) ?? (PLAIN_FIELDS.has(field) ? field : null);
    if (plain === null) {
      wider[field] = maskWithColours(below);
    } else {
      wider[plain] = true;
      wider[`${plain}Style`] = true;
    }
  }
  return wider;
}
