/** The stores under test. A suite that loops over STORE_KINDS runs on each of them, so that none drifts from the others. */
import type { Firestore } from 'firebase-admin/firestore';
import { firestoreStore } from '../../functions/adapters/firestore-store.ts';
import { memoryStore } from '../../functions/adapters/memory-store.ts';
import type { Store } from '../../functions/ports.ts';
import { connectToEmulator } from '../../local/firestore/connect.ts';
import { openEmbeddedFirestore } from '../../local/firestore/embedded.ts';
import { EMULATOR_MISSING, emulatorHost, newProjectId } from './emulator.ts';

/** An empty store of its own. */
export interface OpenStore {
  readonly store: Store;
  /** Null for the store in memory. */
  readonly firestore: Firestore | null;
  close(): Promise<void>;
}

export interface StoreKind<T extends OpenStore = OpenStore> {
  readonly name: string;
  /** False where Google's emulator is not found; one loud line says so. */
  readonly available: boolean;
  open(): Promise<T>;
}

export interface OpenFirestoreStore extends OpenStore {
  readonly firestore: Firestore;
}

async function openMemory(): Promise<OpenStore> {
  return { store: memoryStore(), firestore: null, close: async () => {} };
}

async function openEmbedded(): Promise<OpenFirestoreStore> {
  const { firestore, close } = await openEmbeddedFirestore({ file: null, projectId: newProjectId() });
  return { store: firestoreStore(firestore), firestore, close };
}

async function openEmulator(): Promise<OpenFirestoreStore> {
  const firestore = connectToEmulator(await emulatorHost(), newProjectId());
  return { store: firestoreStore(firestore), firestore, close: () => firestore.terminate() };
}

const FIRESTORE_KINDS: readonly StoreKind<OpenFirestoreStore>[] = [
  { name: 'embedded Firestore', available: true, open: openEmbedded },
  { name: "Google's Firestore emulator", available: EMULATOR_MISSING === null, open: openEmulator },
];

export const STORE_KINDS: readonly StoreKind[] = [
  { name: 'memory', available: true, open: openMemory },
  ...FIRESTORE_KINDS,
];

/** The kinds that can run on this machine. */
export function storesUnderTest(): readonly StoreKind[] {
  return STORE_KINDS.filter(({ available }) => available);
}

export function firestoresUnderTest(): readonly StoreKind<OpenFirestoreStore>[] {
  return FIRESTORE_KINDS.filter(({ available }) => available);
}
