/** Google's clasp as a child process. What came of it is read from what it prints: it ends with 0 after some refusals. */
import { spawn } from 'node:child_process';
import * as z from 'zod/mini';

/** Fetched by npx on first use: with 299 packages (277 MB) it is no dependency of a system that runs without it. */
export const PINNED_CLASP = ['npx', '--yes', '--package=@google/clasp@3.4.1', '--', 'clasp'] as const;

export interface ClaspAnswer {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs clasp with these arguments in a folder. Rejects only when it cannot be started. */
export type Clasp = (args: readonly string[], folder: string) => Promise<ClaspAnswer>;

/** No terminal is given, so it never waits for an answer. */
export function claspOf([program, ...before]: readonly [string, ...string[]]): Clasp {
  return (args, cwd) =>
    new Promise((resolve, reject) => {
      const child = spawn(program, [...before, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
      const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
      child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
      child.on('error', (cause) => reject(new Error(`clasp cannot be started: ${cause.message}.`, { cause })));
      child.on('close', (exitCode) => resolve({ exitCode, stdout: textOf(stdout), stderr: textOf(stderr) }));
    });
}

const textOf = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString('utf8');

/** The first line that says what is wrong; npx tells its own news before. */
export function firstError({ exitCode, stdout, stderr }: ClaspAnswer): string {
  const lines = `${stderr}\n${stdout}`.split('\n').map((line) => line.trim());
  const line = lines.find((text) => text !== '' && !/^npm (warn|notice)\b/i.test(text));
  return line ?? `clasp said nothing and ended with ${exitCode ?? 'a signal'}.`;
}

/** What clasp printed as JSON, if it ended well and it has this shape. */
function answered<T extends z.ZodMiniType>(shape: T, { exitCode, stdout }: ClaspAnswer): z.infer<T> | null {
  if (exitCode !== 0) return null;
  try {
    return shape.safeParse(JSON.parse(stdout)).data ?? null;
  } catch {
    // Not JSON: a refusal in words, which the caller passes on by `firstError`.
    return null;
  }
}

/** Throws when nobody is logged in, or clasp does not run at all. Asks no network. */
export async function requireLogin(clasp: Clasp, folder: string): Promise<void> {
  const answer = await clasp(['--json', 'show-authorized-user'], folder);
  const user = answered(z.object({ loggedIn: z.boolean() }), answer);
  if (!user) throw new Error(`clasp cannot be used: ${firstError(answer)}`);
  if (!user.loggedIn) {
    throw new Error(
      'Nobody is logged in to clasp. Run "npx @google/clasp@3.4.1 login" with an account that may edit the workbooks.',
    );
  }
}

export type Pushed =
  | { readonly outcome: 'pushed' | 'unchanged' }
  | { readonly outcome: 'failed'; readonly reason: string };

export const pushArguments = (projectFile: string): readonly string[] => ['-P', projectFile, '--json', 'push', '-f'];

/** `files`: what has to arrive. An empty list means that the script already has it all. */
export async function pushProject(
  clasp: Clasp,
  { root, file, files }: { readonly root: string; readonly file: string; readonly files: readonly string[] },
): Promise<Pushed> {
  // Relative, so that clasp sees the real path of the folder: it refuses one that is reached by a link.
  const answer = await clasp(pushArguments(file), root);
  const arrived = answered(z.array(z.string()), answer)?.map((path) => path.split(/[\\/]/).at(-1));
  if (!arrived) return { outcome: 'failed', reason: firstError(answer) };
  if (arrived.length === 0) return { outcome: 'unchanged' };
  const missing = files.filter((name) => !arrived.includes(name));
  return missing.length === 0
    ? { outcome: 'pushed' }
    : { outcome: 'failed', reason: `clasp left out ${missing.join(', ')}.` };
}

/**
 * Makes a script bound to a workbook and gives its id. `folder` has to be empty: clasp leaves the new script's files and a
 * project file there.
 */
export async function createScript(
  clasp: Clasp,
  { folder, workbookId, title }: { readonly folder: string; readonly workbookId: string; readonly title: string },
): Promise<string> {
  const answer = await clasp(['--json', 'create-script', '--parentId', workbookId, '--title', title], folder);
  const created = answered(z.object({ scriptId: z.string() }), answer);
  if (!created) throw new Error(firstError(answer));
  return created.scriptId;
}
