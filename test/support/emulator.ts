/**
 * Google's Firestore emulator for tests. Files that run side by side have one, which starts before the first of them;
 * otherwise the first test that needs it starts it (`shared.ts`).
 */
import { type Emulator, findEmulator, startEmulator } from '../../local/firestore/emulator.ts';
import { shared } from './shared.ts';

// biome-ignore lint/style/noProcessEnv: a test run has no start of its own that could hand it the environment.
const environment = process.env;

/** How the worker processes of a run hear of its emulator: no name of Google's, for tests hand their environment on to programs. */
const EMULATOR_OF_RUN = 'TEST_RUN_EMULATOR_HOST';

const running = environment.FIRESTORE_EMULATOR_HOST ?? environment[EMULATOR_OF_RUN];

/** Why no emulator can be used; null when one can. */
export const EMULATOR_MISSING = running === undefined ? whatIsMissing() : null;

const emulator = shared<Emulator>(
  () => startEmulator(emulatorProgram()),
  (started) => started.stop(),
);

function whatIsMissing(): string | null {
  const program = findEmulator(environment);
  return 'missing' in program ? program.missing : null;
}

/** `127.0.0.1:port` of the shared emulator. */
export async function emulatorHost(): Promise<string> {
  if (running !== undefined) return running;
  return (await emulator()).host;
}

/** One for all the worker processes, which inherit the environment; gives what stops it. */
export async function startEmulatorOfRun(): Promise<() => Promise<void>> {
  if (running !== undefined) return async () => {};
  const { host, pid, stop } = await startEmulator(emulatorProgram());
  environment[EMULATOR_OF_RUN] = host;
  const forget = killOnSignals(pid);
  return async () => {
    forget();
    await stop();
  };
}

/** Its documents are of no more use. Mocha raises SIGINT anew once its workers have ended; nobody raises the others. */
function killOnSignals(pid: number): () => void {
  const kill = (signal: NodeJS.Signals): void => {
    process.kill(pid, 'SIGKILL');
    if (signal !== 'SIGINT') process.kill(process.pid, signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, kill);
  return () => {
    for (const signal of signals) process.off(signal, kill);
  };
}

/** What the emulator's own suite starts. Throws where there is none. */
export function emulatorProgram(): Parameters<typeof startEmulator>[0] {
  const program = findEmulator(environment);
  if ('missing' in program) throw new Error(program.missing);
  return program;
}

let projects = 0;

/** A project of one's own is the cheapest separation: the emulator keeps their documents apart. */
export function newProjectId(): string {
  projects += 1;
  return `test-${process.pid}-${projects}`;
}
