/**
 * The kinds of cell that staff fill in. A kind says which value a cell gives once it is read (a Zod type), and what its
 * reader must know; how text becomes that value is decided in `functions/domain/cells/`, one file a kind.
 */
import * as z from 'zod/mini';
import { PlainDate } from './calendar.ts';
import type { ChoiceList } from './choice-lists.ts';

/** Longest text that is taken; longer ones are `cell.too-long`. */
export const MAX_TEXT = 2_000;
export const MAX_NAME = 100;

interface Kind<K extends string, T extends z.ZodMiniType> {
  readonly kind: K;
  /** What the cell's value is once it is read. */
  readonly type: T;
}

/** Free text, cleaned of invisible characters, else as typed. */
export interface TextCell extends Kind<'text', z.ZodMiniString> {
  readonly maxLength: number;
}
export const text = (maxLength = MAX_TEXT): TextCell => ({
  kind: 'text',
  type: z.string().check(z.minLength(1), z.maxLength(maxLength)),
  maxLength,
});

/** A day. `past`: one later than the day of the run is `cell.date-in-future`. */
export interface DateCell extends Kind<'date', typeof PlainDate> {
  readonly past: boolean;
}
export const date = (options: { past: boolean } = { past: true }): DateCell => ({
  kind: 'date',
  type: PlainDate,
  past: options.past,
});

const wholeNumber = () => z.int().check(z.nonnegative());

/** A count: a whole number from 0. `unit` is the word staff may add to it ("25 người"). */
export interface CountCell extends Kind<'count', ReturnType<typeof wholeNumber>> {
  readonly units: readonly string[];
}
export const count = (...units: string[]): CountCell => ({ kind: 'count', type: wholeNumber(), units });

/** An amount in whole đồng. */
export const money = (): CountCell => count('đ', 'đồng', 'vnđ', 'vnd');

/** A year of birth. A full date gives its year, and the rest is not kept. */
export interface YearCell extends Kind<'year', ReturnType<typeof wholeNumber>> {}
export const year = (): YearCell => ({ kind: 'year', type: wholeNumber() });

type ValueOf<L extends ChoiceList> = L['choices'][number]['value'];
type ChoiceType<L extends ChoiceList> = z.ZodMiniType<ValueOf<L>>;
const choiceType = <L extends ChoiceList>(list: L): ChoiceType<L> =>
  z.enum(list.choices.map((choice) => choice.value)) as unknown as ChoiceType<L>;

/** One of a closed list; the value is the choice's, not its label. */
export interface ChoiceCell<L extends ChoiceList = ChoiceList> extends Kind<'choice', ChoiceType<L>> {
  readonly list: L;
}
export const choice = <const L extends ChoiceList>(list: L): ChoiceCell<L> => ({
  kind: 'choice',
  type: choiceType(list),
  list,
});

/** One or several of a closed list, split by `,` or `;`. */
export interface ChoicesCell<L extends ChoiceList = ChoiceList> extends Kind<'choices', z.ZodMiniType<ValueOf<L>[]>> {
  readonly list: L;
}
export const choices = <const L extends ChoiceList>(list: L): ChoicesCell<L> => ({
  kind: 'choices',
  type: z.array(choiceType(list)),
  list,
});

/** A commune of the workbook's own unit; the value is its five-digit code. KH 115, III.1. */
export interface CommuneCell extends Kind<'commune', z.ZodMiniString> {}
export const commune = (): CommuneCell => ({ kind: 'commune', type: z.string().check(z.regex(/^\d{5}$/)) });

/** A thôn, bản, khu phố or tổ dân phố; the value is its name in full, `Khu phố 3`. There is no register of them. */
export interface VillageCell extends Kind<'village', z.ZodMiniString> {}
export const village = (): VillageCell => ({ kind: 'village', type: z.string().check(z.minLength(1)) });

/** A person's name: tones and case stay as the person writes them. */
export interface PersonNameCell extends Kind<'personName', z.ZodMiniString> {}
export const personName = (): PersonNameCell => ({
  kind: 'personName',
  type: z.string().check(z.minLength(1), z.maxLength(MAX_NAME)),
});

/** A Vietnamese phone number as ten digits, `0905123456`. */
export interface PhoneCell extends Kind<'phone', z.ZodMiniString> {}
export const phone = (): PhoneCell => ({ kind: 'phone', type: z.string() });

/** Number and symbol of a decision, `45/QĐ-UBND`. KH 115, III.3.1.1; Decree 30/2020. */
export interface DecisionNumberCell extends Kind<'decisionNumber', z.ZodMiniString> {}
export const decisionNumber = (): DecisionNumberCell => ({ kind: 'decisionNumber', type: z.string() });

/** An invitation to a Zalo group, `https://zalo.me/g/…`: a key to the group, so never carried outward. */
export interface ZaloLinkCell extends Kind<'zaloLink', z.ZodMiniString> {}
export const zaloLink = (): ZaloLinkCell => ({ kind: 'zaloLink', type: z.string() });

/** A web address given as evidence. */
export interface LinkCell extends Kind<'link', z.ZodMiniString> {}
export const link = (): LinkCell => ({ kind: 'link', type: z.string().check(z.maxLength(MAX_TEXT)) });

/** A check box: blank reads as false. */
export interface CheckboxCell extends Kind<'checkbox', z.ZodMiniBoolean> {}
export const checkbox = (): CheckboxCell => ({ kind: 'checkbox', type: z.boolean() });

export type Cell =
  | TextCell
  | DateCell
  | CountCell
  | YearCell
  | ChoiceCell
  | ChoicesCell
  | CommuneCell
  | VillageCell
  | PersonNameCell
  | PhoneCell
  | DecisionNumberCell
  | ZaloLinkCell
  | LinkCell
  | CheckboxCell;
