/** A client of an emulator that runs, in this process or in another. */
import { Firestore } from 'firebase-admin/firestore';

/**
 * Without TLS the client introduces itself as owner, whom security rules do not bind. The universe domain is named
 * because the client would otherwise look for credentials on this machine and ask Google's metadata server for it.
 */
export function connectToEmulator(host: string, projectId: string): Firestore {
  return new Firestore({ projectId, host, ssl: false, clientOptions: { universeDomain: 'googleapis.com' } });
}
