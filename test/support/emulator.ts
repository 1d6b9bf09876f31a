/**
 * Google's Firestore emulator for tests. Where files run side by side, one for all of them, started before they are; else
 * shared (`shared.ts`) and started by the first test that needs it.
 */
import { type Emulator, findEmulator, startEmulator } from '../../local/firestore/emulator.ts';
import { shared } from './shared.ts';

// biome-ignore lint/style/noProcessEnv: a test run has no start of its own that could hand it the environment.
const environment = process.env;

/** The processes of a run inherit it. Not Google's own name, which programs under test would obey. */
const OF_THIS_RUN = 'TEST_RUN_FIRESTORE_EMULATOR';

const running = environment.FIRESTORE_EMULATOR_HOST ?? environment[OF_THIS_RUN];
const program = findEmulator(environment);

/** Why no emulator can be used; null when one can. */
export const EMULATOR_MISSING = running === undefined && 'missing' in program ? program.missing : null;

const emulator = shared<Emulator>(
  () => startEmulator(emulatorProgram()),
  (started) => started.stop(),
);

/** `127.0.0.1:port` of the shared emulator. */
export async function emulatorHost(): Promise<string> {
  if (running !== undefined) return running;
  return (await emulator()).host;
}

/** One emulator for every process that this one forks from now on; the answer stops it. Nothing where there is none to start. */
export async function startForRun(): Promise<() => Promise<void>> {
  if (running !== undefined || EMULATOR_MISSING !== null) return async () => {};
  const { host, stop } = await startEmulator(emulatorProgram());
  environment[OF_THIS_RUN] = host;
  return stop;
}

/** What the emulator's own suite starts. Throws where there is none. */
export function emulatorProgram(): Parameters<typeof startEmulator>[0] {
  if ('missing' in program) throw new Error(program.missing);
  return program;
}

let projects = 0;

/** A project of one's own is the cheapest separation: the emulator keeps their documents apart. */
export function newProjectId(): string {
  projects += 1;
  return `test-${process.pid}-${projects}`;
}
