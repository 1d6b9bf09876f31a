/**
 * What Apps Script's runtime lacks, found in the built script before Google finds it: there a syntax error kills the whole
 * file. And what the script lacks, found in the sources that go into it.
 */

interface Construct {
  readonly name: string;
  readonly pattern: RegExp;
  readonly why: string;
}

const NO_TIMERS = 'Apps Script runs to its end without an event loop';
const NO_MODULES = 'Apps Script knows no modules';
const OLD_PARSER = 'Apps Script’s parser refuses it (google/clasp#907)';

const IN_BUNDLE: readonly Construct[] = [
  { name: 'new URL', pattern: /\bnew\s+URL\b/g, why: 'there is no URL' },
  { name: 'atob', pattern: /(?<![.\w$])(?:atob|btoa)\s*\(/g, why: 'there is no atob; use Utilities.base64Decode' },
  { name: 'fetch', pattern: /(?<![.\w$])fetch\s*\(/g, why: 'there is no fetch; UrlFetchApp needs a scope of its own' },
  {
    name: 'timer',
    pattern: /(?<![.\w$])(?:setTimeout|setInterval|setImmediate|queueMicrotask)\s*\(/g,
    why: NO_TIMERS,
  },
  { name: 'import()', pattern: /(?<![.\w$])import\s*\(/g, why: NO_MODULES },
  { name: 'import or export', pattern: /^\s*(?:import|export)\s*[\w{*'"]/gm, why: NO_MODULES },
  { name: 'top-level await', pattern: /^await\b/gm, why: NO_MODULES },
  { name: 'static block', pattern: /(?<![.\w$])static\s*\{/g, why: OLD_PARSER },
  { name: 'static field', pattern: /(?<![.\w$])static\s+[#\w$]+\s*[=;}]/g, why: OLD_PARSER },
  { name: 'private name', pattern: /\bthis\.#\w/g, why: OLD_PARSER },
  {
    name: 'missing global',
    pattern: /\bnew\s+(?:TextEncoder|TextDecoder|AbortController|Headers)\b|(?<![.\w$])structuredClone\s*\(/g,
    why: 'Apps Script has no web globals',
  },
];

/** In our own sources, where names can still be read. */
const IN_SOURCE: readonly Construct[] = [
  {
    name: 'parse',
    pattern: /(?<!\b(?:JSON|Date))\s*\.\s*(?:parse|safeParse|decode|safeDecode)(?:Async)?\s*\(/g,
    why: 'Zod is left out of the script; read by hand what both sides need',
  },
];

/** One sentence for each finding: what, why, in which line. Empty when the script may run. */
export function forbiddenIn(code: string, kind: 'bundle' | 'source' = 'bundle'): readonly string[] {
  return (kind === 'bundle' ? IN_BUNDLE : IN_SOURCE).flatMap(({ name, pattern, why }) =>
    [...code.matchAll(pattern)].map((match) => `${name}: ${why}; ${place(code, match.index)}`),
  );
}

const CONTEXT = 30;

function place(code: string, index: number): string {
  const line = code.slice(0, index).split('\n').length;
  const around = code.slice(Math.max(0, index - CONTEXT), index + CONTEXT).replace(/\s+/g, ' ');
  return `line ${line}: …${around}…`;
}
