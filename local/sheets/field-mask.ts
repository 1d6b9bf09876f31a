/**
 * Field masks: `a.b,c(d,e/f)`. Dots, slashes and parentheses may be mixed, and names may be in snake_case.
 * https://developers.google.com/workspace/sheets/api/guides/field-masks
 */
import { camelCase } from './canonical-message.ts';
import { invalidArgument } from './google-error.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

/** `true` selects everything below; otherwise only the named fields. */
export type MaskTree = true | { [field: string]: MaskTree };

const TOKEN = /[A-Za-z_$@*][\w$@*]*|[.,/()]/y;

function tokensOf(text: string): string[] {
  const compact = text.replaceAll(/\s/g, '');
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < compact.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(compact);
    if (!match) throw invalidArgument(`Invalid field mask: '${text}' at position ${at}.`);
    tokens.push(match[0]);
  }
  return tokens;
}

function select(tree: { [field: string]: MaskTree }, field: string, below: MaskTree): void {
  const known = tree[field];
  if (known === true) return;
  tree[field] = known === undefined || below === true ? below : mergeMasks(known, below);
}

function mergeMasks(first: MaskTree, second: MaskTree): MaskTree {
  if (first === true || second === true) return true;
  for (const [field, below] of Object.entries(second)) select(first, field, below);
  return first;
}

function parseList(tokens: string[]): MaskTree {
  const tree: { [field: string]: MaskTree } = {};
  let everything = false;
  for (;;) {
    const [field, below] = parsePath(tokens);
    if (field === '*') everything = true;
    else select(tree, field, below);
    if (tokens[0] !== ',') return everything ? true : tree;
    tokens.shift();
  }
}

function parsePath(tokens: string[]): [string, MaskTree] {
  const token = tokens.shift();
  if (token === undefined || /^[.,/()]$/.test(token)) throw invalidArgument('Invalid field mask.');
  const field = camelCase(token);
  if (tokens[0] === '.' || tokens[0] === '/') {
    tokens.shift();
    const [next, below] = parsePath(tokens);
    return [field, next === '*' ? true : { [next]: below }];
  }
  if (tokens[0] !== '(') return [field, true];
  tokens.shift();
  const below = parseList(tokens);
  if (tokens.shift() !== ')') throw invalidArgument('Invalid field mask.');
  return [field, below];
}

export function parseFieldMask(text: string): MaskTree {
  const tokens = tokensOf(text);
  const tree = parseList(tokens);
  if (tokens.length > 0) throw invalidArgument(`Invalid field mask: '${text}'.`);
  return tree;
}

/** What the mask says of `field`: everything, some fields below it, or null for "not selected". */
export function below(mask: MaskTree, field: string): MaskTree | null {
  return mask === true ? true : (mask[field] ?? null);
}

/** The selected part of `value`. Parents of what was not found stay, empty, as in Google's answers. */
export function project(value: Json, mask: MaskTree): Json {
  if (mask === true) return value;
  if (Array.isArray(value)) return value.map((item) => project(item, mask));
  if (!isObject(value)) return value;
  const selected: JsonObject = {};
  for (const [field, sub] of Object.entries(mask)) {
    const inner = value[field];
    if (inner !== undefined) selected[field] = project(inner, sub);
  }
  return selected;
}

/**
 * A copy of `target` in which the masked fields are those of `source`: copied where set, removed where not.
 * An object that lost its last field is removed too, because Google leaves empty messages out.
 */
export function writeMasked(target: JsonObject, source: JsonObject, mask: MaskTree): JsonObject {
  if (mask === true) return source;
  const written: JsonObject = { ...target };
  for (const [field, sub] of Object.entries(mask)) {
    const inner = writtenField(written[field], source[field], sub);
    if (inner === undefined) delete written[field];
    else written[field] = inner;
  }
  return written;
}

function writtenField(old: Json | undefined, fresh: Json | undefined, mask: MaskTree): Json | undefined {
  if (mask === true) return fresh;
  const merged = writeMasked(isObject(old) ? old : {}, isObject(fresh) ? fresh : {}, mask);
  return Object.keys(merged).length === 0 ? undefined : merged;
}
