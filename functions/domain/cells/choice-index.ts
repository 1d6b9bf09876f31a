/** A choice list, ready to be searched by what people type. Made once for each list. */
import { distance } from 'fastest-levenshtein';
import type { Choice, ChoiceList } from '../../../schemas/choice-lists.ts';
import { fold } from '../text.ts';

export interface Known {
  readonly choice: Choice;
  /** The list calls it a guess: understood, but said back. */
  readonly guessed: boolean;
}

/** The same team by its several names: RULES.md, "Readings of unclear words". */
const TEAM_NAMES = /\b(?:cong nghe so|chuyen doi so|cds|cns)(?: cong dong|cd)?\b/g;

/** The key of a choice. The team's own name is written in many ways, all of them one. */
export function choiceKey(text: string): string {
  return fold(text).replace(TEAM_NAMES, 'cnscd');
}

const indices = new WeakMap<ChoiceList, ReadonlyMap<string, Known>>();

function makeIndex(list: ChoiceList): ReadonlyMap<string, Known> {
  const index = new Map<string, Known>();
  for (const choice of list.choices) {
    for (const guess of choice.guesses ?? []) index.set(choiceKey(guess), { choice, guessed: true });
  }
  for (const choice of list.choices) {
    for (const name of [...(choice.aliases ?? []), choice.label])
      index.set(choiceKey(name), { choice, guessed: false });
  }
  return index;
}

export function choiceIndex(list: ChoiceList): ReadonlyMap<string, Known> {
  let index = indices.get(list);
  if (index === undefined) {
    index = makeIndex(list);
    indices.set(list, index);
  }
  return index;
}

/** Shorter names begin too many other words. */
const MIN_LEAD = 6;

/** `Khác (…)` is the one short name that is safe. */
const SAFE_LEADS = new Set(['khac']);
/** The chairman of a district, of a council or of a union is not the one of a commune: nothing is understood from `Chủ tịch UBND huyện`. */
const HIGHER_CHAIR =
  /^(?:kt |pho )?(?:chu tich|p?ct) (?:(?:ubnd )?(?:huyen|tinh|thi xa|thanh pho|tp|tx)|hdnd|hoi|ubmttq|mttq|mat tran|cong doan)(?![a-z])/;

/** The choice whose name the text begins with: `Chủ tịch UBND xã Vĩnh Hòa`. The longest name wins. */
export function choiceByBeginning(list: ChoiceList, key: string): Choice | null {
  if (HIGHER_CHAIR.test(key)) return null;
  const names = [...choiceIndex(list)].filter(
    ([name]) => (name.length >= MIN_LEAD || SAFE_LEADS.has(name)) && key.startsWith(`${name} `),
  );
  const [longest] = names.sort(([a], [b]) => b.length - a.length);
  return longest?.[1].choice ?? null;
}

const MAX_OFF = 0.34;
const MARGIN = 0.08;

/** The label that is nearest, if near enough to be worth asking (one letter of three may differ) and no other is about as near. */
export function nearestLabel(list: ChoiceList, key: string): string | null {
  if (HIGHER_CHAIR.test(key)) return list.choices.find((choice) => choice.value === 'other')?.label ?? null;
  const ranked = [...choiceIndex(list)]
    .filter(([, { guessed }]) => !guessed)
    .map(([name, { choice }]) => ({
      label: choice.label,
      off: distance(name, key) / Math.max(name.length, key.length),
    }))
    .sort((a, b) => a.off - b.off);
  const [best] = ranked;
  const other = ranked.find(({ label }) => label !== best?.label);
  if (best === undefined || best.off > MAX_OFF) return null;
  return other === undefined || other.off - best.off > MARGIN ? best.label : null;
}
