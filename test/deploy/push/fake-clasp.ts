/** A small program in clasp's place, so that what is started, where, and with which arguments is what really happens. */
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface FakeAnswer {
  readonly exitCode?: number;
  readonly stdout?: string;
  readonly stderr?: string;
}

export interface FakeClasp {
  /** An executable file. */
  readonly program: string;
  /** What it was asked, in order. */
  calls(): Promise<readonly { readonly args: readonly string[]; readonly folder: string }[]>;
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

/** `answers`: by an argument of the call; someone is logged in unless they say otherwise. */
export async function fakeClasp(folder: string, answers: Readonly<Record<string, FakeAnswer>>): Promise<FakeClasp> {
  const program = join(folder, 'fake-clasp');
  const calls = join(folder, 'calls.jsonl');
  await writeFile(calls, '');
  await writeFile(join(folder, 'answers.json'), JSON.stringify({ 'show-authorized-user': LOGGED_IN, ...answers }));
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
