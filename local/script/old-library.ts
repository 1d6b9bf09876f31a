/**
 * The library beyond ES2020, by owner, which runs of a script here lack. Apps Script may have some of it; the script must not
 * need any.
 */
export const NEWER_THAN_ES2020: Readonly<Record<string, readonly string[]>> = {
  'Array.prototype': ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'],
  'String.prototype': ['at', 'replaceAll', 'isWellFormed', 'toWellFormed'],
  'Set.prototype': [
    'union',
    'intersection',
    'difference',
    'symmetricDifference',
    'isSubsetOf',
    'isSupersetOf',
    'isDisjointFrom',
  ],
  'Object.getPrototypeOf(Object.getPrototypeOf([].values()))': [
    'map',
    'filter',
    'take',
    'drop',
    'flatMap',
    'reduce',
    'toArray',
    'forEach',
    'some',
    'every',
    'find',
  ],
  Object: ['hasOwn', 'groupBy'],
  Map: ['groupBy'],
  Array: ['fromAsync'],
  Promise: ['any', 'withResolvers', 'try'],
  RegExp: ['escape'],
  globalThis: ['WeakRef', 'FinalizationRegistry', 'AggregateError', 'Iterator', 'Intl', 'WebAssembly'],
};

/** Takes it away. */
export const OLD_LIBRARY = Object.entries(NEWER_THAN_ES2020)
  .flatMap(([owner, members]) => members.map((member) => `delete ${owner}.${member};`))
  .join('\n');
