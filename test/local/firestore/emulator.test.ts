import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectToEmulator } from '../../../local/firestore/connect.ts';
import { startEmulator } from '../../../local/firestore/emulator.ts';
import { exportDocuments, latestExport } from '../../../local/firestore/emulator-data.ts';
import { openFirestore } from '../../../local/firestore/open-firestore.ts';
import { EMULATOR_MISSING, emulatorProgram } from '../../support/emulator.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('starting an emulator that does not start', () => {
  const folder = temporaryFolder();

  it('says what the program said', async () => {
    const java = join(folder(), 'java');
    await writeFile(java, '#!/bin/sh\necho "Error: Could not find or load main class" >&2\nexit 1\n');
    await chmod(java, 0o755);
    await assert.rejects(
      startEmulator({ java, jar: 'x.jar' }),
      /ended while starting:\nError: Could not find or load main class/,
    );
  });

  const tells = async (failures: number): Promise<Parameters<typeof startEmulator>[0]> => {
    const java = join(folder(), 'java');
    const count = join(folder(), 'starts');
    const taken = 'java.net.BindException: Address already in use';
    await writeFile(
      java,
      `#!/bin/sh\necho x >> "${count}"\n[ $(wc -l < "${count}") -le ${failures} ] && echo "${taken}" || echo "other"\nexit 1\n`,
    );
    await chmod(java, 0o755);
    return { java, jar: 'x.jar' };
  };

  it('takes another port when its own was taken meanwhile', async () => {
    await assert.rejects(startEmulator(await tells(2)), /ended while starting:\nother/);
    assert.equal(await readFile(join(folder(), 'starts'), 'utf8'), 'x\n'.repeat(3));
  });

  it('gives up after five ports', async () => {
    await assert.rejects(startEmulator(await tells(9)), /BindException: Address already in use/);
    assert.equal(await readFile(join(folder(), 'starts'), 'utf8'), 'x\n'.repeat(5));
  });

  it('says that there is no such program', async () => {
    await assert.rejects(
      startEmulator({ java: join(folder(), 'absent'), jar: 'x.jar' }),
      /ended while starting:\n.*ENOENT/,
    );
  });
});

describe('exports of the emulator', () => {
  const folder = temporaryFolder();

  it('none in a folder that is not there', async () => {
    assert.equal(await latestExport(join(folder(), 'absent')), null);
  });

  it('the newest complete one, never an unfinished one', async () => {
    for (const name of ['export-000000009', 'export-000000010', 'unfinished']) await mkdir(join(folder(), name));
    assert.equal(
      await latestExport(folder()),
      join(folder(), 'export-000000010', 'documents', 'documents.overall_export_metadata'),
    );
  });
});

// One line of test/support/emulator.ts says when these do not run.
if (EMULATOR_MISSING === null) {
  describe("Google's emulator", () => {
    const folder = temporaryFolder();
    // Java starts several times here.
    const TIMEOUT_MS = 180_000;

    it('starts on a port of this machine alone, and ends when it is stopped, once or twice', async () => {
      const emulator = await startEmulator(emulatorProgram());
      try {
        assert.match(emulator.host, /^127\.0\.0\.1:\d+$/);
        assert.equal((await fetch(`http://${emulator.host}/`)).status, 200);
      } finally {
        await emulator.stop();
      }
      await emulator.stop();
      await assert.rejects(fetch(`http://${emulator.host}/`));
      assert.throws(() => process.kill(emulator.pid, 0), { code: 'ESRCH' });
    }).timeout(TIMEOUT_MS);

    it('in a group of its own it does not hear the Ctrl+C of this one', async () => {
      const emulator = await startEmulator(emulatorProgram(), { detached: true });
      try {
        assert.equal(process.kill(-emulator.pid, 0), true);
      } finally {
        await emulator.stop();
      }
      assert.throws(() => process.kill(emulator.pid, 0), { code: 'ESRCH' });
    }).timeout(TIMEOUT_MS);

    it('an export that fails leaves the one before', async () => {
      const emulator = await startEmulator(emulatorProgram());
      const firestore = connectToEmulator(emulator.host, 'test-export');
      try {
        await firestore.doc('units/1').set({ a: 1 });
        await exportDocuments(emulator.host, 'test-export', folder());
        await exportDocuments(emulator.host, 'test-export', folder());
        const before = await latestExport(folder());
        assert.deepEqual(await readdir(folder()), ['export-000000002']);
        await firestore.terminate();
        await emulator.stop();
        await assert.rejects(exportDocuments(emulator.host, 'test-export', folder()));
        assert.equal(await latestExport(folder()), before);
      } finally {
        await firestore.terminate();
        await emulator.stop();
      }
    }).timeout(TIMEOUT_MS);

    it('keeps its documents over two restarts', async () => {
      const { java, jar } = emulatorProgram();
      const options = {
        environment: { JAVA_HOME: java === 'java' ? undefined : join(java, '..', '..'), FIRESTORE_EMULATOR_JAR: jar },
        kind: 'emulator',
        dataFolder: folder(),
      } as const;
      const expected: [string, unknown][] = [];
      for (const version of [1, 2, 3]) {
        const local = await openFirestore(options);
        try {
          assert.deepEqual(
            (await local.documents()).map(({ path, fields }) => [path, fields]),
            expected,
          );
          assert.match(local.describe, /trình giả lập của Google tại 127\.0\.0\.1:\d+/);
          await local.firestore.doc(`reports/${version}/teams/1`).set({ version });
          expected.push([`reports/${version}/teams/1`, { version }]);
        } finally {
          await local.close();
        }
      }
    }).timeout(TIMEOUT_MS);
  });
}
