/** What the local system knows about its own data folder: which sample it holds, and each unit's workbook. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SampleKind } from './options.ts';

export interface UnitState {
  readonly workbookId: string;
  /** Whether the sample's rows were written; a start that was cut off writes them again. */
  readonly filled: boolean;
}

export interface LocalState {
  readonly sample: SampleKind;
  readonly units: Readonly<Record<string, UnitState>>;
  /** The province's workbook. */
  readonly province?: string;
}

/** Null for a new folder. Throws when the file is there and cannot be read: nothing is made anew over old data. */
export async function readState(file: string): Promise<LocalState | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as LocalState;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`Không đọc được ${file}; hãy xóa thư mục dữ liệu hoặc chọn --data khác.`, { cause: error });
  }
}

export async function writeState(file: string, state: LocalState): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, JSON.stringify(state, null, 2));
  await rename(temporary, file);
}
