/** Finds Google's Firestore emulator where its tools install it. It is Google's own code, so it is never part of ours. */
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './environment.ts';
import type { Found } from './java.ts';

const IN_CLOUD_CLI = join('platform', 'cloud-firestore-emulator', 'cloud-firestore-emulator.jar');

/** Default places of the Cloud CLI on Linux, in a snap, and on macOS. */
const CLOUD_CLI_ROOTS = [
  '/usr/lib/google-cloud-sdk',
  '/usr/share/google-cloud-sdk',
  '/opt/google-cloud-sdk',
  '/snap/google-cloud-cli/current',
  '/opt/homebrew/share/google-cloud-sdk',
  '/usr/local/share/google-cloud-sdk',
];

/** `FIRESTORE_EMULATOR_JAR` first, and alone when it is set: whoever names a file means that file. */
export function findEmulatorJar(environment: Environment): Found {
  const named = environment.FIRESTORE_EMULATOR_JAR;
  if (named !== undefined && named !== '') {
    return existsSync(named) ? { path: named } : { missing: `FIRESTORE_EMULATOR_JAR names no file: ${named}` };
  }
  const path = [...cloudCliJars(environment), ...firebaseCliJars(environment)].find((jar) => existsSync(jar));
  return path === undefined ? { missing: 'no cloud-firestore-emulator.jar' } : { path };
}

function cloudCliJars({ CLOUDSDK_ROOT_DIR, HOME }: Environment): readonly string[] {
  const home = HOME === undefined ? [] : [join(HOME, 'google-cloud-sdk')];
  const own = CLOUDSDK_ROOT_DIR === undefined ? [] : [CLOUDSDK_ROOT_DIR];
  return [...own, ...CLOUD_CLI_ROOTS, ...home].map((root) => join(root, IN_CLOUD_CLI));
}

/** The Firebase CLI keeps a copy for each version that it ever ran; the newest comes first. */
function firebaseCliJars({ HOME }: Environment): readonly string[] {
  if (HOME === undefined) return [];
  const pattern = join(HOME, '.cache', 'firebase', 'emulators', 'cloud-firestore-emulator-v*.jar');
  return globSync(pattern).sort((left, right) => right.localeCompare(left, 'en', { numeric: true }));
}
