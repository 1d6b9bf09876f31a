import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findEmulatorJar } from '../../../local/firestore/emulator-jar.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe("finding Google's emulator", () => {
  const folder = temporaryFolder();
  const put = async (...path: string[]): Promise<string> => {
    const file = join(folder(), ...path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '');
    return file;
  };
  const CLI = ['platform', 'cloud-firestore-emulator', 'cloud-firestore-emulator.jar'];

  it('the file that is named, before all others', async () => {
    const named = await put('named.jar');
    await put('cli', ...CLI);
    const environment = { FIRESTORE_EMULATOR_JAR: named, CLOUDSDK_ROOT_DIR: join(folder(), 'cli') };
    assert.deepEqual(findEmulatorJar(environment), { path: named });
  });

  it('no other when the named one is absent', async () => {
    await put('cli', ...CLI);
    const environment = { FIRESTORE_EMULATOR_JAR: join(folder(), 'x.jar'), CLOUDSDK_ROOT_DIR: join(folder(), 'cli') };
    assert.deepEqual(findEmulatorJar(environment), {
      missing: `FIRESTORE_EMULATOR_JAR names no file: ${join(folder(), 'x.jar')}`,
    });
  });

  it('the one of the Cloud CLI', async () => {
    const jar = await put('cli', ...CLI);
    assert.deepEqual(findEmulatorJar({ CLOUDSDK_ROOT_DIR: join(folder(), 'cli') }), { path: jar });
  });

  it('an unset variable names nothing', async () => {
    const jar = await put('cli', ...CLI);
    const environment = { FIRESTORE_EMULATOR_JAR: '', CLOUDSDK_ROOT_DIR: join(folder(), 'cli') };
    assert.deepEqual(findEmulatorJar(environment), { path: jar });
  });
});
