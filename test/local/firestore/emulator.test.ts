import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Firestore } from 'firebase-admin/firestore';
import { allDocuments, type ListedDocument } from '../../../local/firestore/all-documents.ts';
import { connectToEmulator } from '../../../local/firestore/connect.ts';
import { type Emulator, startEmulator } from '../../../local/firestore/emulator.ts';
import { exportDocuments, latestExport } from '../../../local/firestore/emulator-data.ts';
import { DEFAULT_PROJECT_ID, openFirestore } from '../../../local/firestore/open-firestore.ts';
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
  // Java is dear to start: one life of a data folder, in the order in which it is lived.
  describe("Google's emulator", function () {
    this.timeout(180_000);
    let folder: string;
    let exports: string;
    let emulator: Emulator | undefined;
    let firestore: Firestore | undefined;

    const started = (): Emulator => {
      assert.ok(emulator, 'the emulator did not start');
      return emulator;
    };
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'to-cong-nghe-so-'));
      exports = join(folder, 'firestore-emulator');
    });
    after(async () => {
      await firestore?.terminate();
      await emulator?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    it('keeps its documents over two restarts', async () => {
      const { java, jar } = emulatorProgram();
      const options = {
        environment: { JAVA_HOME: java === 'java' ? undefined : join(java, '..', '..'), FIRESTORE_EMULATOR_JAR: jar },
        kind: 'emulator',
        dataFolder: folder,
      } as const;
      const expected: [string, unknown][] = [];
      for (const version of [1, 2]) {
        const local = await openFirestore(options);
        try {
          assert.deepEqual(listed(await local.documents()), expected);
          assert.match(local.describe, /trình giả lập của Google tại 127\.0\.0\.1:\d+/);
          await local.firestore.doc(`reports/${version}/teams/1`).set({ version });
          expected.push([`reports/${version}/teams/1`, { version }]);
        } finally {
          await local.close();
        }
      }
      emulator = await startEmulator(emulatorProgram(), { exported: await latestExport(exports), detached: true });
      firestore = connectToEmulator(emulator.host, DEFAULT_PROJECT_ID);
      assert.deepEqual(listed(await allDocuments(firestore)), expected);
    });

    it('is on a port of this machine alone', async () => {
      assert.match(started().host, /^127\.0\.0\.1:\d+$/);
      assert.equal((await fetch(`http://${started().host}/`)).status, 200);
    });

    it('in a group of its own it does not hear the Ctrl+C of this one', () => {
      assert.equal(process.kill(-started().pid, 0), true);
    });

    it('an export takes the place of the one before', async () => {
      const before = await readdir(exports);
      await exportDocuments(started().host, DEFAULT_PROJECT_ID, exports);
      assert.deepEqual([before, await readdir(exports)], [['export-000000002'], ['export-000000003']]);
    });

    it('ends when it is stopped, once or twice', async () => {
      const { host, pid, stop } = started();
      await firestore?.terminate();
      await stop();
      await stop();
      await assert.rejects(fetch(`http://${host}/`));
      assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
    });

    it('an export that fails leaves the one before', async () => {
      const before = await latestExport(exports);
      await assert.rejects(exportDocuments(started().host, DEFAULT_PROJECT_ID, exports));
      assert.notEqual(before, null);
      assert.equal(await latestExport(exports), before);
    });
  });
}

function listed(documents: readonly ListedDocument[]): [string, unknown][] {
  return documents.map(({ path, fields }) => [path, fields]);
}
