/** Workbooks in memory, loaded when they are asked for; one change at a time for each. */
import { draftOf } from './draft.ts';
import { isGoogleFileId } from './file-ids.ts';
import { notFound, permissionDenied } from './google-error.ts';
import type { DriveFile, Workbook } from './model.ts';
import { openStorage } from './storage.ts';

/** A workbook as it now is on disk: its id, and Drive's count of its changes. */
export interface StoredChange {
  readonly id: string;
  readonly version: number;
}

export interface WorkbookStore {
  /** Drive's view of every workbook, without loading any. */
  files(): readonly DriveFile[];
  fileOf(id: string): DriveFile;
  read(id: string): Promise<Workbook>;
  /**
   * Runs `edit` on a draft; what it leaves is on disk when the promise resolves. A throw changes nothing, and neither does
   * a draft of which `isChanged` says that it was only looked at. `stored` is the workbook before, never to be changed.
   */
  change<Answer>(
    id: string,
    edit: (draft: Workbook, stored: Workbook) => Answer,
    isChanged?: () => boolean,
  ): Promise<Answer>;
  add(workbook: Workbook): Promise<void>;
  remove(id: string): Promise<void>;
  close(): Promise<void>;
}

/** Loaded workbooks beyond this number are forgotten, the longest unused first; they are on disk. */
const MOST_LOADED = 24;

export async function openWorkbookStore(
  directory: string,
  changed: (change: StoredChange) => void = () => undefined,
): Promise<WorkbookStore> {
  const storage = await openStorage(directory);
  const files = new Map((await storage.list()).map((file) => [file.id, file]));
  const loaded = new Map<string, Workbook>();
  const loading = new Map<string, Promise<Workbook>>();
  const locks = new Map<string, Promise<unknown>>();

  function remember(workbook: Workbook): Workbook {
    const { id } = workbook.file;
    loaded.delete(id);
    loaded.set(id, workbook);
    for (const other of loaded.keys()) {
      if (loaded.size <= MOST_LOADED) break;
      if (!locks.has(other)) loaded.delete(other);
    }
    return workbook;
  }

  function fileOf(id: string): DriveFile {
    const file = files.get(id);
    if (!file) throw isGoogleFileId(id) ? permissionDenied() : notFound();
    return file;
  }

  async function read(id: string): Promise<Workbook> {
    fileOf(id);
    const known = loaded.get(id);
    if (known) return remember(known);
    const pending = loading.get(id) ?? storage.load(id).finally(() => loading.delete(id));
    loading.set(id, pending);
    const workbook = await pending;
    return loaded.get(id) ?? remember(workbook);
  }

  async function exclusively<Answer>(id: string, work: () => Promise<Answer>): Promise<Answer> {
    const before = locks.get(id) ?? Promise.resolve();
    const run = before.then(work, work);
    locks.set(id, run);
    try {
      return await run;
    } finally {
      if (locks.get(id) === run) locks.delete(id);
    }
  }

  async function save(workbook: Workbook): Promise<void> {
    await storage.save(workbook);
    files.set(workbook.file.id, workbook.file);
    remember(workbook);
    changed({ id: workbook.file.id, version: workbook.file.version });
  }

  return {
    files: () => [...files.values()],
    fileOf,
    read,
    change: (id, edit, isChanged = () => true) =>
      exclusively(id, async () => {
        const stored = await read(id);
        const draft = draftOf(stored);
        const answer = edit(draft, stored);
        if (isChanged()) await save(draft);
        return answer;
      }),
    add: (workbook) => exclusively(workbook.file.id, () => save(workbook)),
    remove: (id) =>
      exclusively(id, async () => {
        fileOf(id);
        await storage.remove(id);
        files.delete(id);
        loaded.delete(id);
      }),
    async close() {
      await Promise.allSettled(locks.values());
    },
  };
}
