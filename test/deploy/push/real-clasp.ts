/** The real clasp, in the version that is pushed with: where npm has it on this machine, and in continuous integration, which fetches it. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { firstError, PINNED_CLASP } from '../../../deploy/push/clasp.ts';

const PRELOADED = ['stay-on-this-machine.ts', 'fewer-google-apis.ts'].flatMap((file) => [
  '--import',
  pathToFileURL(join(import.meta.dirname, file)).href,
]);

// biome-ignore lint/style/noProcessEnv: a test run has no start of its own that could hand it the environment.
const FETCHED = process.env.CI ? [] : ['--offline'];

/** What a `before` hook that looks for it may take: 277 MB to fetch, at worst. */
export const CLASP_FETCH_MS = 300_000;

/** Its file, or why there is none. */
export async function findRealClasp(): Promise<{ readonly program: string } | { readonly missing: string }> {
  const [npx, ...flags] = PINNED_CLASP.slice(0, PINNED_CLASP.indexOf('--')) as [string, ...string[]];
  try {
    const { stdout } = await promisify(execFile)(npx, [...FETCHED, ...flags, '-c', 'command -v clasp']);
    return { program: stdout.trim() };
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    return { missing: firstError({ exitCode: null, stdout: '', stderr }) };
  }
}

export interface Surroundings {
  /** A log-in of its own, so that it touches nobody's. */
  readonly login: string;
  /** The address of what stands in Google's place. */
  readonly api: string;
  /** A folder where Node keeps what it has compiled, for the next call. */
  readonly cache: string;
}

/** How to start it. */
export function commandOf(clasp: string, { login, api, cache }: Surroundings): [string, ...string[]] {
  const settings = [`clasp_config_auth=${login}`, `APPS_SCRIPT_API=${api}`, `NODE_COMPILE_CACHE=${cache}`];
  return ['env', ...settings, process.execPath, ...PRELOADED, clasp];
}

/** An invented log-in that does not expire while a test runs. */
export const INVENTED_LOGIN = JSON.stringify({
  tokens: {
    default: {
      type: 'authorized_user',
      client_id: 'invented',
      client_secret: 'invented',
      refresh_token: 'invented',
      access_token: 'invented',
      expiry_date: Date.parse('2100-01-01'),
    },
  },
});
