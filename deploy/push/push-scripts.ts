/** Builds the script once and pushes it to one workbook after the other; one that fails does not stop the others. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltScript } from '../../apps-script/build.ts';
import { writeFiles } from '../../apps-script/write-files.ts';
import { textTable } from '../text-table.ts';
import { chooseFiles } from './choose-files.ts';
import { type Clasp, type Pushed, pushArguments, pushProject, requireLogin } from './clasp.ts';
import { type ProjectFile, type RegisteredScript, readProjectFiles, SCRIPT_FOLDER } from './project-file.ts';

export interface PushRequest {
  /** The folder of the project files, and of `dist/`. */
  readonly root: string;
  /** Ids; every registered script when left out. */
  readonly units: readonly string[] | undefined;
  readonly dryRun: boolean;
}

export interface PushParts {
  readonly build: () => Promise<BuiltScript>;
  readonly clasp: Clasp;
  readonly say: (text: string) => void;
}

export interface PushResult {
  readonly file: ProjectFile;
  readonly done: Pushed | { readonly outcome: 'planned' };
}

/** Throws before the first push when there is nothing to push, no way to push it, or nowhere to push it to. */
export async function pushScripts(
  { root, units, dryRun }: PushRequest,
  { build, clasp, say }: PushParts,
): Promise<readonly PushResult[]> {
  const chosen = chooseFiles(await readProjectFiles(root), units);
  const built = await build();
  const files = [...built.files.keys()];
  say(`Built ${files.join(', ')}; main.js ${built.bytes} bytes.`);
  if (!dryRun) {
    say('Asking clasp who is logged in.');
    await requireLogin(clasp, root);
    await replaceFolder(built, join(root, SCRIPT_FOLDER));
  }
  const results: PushResult[] = [];
  for (const file of chosen) {
    const done = await pushTo(file, dryRun, ({ file: name }) => pushProject(clasp, { root, file: name, files }));
    results.push({ file, done });
    say(`[${results.length}/${chosen.length}] ${titleOf(file)}: ${wordsFor({ file, done })}`);
  }
  return results;
}

/** A file of an older build would be pushed with the new ones. */
async function replaceFolder({ files }: BuiltScript, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await writeFiles(files, folder);
}

async function pushTo(
  file: ProjectFile,
  dryRun: boolean,
  push: (script: RegisteredScript) => Promise<Pushed>,
): Promise<PushResult['done']> {
  if (file.scriptId === null) return { outcome: 'failed', reason: file.reason };
  if (dryRun) return { outcome: 'planned' };
  try {
    return await push(file);
  } catch (error) {
    return { outcome: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

export function resultsTable(results: readonly PushResult[]): string {
  const rows = results.map((result) => [titleOf(result.file), shortened(result.file.scriptId), wordsFor(result)]);
  return textTable(['Unit', 'Script', 'Result'], rows);
}

const titleOf = ({ unit, file }: ProjectFile): string => (unit ? `${unit.id} ${unit.fullName}` : file);

/** Enough of an id to know it again. */
export const shortened = (scriptId: string | null): string =>
  scriptId === null ? '–' : `${scriptId.slice(0, 6)}…${scriptId.slice(-4)}`;

function wordsFor({ file, done }: PushResult): string {
  switch (done.outcome) {
    case 'pushed':
      return 'pushed';
    case 'unchanged':
      return 'pushed before, nothing to change';
    case 'planned':
      return `would run clasp ${pushArguments(file.file).join(' ')}`;
    case 'failed':
      return `failed: ${done.reason}`;
  }
}
