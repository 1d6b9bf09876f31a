/** Google's Firestore emulator for tests: one for the whole run, started by the first test that needs it. */
import { type Emulator, findEmulator, startEmulator } from '../../local/firestore/emulator.ts';

// biome-ignore lint/style/noProcessEnv: a test run has no start of its own that could hand it the environment.
const environment = process.env;

const running = environment.FIRESTORE_EMULATOR_HOST;
const program = findEmulator(environment);

/** Why no emulator can be used; null when one can. */
export const EMULATOR_MISSING = running === undefined && 'missing' in program ? program.missing : null;

if (EMULATOR_MISSING !== null) {
  console.warn(
    `\n!!! NOT RUN: the store suites on Google's Firestore emulator, its own suite, and the security rules: ${EMULATOR_MISSING}. ` +
      'The suites on the embedded Firestore run. Install Java 11 or newer and the cloud-firestore-emulator.\n',
  );
}

let started: Promise<Emulator> | undefined;

/** `127.0.0.1:port` of the run's emulator. */
export async function emulatorHost(): Promise<string> {
  if (running !== undefined) return running;
  if ('missing' in program) throw new Error(program.missing);
  started ??= startEmulator(program);
  return (await started).host;
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

after('stop the Firestore emulator', async () => {
  await (await started)?.stop();
});
