/**
 * What the checks use of the library beyond ES2020, which Apps Script's V8 may lack: nobody documents its version.
 * `tsconfig.json` gives the script ES2020 and the declarations below, so the compiler names a member that is missing here.
 * To allow another one: declare it, provide it, and add its line to the test.
 */

declare global {
  interface Array<T> {
    at(index: number): T | undefined;
    toSorted(compare?: (one: T, other: T) => number): T[];
  }
  interface ReadonlyArray<T> {
    at(index: number): T | undefined;
    toSorted(compare?: (one: T, other: T) => number): T[];
  }
  interface MapConstructor {
    groupBy<K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]>;
  }
  interface ObjectConstructor {
    hasOwn(object: object, key: PropertyKey): boolean;
  }
}

/** Not enumerable, as the real ones, so that `for … in` does not meet them; never in place of a real one. */
function provide(target: object, name: string, member: (...values: never[]) => unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value: member, writable: true, configurable: true });
}

/** https://tc39.es/ecma262/#sec-array.prototype.at */
provide(Array.prototype, 'at', function at(this: readonly unknown[], index: number): unknown {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
});

/** https://tc39.es/ecma262/#sec-object.hasown */
provide(
  Object,
  'hasOwn',
  (object: object, key: PropertyKey): boolean => Reflect.getOwnPropertyDescriptor(object, key) !== undefined,
);

/** https://tc39.es/ecma262/#sec-array.prototype.tosorted */
provide(
  Array.prototype,
  'toSorted',
  function toSorted(this: readonly unknown[], compare?: (one: unknown, other: unknown) => number): unknown[] {
    return [...this].sort(compare);
  },
);

/** https://tc39.es/ecma262/#sec-map.groupby */
provide(Map, 'groupBy', (items: Iterable<unknown>, keyOf: (item: unknown, index: number) => unknown) => {
  const groups = new Map<unknown, unknown[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
    index += 1;
  }
  return groups;
});

export {};
