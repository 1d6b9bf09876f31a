/** Every kind of mistake the sample knows, and what RULES say of it. */
import type { DateRange, PlainDate } from '../../schemas/calendar.ts';
import type { Commune, ReportingUnit } from '../../schemas/units.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import type { Random } from './random.ts';
import type recipe from './recipe.json';

type Rates = (typeof recipe)['mistakes'];

export type CellMistakeKind = keyof Rates['perCell'];
export type MistakeKind =
  | CellMistakeKind
  | keyof Rates['perTeam']
  | keyof Rates['perRow']
  | 'mergedCommuneCells'
  | 'shiftedBlock';

/** reject: the row cannot be counted. warn, finding: counted and said. normalise: understood without a word of blame. */
export type Verdict = 'reject' | 'warn' | 'finding' | 'normalise';

export const VERDICTS: Readonly<Record<MistakeKind, Verdict>> = {
  nfdText: 'normalise',
  tonePlacement: 'normalise',
  caseOrSpaces: 'normalise',
  noBreakSpace: 'normalise',
  abbreviatedPrefix: 'normalise',
  choiceAlias: 'normalise',
  otherTitle: 'normalise',
  noDiacritics: 'warn',
  formerName: 'reject',
  legacyEncoding: 'reject',
  rawTelex: 'reject',
  wrongDistrict: 'reject',
  dateAsText: 'normalise',
  dateWithoutYear: 'warn',
  dateMonthFirst: 'reject',
  impossibleDate: 'reject',
  futureDate: 'reject',
  dateOutOfPeriod: 'reject',
  phoneLostZero: 'normalise',
  phoneWrongLength: 'reject',
  twoPhones: 'warn',
  phoneInText: 'warn',
  numberWithUnit: 'normalise',
  approximate: 'warn',
  negative: 'reject',
  numberAsWords: 'reject',
  formulaError: 'reject',
  plainDecisionSymbol: 'normalise',
  shortDecisionNumber: 'warn',
  zaloDoneText: 'warn',
  zaloPersonalPage: 'reject',
  earlyDecision: 'warn',
  missingLeader: 'finding',
  twoLeaders: 'finding',
  memberInTwoTeams: 'warn',
  duplicateRow: 'reject',
  villageMissing: 'reject',
  decisionMissing: 'reject',
  requiredBlank: 'reject',
  mergedCommuneCells: 'reject',
  shiftedBlock: 'reject',
};

/** Where the cell lies. */
export interface CellPlace {
  readonly random: Random;
  readonly column: string;
  readonly unit: ReportingUnit;
  readonly commune: Commune;
  readonly asOf: PlainDate;
  /** Of the month's tab; null for the rosters. */
  readonly window: DateRange | null;
}

export interface CellMistake {
  readonly kind: CellMistakeKind;
  readonly columns: readonly string[];
  /** The cell as typed by mistake; undefined where this mistake cannot happen to this value. */
  readonly mistype: (value: CellValue, place: CellPlace) => CellValue | undefined;
}
