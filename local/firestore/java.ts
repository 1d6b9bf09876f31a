/** Finds a Java that can run Google's emulator. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Environment } from './environment.ts';

/** Google's emulator is built for Java 11. */
const OLDEST = 11;

/** A program that was found, or why there is none. */
export type Found = { readonly path: string } | { readonly missing: string };

/** `JAVA_HOME` first, then the search path. Asked for its version: on macOS a `java` exists that only points to a shop. */
export function findJava(environment: Environment): Found {
  const home = environment.JAVA_HOME;
  const path = home === undefined || home === '' ? 'java' : join(home, 'bin', 'java');
  const { stdout, stderr, error } = spawnSync(path, ['-version'], { encoding: 'utf8', timeout: 10_000 });
  if (error !== undefined) return { missing: `no Java: ${error.message}` };
  const major = javaMajor(stderr + stdout);
  if (major === null) return { missing: `${path} -version names no version` };
  return major >= OLDEST ? { path } : { missing: `Java ${major} is older than ${OLDEST}` };
}

/** 17 of `openjdk version "17.0.15"`, 8 of `java version "1.8.0_412"`; null when there is none. */
export function javaMajor(output: string): number | null {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? [];
  if (first === undefined) return null;
  return first === '1' && second !== undefined ? Number(second) : Number(first);
}
