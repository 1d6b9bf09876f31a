/** Google's standard look of a new spreadsheet, as printed in its properties. */
import type { JsonObject } from './json.ts';

const WHITE = { red: 1, green: 1, blue: 1 };

export const THEME_COLOURS: Readonly<Record<string, JsonObject>> = {
  TEXT: {},
  BACKGROUND: WHITE,
  ACCENT1: { red: 0.25882354, green: 0.52156866, blue: 0.95686275 },
  ACCENT2: { red: 0.91764706, green: 0.2627451, blue: 0.20784314 },
  ACCENT3: { red: 0.9843137, green: 0.7372549, blue: 0.015686275 },
  ACCENT4: { red: 0.20392157, green: 0.65882355, blue: 0.3254902 },
  ACCENT5: { red: 1, green: 0.42745098, blue: 0.003921569 },
  ACCENT6: { red: 0.27450982, green: 0.7411765, blue: 0.7764706 },
  LINK: { red: 0.06666667, green: 0.33333334, blue: 0.8 },
};

export const DEFAULT_THEME: JsonObject = {
  primaryFontFamily: 'Arial',
  themeColors: Object.entries(THEME_COLOURS).map(([colorType, rgbColor]) => ({ colorType, color: { rgbColor } })),
};

export const DEFAULT_FORMAT: JsonObject = {
  backgroundColor: WHITE,
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    foregroundColorStyle: { rgbColor: {} },
  },
  backgroundColorStyle: { rgbColor: WHITE },
};
