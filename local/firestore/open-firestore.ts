/** Which Firestore the local system uses; everything else is handed one and does not ask. */
import { join } from 'node:path';
import type { Firestore } from 'firebase-admin/firestore';
import type { ListedDocument } from './all-documents.ts';
import type { Environment } from './environment.ts';
import { oneAtATime } from './one-at-a-time.ts';

export interface LocalFirestore {
  readonly firestore: Firestore;
  /** Where other processes find it; null when only this one can use it. */
  readonly host: string | null;
  readonly projectId: string;
  /** One line for the person who started it. */
  readonly describe: string;
  /** Every document that there is, ordered by path. */
  documents(): Promise<ListedDocument[]>;
  /** Resolves when everything written before the call will be there after a restart. */
  save(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly environment: Environment;
  /** `emulator`: Google's is asked for and found or refused, never silently replaced. */
  readonly kind: 'embedded' | 'emulator';
  /** The folder of the local system's data. */
  readonly dataFolder: string;
}

export const DEFAULT_PROJECT_ID = 'to-cong-nghe-so';

/**
 * An emulator that already runs; Google's own, started here; otherwise the embedded one. Not taken just because it is
 * there: every machine shall behave alike.
 */
export async function openFirestore({ environment, kind, dataFolder }: OpenOptions): Promise<LocalFirestore> {
  if (environment.K_SERVICE !== undefined) {
    throw new Error('K_SERVICE is set: this is Cloud Run, where a Firestore of this machine would lose every report.');
  }
  const projectId = environment.GOOGLE_CLOUD_PROJECT || DEFAULT_PROJECT_ID;
  const host = environment.FIRESTORE_EMULATOR_HOST;
  if (host !== undefined && host !== '') return openRunning(host, projectId);
  if (kind === 'emulator') return openStarted(environment, projectId, join(dataFolder, 'firestore-emulator'));
  return openEmbedded(join(dataFolder, 'firestore.json'), projectId);
}

async function openRunning(host: string, projectId: string): Promise<LocalFirestore> {
  const client = await connect(host, projectId);
  return {
    ...client,
    describe: `Firestore: trình giả lập đang chạy tại ${host} (FIRESTORE_EMULATOR_HOST), dự án ${projectId}.`,
    // Whoever started that emulator keeps its data.
    save: async () => {},
    close: () => client.firestore.terminate(),
  };
}

async function openStarted(environment: Environment, projectId: string, folder: string): Promise<LocalFirestore> {
  const { findEmulator, startEmulator } = await import('./emulator.ts');
  const { exportDocuments, latestExport } = await import('./emulator-data.ts');
  const program = findEmulator(environment);
  if ('missing' in program) throw new Error(`Google's Firestore emulator cannot be started: ${program.missing}.`);
  const emulator = await startEmulator(program, { exported: await latestExport(folder), detached: true });
  const client = await connect(emulator.host, projectId);
  const save = oneAtATime(() => exportDocuments(emulator.host, projectId, folder));
  return {
    ...client,
    describe: `Firestore: trình giả lập của Google tại ${emulator.host}, dữ liệu lưu ở ${folder}.`,
    save,
    close: async () => {
      try {
        await save();
      } finally {
        await client.firestore.terminate();
        await emulator.stop();
      }
    },
  };
}

async function openEmbedded(file: string, projectId: string): Promise<LocalFirestore> {
  const { openEmbeddedFirestore } = await import('./embedded.ts');
  const embedded = await openEmbeddedFirestore({ file, projectId });
  return {
    ...embedded,
    host: null,
    projectId,
    describe: `Firestore: kho nhúng trong chương trình này, dữ liệu lưu ở ${file}.`,
  };
}

type Client = Pick<LocalFirestore, 'firestore' | 'host' | 'projectId' | 'documents'>;

async function connect(host: string, projectId: string): Promise<Client> {
  const { connectToEmulator } = await import('./connect.ts');
  const { allDocuments } = await import('./all-documents.ts');
  const firestore = connectToEmulator(host, projectId);
  return { firestore, host, projectId, documents: () => allDocuments(firestore) };
}
