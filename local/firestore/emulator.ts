/** Google's own Firestore emulator as a child process on a port of this machine. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { findEmulatorJar } from './emulator-jar.ts';
import type { Environment } from './environment.ts';
import { freePort } from './free-port.ts';
import { findJava } from './java.ts';

/** The jar's manifest names no class to start. */
const MAIN_CLASS = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';
const READY_WITHIN_MS = 60_000;
const PORTS_TRIED = 5;
const STOPS_WITHIN_MS = 5_000;

export interface EmulatorProgram {
  readonly java: string;
  readonly jar: string;
}

/** What is needed to start the emulator, or a sentence that says what is missing. */
export function findEmulator(environment: Environment): EmulatorProgram | { readonly missing: string } {
  const java = findJava(environment);
  if ('missing' in java) return java;
  const jar = findEmulatorJar(environment);
  return 'missing' in jar ? jar : { java: java.path, jar: jar.path };
}

export interface Emulator {
  /** `127.0.0.1:port`, as in FIRESTORE_EMULATOR_HOST. */
  readonly host: string;
  readonly pid: number;
  /** Ends the Java process, by its id. Stopping twice is stopping once. */
  stop(): Promise<void>;
}

export interface EmulatorOptions {
  /** The `…overall_export_metadata` of an export whose documents it starts with. */
  readonly exported?: string | null;
  /** A process group of its own: Ctrl+C in the terminal does not end it before its documents are exported. */
  readonly detached?: boolean;
}

/** Another program may take the free port before Java does: then the next free one. */
export async function startEmulator(program: EmulatorProgram, options: EmulatorOptions = {}): Promise<Emulator> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOn(await freePort(), program, options);
    } catch (error) {
      if (attempt === PORTS_TRIED || !isPortTaken(error)) throw error;
    }
  }
}

const isPortTaken = (error: unknown): boolean => error instanceof Error && error.message.includes('BindException');

async function startOn(port: number, program: EmulatorProgram, options: EmulatorOptions): Promise<Emulator> {
  const { exported = null, detached = false } = options;
  const stdio = ['ignore', 'pipe', 'pipe'] as const;
  const child = spawn(program.java, argumentsFor(program.jar, port, exported), { stdio: [...stdio], detached });
  const output = collectOutput(child);
  // A program that ends without closing what it opened must not leave Java behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', kill);
    await end(child);
  };
  const host = `127.0.0.1:${port}`;
  try {
    await untilReady(`http://${host}/`, child, output);
  } catch (error) {
    await stop();
    throw error;
  }
  return { host, pid: child.pid ?? 0, stop };
}

/** Java's second compiler pays off in long runs alone; without it the tests' suites take a quarter less of the processor. */
const QUICK_TO_START = '-XX:TieredStopAtLevel=1';

function argumentsFor(jar: string, port: number, exported: string | null): string[] {
  const seed = exported === null ? [] : ['--seed_from_export', exported];
  return [
    QUICK_TO_START,
    '-Duser.language=en',
    '-cp',
    jar,
    MAIN_CLASS,
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    ...seed,
  ];
}

/** Java writes each gRPC channel that ends abruptly to its output, which nobody reads later: only the beginning is kept. */
function collectOutput(child: ChildProcess): () => string {
  let text = '';
  const collect = (chunk: Buffer): void => {
    if (text.length < 10_000) text += chunk.toString();
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  child.on('error', (error) => collect(Buffer.from(error.message)));
  return () => text;
}

async function untilReady(address: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await answers(address))) {
    if (hasEnded(child)) throw new Error(`The Firestore emulator ended while starting:\n${output()}`);
    if (Date.now() > deadline)
      throw new Error(`The Firestore emulator is not ready after ${READY_WITHIN_MS / 1000} s:\n${output()}`);
    await sleep(50);
  }
}

/** Refused connections are what one waits through. */
async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(1000) });
    await response.text();
    return response.status === 200;
  } catch {
    return false;
  }
}

/** `pid` is undefined when there was no such program. */
function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS);
  await ended;
  clearTimeout(force);
}
