/** The Sheets server in a process of its own, as `npm run sheets` starts it; it ends at an answer that is not Google's. */
import { type ChildProcess, spawn } from 'node:child_process';

const START = new URL('../../../local/sheets/start.ts', import.meta.url).pathname;
const CHECK = new URL('../../support/answer-check-of-process.ts', import.meta.url).pathname;

export interface SpawnedServer {
  readonly child: ChildProcess;
  readonly root: string;
  /** Resolves with the exit code, null after a kill. */
  readonly ended: Promise<number | null>;
}

export async function spawnServer(directory: string): Promise<SpawnedServer> {
  const flags = ['--port', '0', '--data', directory, '--quotas', 'off'];
  const child = spawn(process.execPath, ['--import', CHECK, START, ...flags]);
  const root = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const address = /http:\/\/\S+/.exec(chunk.toString());
      if (address) resolve(address[0]);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, root, ended };
}
