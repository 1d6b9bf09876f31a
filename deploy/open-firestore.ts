/** The Firestore that an operator's command works on: an emulator where one is named, Google's otherwise. */
import type { Firestore } from 'firebase-admin/firestore';

export async function openFirestore(projectId: string, emulatorHost: string | undefined): Promise<Firestore> {
  if (emulatorHost) {
    const { connectToEmulator } = await import('../local/firestore/connect.ts');
    return connectToEmulator(emulatorHost, projectId);
  }
  const { initializeApp } = await import('firebase-admin/app');
  const { getFirestore } = await import('firebase-admin/firestore');
  return getFirestore(initializeApp({ projectId }));
}
