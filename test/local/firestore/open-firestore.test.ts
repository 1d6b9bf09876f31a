import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalFirestore, openFirestore } from '../../../local/firestore/open-firestore.ts';
import { EMULATOR_MISSING, emulatorHost, newProjectId } from '../../support/emulator.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('which Firestore the local system uses', () => {
  const folder = temporaryFolder();
  let opened: LocalFirestore | undefined;
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });

  it('the embedded one when nothing else is said, with its file in the data folder', async () => {
    opened = await openFirestore({ environment: {}, kind: 'embedded', dataFolder: folder() });
    assert.equal(opened.host, null);
    assert.equal(opened.projectId, 'to-cong-nghe-so');
    assert.match(opened.describe, /^Firestore: kho nhúng trong chương trình này, dữ liệu lưu ở .*firestore\.json\.$/);
    await opened.firestore.doc('units/1').set({ a: 1 });
    await opened.save();
    assert.ok(existsSync(join(folder(), 'firestore.json')));
    assert.deepEqual(
      (await opened.documents()).map(({ path, fields }) => [path, fields]),
      [['units/1', { a: 1 }]],
    );
  });

  it('variables that are empty are not set', async () => {
    const environment = { FIRESTORE_EMULATOR_HOST: '', GOOGLE_CLOUD_PROJECT: '' };
    opened = await openFirestore({ environment, kind: 'embedded', dataFolder: folder() });
    assert.equal(opened.host, null);
    assert.equal(opened.projectId, 'to-cong-nghe-so');
  });

  it('a running emulator before one that is asked for', async () => {
    const environment = { FIRESTORE_EMULATOR_HOST: '127.0.0.1:9', GOOGLE_CLOUD_PROJECT: 'test-running' };
    opened = await openFirestore({ environment, kind: 'emulator', dataFolder: folder() });
    assert.equal(opened.host, '127.0.0.1:9');
    assert.equal(opened.projectId, 'test-running');
    assert.match(opened.describe, /đang chạy tại 127\.0\.0\.1:9 .*dự án test-running/);
  });

  it('never the embedded one in place of an emulator that is asked for', async () => {
    const environment = { FIRESTORE_EMULATOR_JAR: join(folder(), 'absent.jar') };
    await assert.rejects(
      openFirestore({ environment, kind: 'emulator', dataFolder: folder() }),
      /Google's Firestore emulator cannot be started: /,
    );
  });

  for (const environment of [{ K_SERVICE: 'nightly' }, { K_SERVICE: 'x', FIRESTORE_EMULATOR_HOST: '127.0.0.1:9' }]) {
    it(`none on Cloud Run: ${JSON.stringify(environment)}`, async () => {
      await assert.rejects(openFirestore({ environment, kind: 'embedded', dataFolder: folder() }), /K_SERVICE is set/);
      assert.equal(existsSync(join(folder(), 'firestore.json')), false);
    });
  }

  // One line of test/support/emulator.ts says when this does not run.
  if (EMULATOR_MISSING === null) {
    it('documents of a running emulator, with the times of their updates', async () => {
      const environment = { FIRESTORE_EMULATOR_HOST: await emulatorHost(), GOOGLE_CLOUD_PROJECT: newProjectId() };
      opened = await openFirestore({ environment, kind: 'embedded', dataFolder: folder() });
      await opened.firestore.doc('reports/absent/teams/1').set({ a: 1 });
      await opened.firestore.doc('elsewhere/1').set({ at: new Date(5000) });
      const documents = await opened.documents();
      assert.deepEqual(
        documents.map(({ path, fields }) => [path, fields]),
        [
          ['elsewhere/1', { at: { $timestamp: [5, 0] } }],
          ['reports/absent/teams/1', { a: 1 }],
        ],
      );
      const [second, first] = documents.map(({ updateTime }) => updateTime);
      assert.match(first ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/);
      assert.ok((first ?? '') < (second ?? ''));
    });
  }
});
