/** How texts, names of units, phones, links and choices get mistyped. */
import iconv from 'iconv-lite';
import { ACTIVITY_KINDS, type Choice, ROLES, SIGNERS, TEAM_LEVELS } from '../../schemas/choice-lists.ts';
import { type Commune, type ReportingUnit, unitsWithCommunes } from '../../schemas/units.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { kindWord } from './labels.ts';
import type { CellMistake, CellPlace } from './mistakes.ts';
import { between, pick, type Random } from './random.ts';
import recipe from './recipe.json' with { type: 'json' };
import { folded, newStyleTones, telexKeys, withoutMarks } from './spelling.ts';

const PLACES = ['commune', 'village'];
const TEXTS = [...PLACES, 'content', 'position'];

const CHOICES: Readonly<Record<string, readonly Choice[]>> = {
  level: TEAM_LEVELS.choices,
  signer: SIGNERS.choices,
  role: ROLES.choices,
  kind: ACTIVITY_KINDS.choices,
};

const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  Xã: ['X. ', 'xã ', ''],
  Phường: ['P. ', 'P.', 'P'],
  'Thị trấn': ['TT. ', 'TT.', 'TT '],
  'Khu phố': ['KP ', 'KP', 'Kp'],
};

export const TEXT_MISTAKES: readonly CellMistake[] = [
  { kind: 'nfdText', columns: [...TEXTS, 'name'], mistype: (value) => String(value).normalize('NFD') },
  { kind: 'tonePlacement', columns: TEXTS, mistype: (value) => newStyleTones(String(value)) },
  { kind: 'caseOrSpaces', columns: [...TEXTS, 'name'], mistype: caseOrSpaces },
  { kind: 'noBreakSpace', columns: [...TEXTS, 'name'], mistype: (value) => String(value).replaceAll(' ', '\u00a0') },
  { kind: 'abbreviatedPrefix', columns: PLACES, mistype: abbreviatedPrefix },
  { kind: 'noDiacritics', columns: PLACES, mistype: noDiacritics },
  { kind: 'formerName', columns: ['commune'], mistype: formerName },
  { kind: 'legacyEncoding', columns: ['commune'], mistype: legacyEncoding },
  { kind: 'rawTelex', columns: ['commune'], mistype: (value) => telexKeys(String(value)) },
  { kind: 'wrongDistrict', columns: ['commune'], mistype: wrongDistrict },
  { kind: 'choiceAlias', columns: Object.keys(CHOICES), mistype: choiceAlias },
  { kind: 'plainDecisionSymbol', columns: ['decisionNumber'], mistype: (value) => String(value).replace('QĐ', 'QD') },
  {
    kind: 'shortDecisionNumber',
    columns: ['decisionNumber'],
    mistype: (value) => `QĐ số ${parseInt(String(value), 10)}`,
  },
  { kind: 'zaloDoneText', columns: ['zaloLink'], mistype: () => 'đã lập' },
  {
    kind: 'zaloPersonalPage',
    columns: ['zaloLink'],
    mistype: (_, { random }) => `https://zalo.me/${sparePhone(random)}`,
  },
  { kind: 'phoneLostZero', columns: ['phone'], mistype: (value) => Number(value) },
  { kind: 'phoneWrongLength', columns: ['phone'], mistype: (value) => String(value).slice(0, -1) },
  { kind: 'twoPhones', columns: ['phone'], mistype: (value, { random }) => `${value} - ${sparePhone(random)}` },
  { kind: 'otherTitle', columns: ['position'], mistype: otherTitle },
  {
    kind: 'phoneInText',
    columns: ['content'],
    mistype: (value, { random }) => `${value}, liên hệ ${sparePhone(random)}`,
  },
];

/** The longest beginning is the position: «Phó Bí thư Đoàn xã». */
const TITLES = Object.entries(recipe.members.titles).toSorted(([one], [other]) => other.length - one.length);

function otherTitle(value: CellValue, { random, commune }: CellPlace): string | undefined {
  const title = String(value);
  const [canonical, ways] = TITLES.find(([beginning]) => title.startsWith(beginning)) ?? [];
  if (canonical === undefined || ways === undefined || /^Công an viên/.test(title)) return undefined;
  const place = title.slice(canonical.length).trim() || 'thôn';
  return pick(random, ways).replace('{kind}', kindWord(commune)).replace('{place}', place);
}

/** The last thousand of the synthetic block, which no member has. */
function sparePhone(random: Random): string {
  return `0900009${String(between(random, 1, 999)).padStart(3, '0')}`;
}

function caseOrSpaces(value: CellValue, { random }: CellPlace): string {
  const text = String(value);
  const ways = [` ${text}`, `${text} `, text.replace(' ', '  '), text.toUpperCase()];
  return pick(random, ways);
}

function abbreviatedPrefix(value: CellValue, { random }: CellPlace): string | undefined {
  const text = String(value);
  const prefix = Object.keys(ABBREVIATIONS).find((candidate) => text.startsWith(`${candidate} `));
  if (prefix === undefined) return undefined;
  const name = text.slice(prefix.length + 1);
  const short = pick(random, ABBREVIATIONS[prefix] as string[]);
  // Letters alone are joined to numbers only: P1, but never PĐông Lễ.
  return /\p{L}$/u.test(short) && !/^\d/.test(name) ? `${short}. ${name}` : short + name;
}

/** Not where the bare letters are a former commune's name as well: Cam Thành, Cam Thanh. */
function noDiacritics(value: CellValue, { unit, commune }: CellPlace): string | undefined {
  const isFormer = formerNames(unit).some((name) => folded(name) === folded(commune.name));
  return isFormer ? undefined : withoutMarks(String(value));
}

function formerNames(unit: ReportingUnit): string[] {
  return unit.communes.flatMap((commune) => [...(commune.formerNames ?? []), ...(commune.formerNamesPartial ?? [])]);
}

function formerName(_: CellValue, { random, commune }: CellPlace): string | undefined {
  // «Hải Lăng (thị trấn)» says more than anyone types.
  const names = (commune.formerNames ?? []).filter((name) => !name.includes('('));
  return names.length > 0 ? `Xã ${pick(random, names)}` : undefined;
}

/** TCVN3 bytes pasted as Latin-1. */
function legacyEncoding(value: CellValue): string {
  return iconv.encode(String(value), 'tcvn').toString('latin1');
}

function wrongDistrict(_: CellValue, { random, unit }: CellPlace): string {
  const known = new Set([...unit.communes.map(({ name }) => folded(name)), ...formerNames(unit).map(folded)]);
  const others = unitsWithCommunes().flatMap(({ communes }) => communes);
  return pick(
    random,
    others.filter((commune: Commune) => !known.has(folded(commune.name))),
  ).fullName;
}

function choiceAlias(value: CellValue, { random, column }: CellPlace): string | undefined {
  const aliases = CHOICES[column]?.find(({ label }) => label === value)?.aliases ?? [];
  return aliases.length > 0 ? pick(random, aliases) : undefined;
}
