/**
 * Which script belongs to which unit's workbook: one project file of clasp for each, `.clasp.2022-464.json`. It holds no
 * secret, and lies beside `dist/`, since clasp refuses a `rootDir` outside the folder of its project file.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { findUnit, type ReportingUnit } from '../../schemas/units.ts';

/** What is pushed, as the project files name it. */
export const SCRIPT_FOLDER = 'dist/apps-script';

/** Google promises no form; 20 characters tell an id from a slip of the hand, and the alphabet tells it from an address. */
const SCRIPT_ID = /^[\w-]{20,}$/;

const ProjectFile = z.object({
  scriptId: z.string().check(z.regex(SCRIPT_ID)),
  rootDir: z.literal(SCRIPT_FOLDER),
});

/** A script that can be pushed to. */
export interface RegisteredScript {
  readonly file: string;
  readonly unit: ReportingUnit;
  readonly scriptId: string;
}

/** A project file that says nothing usable, and why. */
export interface UnusableFile {
  readonly file: string;
  /** Null where the name of the file is no unit's. */
  readonly unit: ReportingUnit | null;
  readonly scriptId: null;
  readonly reason: string;
}

export type ProjectFile = RegisteredScript | UnusableFile;

/** A colon is no character for a file's name everywhere. */
export const projectFileOf = (unit: string): string => `.clasp.${unit.replace(':', '-')}.json`;

/** All project files in the order of their names. One that cannot be used is in the list too: nobody shall miss it silently. */
export async function readProjectFiles(root: string): Promise<readonly ProjectFile[]> {
  const names = (await readdir(root)).filter((name) => /^\.clasp\..+\.json$/.test(name)).sort();
  const files: ProjectFile[] = [];
  for (const name of names) {
    const found = await readProjectFile(root, name);
    const same = files.find(({ scriptId }) => scriptId !== null && scriptId === found.scriptId);
    files.push(same ? unusable(name, found.unit, `has the script of ${same.file}`) : found);
  }
  return files;
}

async function readProjectFile(root: string, file: string): Promise<ProjectFile> {
  const id = file.slice('.clasp.'.length, -'.json'.length).replace('-', ':');
  const unit = findUnit(id);
  if (!unit) return unusable(file, null, `there is no unit ${id}`);
  const parsed = ProjectFile.safeParse(parseJson(await readFile(join(root, file), 'utf8')));
  if (!parsed.success) return unusable(file, unit, `wants {"scriptId": "…", "rootDir": "${SCRIPT_FOLDER}"}`);
  return { file, unit, scriptId: parsed.data.scriptId };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no project file either, and the schema says so.
    return undefined;
  }
}

function unusable(file: string, unit: ReportingUnit | null, reason: string): UnusableFile {
  return { file, unit, scriptId: null, reason: `${file} ${reason}.` };
}

export interface Registration {
  readonly unit: ReportingUnit;
  readonly scriptId: string;
  /** The workbook; clasp opens it on `open-container`. */
  readonly workbookId?: string;
}

/** Writes the unit's project file, over one that is there. Throws on what cannot be a script's id. */
export async function register(root: string, { unit, scriptId, workbookId }: Registration): Promise<string> {
  if (!SCRIPT_ID.test(scriptId)) {
    throw new Error(
      `"${scriptId}" is no script id: take the long word from https://script.google.com/home/projects/<id>/edit.`,
    );
  }
  const file = projectFileOf(unit.id);
  const project = { scriptId, rootDir: SCRIPT_FOLDER, ...(workbookId ? { parentId: workbookId } : {}) };
  await writeFile(join(root, file), `${JSON.stringify(project, null, 2)}\n`);
  return file;
}
