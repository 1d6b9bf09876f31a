/**
 * The few formulas that are evaluated: literals, + - * / &, parentheses, cell references and HYPERLINK.
 * Every other function shows #NAME?, so that nobody mistakes this server for a calculator.
 */
import { columnIndex, splitA1 } from './a1.ts';
import type { ExtendedValue } from './model.ts';

export interface FormulaResult {
  readonly value: ExtendedValue;
  readonly link?: string;
}

/** The value of the cell that a reference names; null when there is no such tab or cell. */
export type Lookup = (title: string | null, row: number, column: number) => ExtendedValue | undefined | null;

class FormulaError extends Error {
  readonly value: ExtendedValue;
  constructor(type: string, message: string) {
    super(message);
    this.value = { errorValue: { type, message } };
  }
}

type Scalar = number | string | boolean;
interface Token {
  readonly kind: 'number' | 'string' | 'reference' | 'name' | 'symbol';
  readonly text: string;
}

const TOKENS: readonly [Token['kind'], RegExp][] = [
  ['number', /\d+(?:\.\d+)?(?:e[-+]?\d+)?|\.\d+/iy],
  ['string', /"(?:[^"]|"")*"/y],
  ['reference', /(?:'(?:[^']|'')*'!|[\p{L}_][\p{L}\p{N}_]*!)?\$?[A-Za-z]{1,3}\$?[1-9]\d*(?![\p{L}\p{N}_(:])/uy],
  ['name', /[\p{L}_][\p{L}\p{N}_.]*/uy],
  ['symbol', /[-+*/&()%,;]/y],
];

function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = 1;
  while (at < formula.length) {
    if (/\s/.test(formula[at] ?? '')) {
      at += 1;
      continue;
    }
    const token = tokenAt(formula, at);
    if (!token) throw new FormulaError('NAME', `Formula is not supported here: ${formula}`);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(formula: string, at: number): Token | null {
  for (const [kind, pattern] of TOKENS) {
    pattern.lastIndex = at;
    const match = pattern.exec(formula);
    if (match) return { kind, text: match[0] };
  }
  return null;
}

const numberOf = (value: Scalar): number => {
  const number = value === '' ? 0 : Number(value);
  if (Number.isNaN(number)) throw new FormulaError('VALUE', `'${value}' is a text and cannot be coerced to a number.`);
  return number;
};

const scalarOf = (value: ExtendedValue | undefined): Scalar => {
  if (value?.errorValue) throw new FormulaError(value.errorValue.type, value.errorValue.message);
  return value?.numberValue ?? value?.stringValue ?? value?.boolValue ?? '';
};

function parser(tokens: Token[], lookup: Lookup) {
  let link: string | undefined;
  const isNext = (...texts: string[]): boolean => tokens[0]?.kind === 'symbol' && texts.includes(tokens[0].text);
  const expect = (text: string): void => {
    if (!isNext(text)) throw new FormulaError('ERROR', 'Formula parse error.');
    tokens.shift();
  };

  function concatenation(): Scalar {
    let value = sum();
    while (isNext('&')) {
      tokens.shift();
      value = `${value}${sum()}`;
    }
    return value;
  }

  function sum(): Scalar {
    let value = product();
    while (isNext('+', '-')) {
      const sign = tokens.shift()?.text === '+' ? 1 : -1;
      value = numberOf(value) + sign * numberOf(product());
    }
    return value;
  }

  function product(): Scalar {
    let value = signed();
    while (isNext('*', '/')) {
      const divides = tokens.shift()?.text === '/';
      const factor = numberOf(signed());
      if (divides && factor === 0) {
        throw new FormulaError('DIVIDE_BY_ZERO', 'Function DIVIDE parameter 2 cannot be zero.');
      }
      value = divides ? numberOf(value) / factor : numberOf(value) * factor;
    }
    return value;
  }

  function signed(): Scalar {
    if (!isNext('+', '-')) return percentage();
    const isMinus = tokens.shift()?.text === '-';
    const value = signed();
    return isMinus ? -numberOf(value) : value;
  }

  function percentage(): Scalar {
    let value = primary();
    while (isNext('%')) {
      tokens.shift();
      value = numberOf(value) / 100;
    }
    return value;
  }

  function primary(): Scalar {
    const token = tokens.shift();
    if (token?.kind === 'number') return Number(token.text);
    if (token?.kind === 'string') return token.text.slice(1, -1).replaceAll('""', '"');
    if (token?.kind === 'reference') return reference(token.text);
    if (token?.kind === 'name') return named(token.text);
    if (token?.text !== '(') throw new FormulaError('ERROR', 'Formula parse error.');
    const value = concatenation();
    expect(')');
    return value;
  }

  function reference(text: string): Scalar {
    const { title, rest = '' } = splitA1(text.replaceAll('$', ''));
    const [, letters = '', digits = ''] = /^([A-Za-z]+)(\d+)$/.exec(rest) ?? [];
    const value = lookup(title ?? null, Number(digits) - 1, columnIndex(letters));
    if (value === null) throw new FormulaError('REF', 'Reference does not exist.');
    return scalarOf(value);
  }

  function named(name: string): Scalar {
    const upper = name.toUpperCase();
    if (!isNext('(') && (upper === 'TRUE' || upper === 'FALSE')) return upper === 'TRUE';
    if (upper !== 'HYPERLINK' || !isNext('(')) {
      throw new FormulaError('NAME', isNext('(') ? `Unknown function: '${name}'.` : `Unknown range name: '${name}'.`);
    }
    tokens.shift();
    const address = `${concatenation()}`;
    link = address;
    if (!isNext(',', ';')) {
      expect(')');
      return address;
    }
    tokens.shift();
    const label = concatenation();
    expect(')');
    return label;
  }

  return (): FormulaResult => {
    const scalar = concatenation();
    if (tokens.length > 0) throw new FormulaError('ERROR', 'Formula parse error.');
    const value = extended(scalar);
    return link === undefined ? { value } : { value, link };
  };
}

function extended(scalar: Scalar): ExtendedValue {
  if (typeof scalar === 'number') return { numberValue: scalar };
  return typeof scalar === 'boolean' ? { boolValue: scalar } : { stringValue: scalar };
}

export function evaluateFormula(formula: string, lookup: Lookup): FormulaResult {
  try {
    return parser(tokenize(formula), lookup)();
  } catch (error) {
    if (error instanceof FormulaError) return { value: error.value };
    throw error;
  }
}
