/** Google's Firestore emulator for tests: shared (`shared.ts`), started by the first test that needs it. */
import { type Emulator, findEmulator, startEmulator } from '../../local/firestore/emulator.ts';
import { shared } from './shared.ts';

// biome-ignore lint/style/noProcessEnv: a test run has no start of its own that could hand it the environment.
const environment = process.env;

const running = environment.FIRESTORE_EMULATOR_HOST;
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
