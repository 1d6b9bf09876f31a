/** Something in clasp's place that notes what it is asked: as a function, and as a program where starting it is what counts. */
import { access, chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clasp, ClaspAnswer } from '../../../deploy/push/clasp.ts';

export type FakeAnswer = Partial<ClaspAnswer>;

/** By an argument of the call; the first one that fits. */
export type FakeAnswers = Readonly<Record<string, FakeAnswer>>;

export interface ClaspCall {
  readonly args: readonly string[];
  readonly folder: string;
}

export interface FakeClaspProgram {
  /** An executable file. */
  readonly program: string;
  /** What it was asked, in order. */
  calls(): Promise<readonly ClaspCall[]>;
}

const PROGRAM = join(import.meta.dirname, 'fake-clasp-program.ts');

export const LOGGED_IN: FakeAnswer = { stdout: '{\n  "loggedIn": true\n}\n' };

/** As clasp 3.4.1 prints it for the files of the build. */
export const ALL_PUSHED: FakeAnswer = {
  stdout: `[
  "dist/apps-script/appsscript.json",
  "dist/apps-script/guide.html",
  "dist/apps-script/main.js",
  "dist/apps-script/sidebar.html"
]
`,
};

/** Someone is logged in unless the answers say otherwise. */
export function answerTo(args: readonly string[], answers: FakeAnswers): ClaspAnswer {
  const all: FakeAnswers = { 'show-authorized-user': LOGGED_IN, ...answers };
  const key = Object.keys(all).find((argument) => args.includes(argument));
  const answer = key === undefined ? { exitCode: 99, stderr: 'No answer was prepared.' } : all[key];
  return { exitCode: 0, stdout: '', stderr: '', ...answer };
}

/** `calls`: what it was asked, in order. Like a program, it starts in no folder that is not there. */
export function fakeClasp(answers: FakeAnswers): { readonly clasp: Clasp; readonly calls: readonly ClaspCall[] } {
  const calls: ClaspCall[] = [];
  const clasp: Clasp = async (args, folder) => {
    await access(folder);
    calls.push({ args, folder });
    return answerTo(args, answers);
  };
  return { clasp, calls };
}

export async function fakeClaspProgram(folder: string, answers: FakeAnswers): Promise<FakeClaspProgram> {
  const program = join(folder, 'fake-clasp');
  const calls = join(folder, 'calls.jsonl');
  await writeFile(calls, '');
  await writeFile(join(folder, 'answers.json'), JSON.stringify(answers));
  await writeFile(program, `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' '${folder}' "$@"\n`);
  await chmod(program, 0o755);
  return {
    program,
    async calls() {
      const lines = (await readFile(calls, 'utf8')).split('\n').filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line));
    },
  };
}
