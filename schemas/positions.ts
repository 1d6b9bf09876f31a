/** The positions that the plan asks for in a team, and how staff write them. KH 115, III.3.1.2 and III.3.1.3. */
import positions from './data/positions.json' with { type: 'json' };

/** A seat that the plan describes by its holder's position. */
export type Slot = keyof typeof positions.slots;

/** The seats of a commune team besides its leader's: exactly one each. KH 115, III.3.1.2. */
export const COMMUNE_SLOTS = [
  'youthUnion',
  'womensUnion',
  'reformOfficer',
  'cultureOrPolice',
] as const satisfies readonly Slot[];

/** Phrases by which a title fits a slot; one that begins with `=` must be the whole title. */
export interface SlotPhrases {
  /** The slot as a message names it. */
  readonly label: string;
  readonly is: readonly string[];
  /** Leave it open whether the title fits. */
  readonly maybe: readonly string[];
  /** Taken out of a title before the others are looked for: «Phó Trưởng thôn» is no Trưởng thôn. */
  readonly not: readonly string[];
}

export const SLOTS: Readonly<Record<Slot, SlotPhrases>> = positions.slots;

/** What short forms stand for. They are written out, in titles and in phrases, before the two are compared without marks. */
export const POSITION_WORDS: Readonly<Record<string, string>> = positions.words;

/** Titles that fit everywhere and say nothing: «Cán bộ xã», «Tổ trưởng». */
export const VAGUE_POSITIONS: readonly string[] = positions.vague;
