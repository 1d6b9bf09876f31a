/** Makes a script in every workbook that has none, and registers it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../functions/ports.ts';
import type { UnitDocument } from '../../schemas/documents.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import { requireUnit } from './choose-files.ts';
import { type Clasp, createScript, requireLogin } from './clasp.ts';
import { readProjectFiles, register } from './project-file.ts';

/** What the editor shows as the project's name. */
const TITLE = 'Tổ công nghệ số';

/** clasp names a new script only after it has read it back: what fails in between leaves a script that nobody knows. */
const LOOK_FIRST = `
A script may have been made all the same. Before you try again, look in the workbook under Tiện ích mở rộng > Apps
Script, and register what is there with --register.`;

export interface UnitWorkbook {
  readonly unit: ReportingUnit;
  readonly workbookId: string;
}

/** The workbooks that provisioning recorded, of the named units or of all. Throws when a named unit has none. */
export async function workbooksOf(
  store: Pick<Store, 'list'>,
  units: readonly string[] | undefined,
): Promise<readonly UnitWorkbook[]> {
  const documents = [...(await store.list('units')).values()] as UnitDocument[];
  const known = documents.flatMap(({ unit, workbookId }) =>
    workbookId === null ? [] : [{ unit: requireUnit(unit), workbookId }],
  );
  if (!units) return known;
  const missing = units.filter((id) => !known.some(({ unit }) => unit.id === id));
  if (missing.length > 0)
    throw new Error(`No workbook is known for ${missing.join(', ')}. "npm run provision" makes it.`);
  return known.filter(({ unit }) => units.includes(unit.id));
}

export interface CreateParts {
  readonly clasp: Clasp;
  readonly say: (text: string) => void;
}

/** Answers how many could not be made. A unit with a project file is left alone, whatever the file says. */
export async function createScripts(
  root: string,
  workbooks: readonly UnitWorkbook[],
  { clasp, say }: CreateParts,
): Promise<number> {
  const registered = new Map((await readProjectFiles(root)).map(({ unit, file }) => [unit?.id, file]));
  await requireLogin(clasp, root);
  let failed = 0;
  for (const { unit, workbookId } of workbooks) {
    const file = registered.get(unit.id);
    if (file) {
      say(`${unit.id} ${unit.fullName}: has ${file} already`);
      continue;
    }
    try {
      const scriptId = await createInEmptyFolder(clasp, workbookId);
      say(`${unit.id} ${unit.fullName}: made, registered in ${await register(root, { unit, scriptId, workbookId })}`);
    } catch (error) {
      failed += 1;
      say(`${unit.id} ${unit.fullName}: failed: ${error instanceof Error ? error.message : error}`);
    }
  }
  if (failed > 0) say(LOOK_FIRST);
  return failed;
}

async function createInEmptyFolder(clasp: Clasp, workbookId: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'to-cong-nghe-so-script-'));
  try {
    return await createScript(clasp, { folder, workbookId, title: TITLE });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
