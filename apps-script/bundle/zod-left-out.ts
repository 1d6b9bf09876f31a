/**
 * Zod says what things are, and the functions parse with it what comes from outside. The script parses nothing: it reads
 * the sheet that it stands in with the night's own readers. So it keeps the declarations and leaves the library out.
 */
import type { Plugin } from 'esbuild';
import * as zod from 'zod/mini';

/**
 * A module with Zod's names: every declaration is taken and comes to nothing, and asking one for a verdict throws, for any
 * answer would be invented. The build finds such a question already in the sources (`forbidden-constructs.ts`).
 */
export function declarationsOnly(): string {
  const names = Object.keys(zod).map((name) => `declared as ${name}`);
  return [
    "const refuse = (name) => { throw new Error('Zod is not in the script: ' + name); };",
    'const declared = new Proxy(() => {}, {',
    '  apply: () => declared,',
    '  get: (_, name) => (/parse|code/i.test(String(name)) ? refuse(name) : declared),',
    '});',
    `export { ${names.join(', ')} };`,
  ].join('\n');
}

export const zodLeftOut: Plugin = {
  name: 'zod-left-out',
  setup(build) {
    build.onResolve({ filter: /^zod/ }, ({ path }) => {
      if (path === 'zod/mini') return { path, namespace: 'zod-left-out' };
      return { errors: [{ text: `${path}: schemas and domain take zod/mini, which the script leaves out.` }] };
    });
    build.onLoad({ filter: /.*/, namespace: 'zod-left-out' }, () => ({ contents: declarationsOnly() }));
  },
};
