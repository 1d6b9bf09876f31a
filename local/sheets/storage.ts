/**
 * One file for each workbook. A file is written beside the old one and renamed over it: a kill at any moment leaves the
 * state before or after a request.
 */
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOfWorkbook, driveFileFrom, workbookFrom } from './file-format.ts';
import type { DriveFile, Workbook } from './model.ts';

const SUFFIX = '.json';
const TEMPORARY = '.tmp';

async function readHead(path: string): Promise<DriveFile> {
  const handle = await open(path);
  try {
    for await (const line of handle.readLines({ autoClose: false })) return driveFileFrom(line);
    throw new Error(`${path} is empty.`);
  } finally {
    await handle.close();
  }
}

export interface Storage {
  list(): Promise<DriveFile[]>;
  load(id: string): Promise<Workbook>;
  save(workbook: Workbook): Promise<void>;
  remove(id: string): Promise<void>;
}

export async function openStorage(directory: string): Promise<Storage> {
  await mkdir(directory, { recursive: true });
  const pathOf = (id: string): string => join(directory, `${id}${SUFFIX}`);
  return {
    async list() {
      const names = await readdir(directory);
      // A temporary file is what a killed process was writing: its request was never answered.
      await Promise.all(names.filter((name) => name.endsWith(TEMPORARY)).map((name) => rm(join(directory, name))));
      const workbooks = names.filter((name) => name.endsWith(SUFFIX)).sort();
      return Promise.all(workbooks.map((name) => readHead(join(directory, name))));
    },
    async load(id) {
      return workbookFrom(await readFile(pathOf(id), 'utf8'));
    },
    async save(workbook) {
      const path = pathOf(workbook.file.id);
      await writeFile(`${path}${TEMPORARY}`, bytesOfWorkbook(workbook));
      await rename(`${path}${TEMPORARY}`, path);
    },
    async remove(id) {
      await rm(pathOf(id));
    },
  };
}
