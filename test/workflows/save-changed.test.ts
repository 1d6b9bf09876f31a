import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { StoredDocument } from '../../functions/ports.ts';
import { saveChanged } from '../../functions/workflows/save-changed.ts';
import { aReport, aTeam } from '../support/documents.ts';
import { type OpenStore, storesUnderTest } from '../support/stores.ts';

const REPORT = 'reports/2022:464_2022-08';
const TEAM = `${REPORT}/teams/19363`;
const GONE = `${REPORT}/teams/19366`;

for (const kind of storesUnderTest()) {
  describe(`saving what changed: ${kind.name}`, () => {
    let open: OpenStore;
    beforeEach(async () => {
      open = await kind.open();
    });
    afterEach(() => open.close());

    const documents = (changes = {}): Map<string, StoredDocument> =>
      new Map<string, StoredDocument>([
        [TEAM, aTeam()],
        [REPORT, aReport(changes)],
      ]);

    it('the first time everything, the second time nothing', async () => {
      assert.deepEqual(await saveChanged(open.store, documents()), { read: 2, written: 2 });
      const write = sinon.spy(open.store, 'write');
      assert.deepEqual(await saveChanged(open.store, documents()), { read: 2, written: 0 });
      assert.equal(write.callCount, 0);
    });

    it('the order of properties is no change', async () => {
      await saveChanged(open.store, documents());
      const turned = Object.fromEntries(Object.entries(aReport()).toReversed());
      assert.deepEqual(await saveChanged(open.store, new Map([[REPORT, turned]])), { read: 1, written: 0 });
    });

    it('only the document that differs', async () => {
      await saveChanged(open.store, documents());
      const write = sinon.spy(open.store, 'write');
      assert.deepEqual(await saveChanged(open.store, documents({ version: 2 })), { read: 2, written: 1 });
      assert.deepEqual([...write.firstCall.args[0].keys()], [REPORT]);
      assert.deepEqual((await open.store.get([REPORT])).get(REPORT), aReport({ version: 2 }));
    });

    it('deletes what exists, once', async () => {
      await open.store.write(new Map([[GONE, aTeam()]]));
      assert.deepEqual(await saveChanged(open.store, documents(), [GONE]), { read: 3, written: 3 });
      assert.deepEqual(await saveChanged(open.store, documents(), [GONE]), { read: 3, written: 0 });
      assert.deepEqual([...(await open.store.list(`${REPORT}/teams`)).keys()], [TEAM]);
    });

    it('a document that is to be there is not deleted', async () => {
      await saveChanged(open.store, documents());
      assert.deepEqual(await saveChanged(open.store, documents(), [TEAM]), { read: 2, written: 0 });
      assert.equal((await open.store.get([TEAM])).size, 1);
    });

    it('keeps the order, so that the last document vouches for the others', async () => {
      const write = sinon.spy(open.store, 'write');
      await saveChanged(open.store, documents());
      assert.deepEqual([...write.firstCall.args[0].keys()], [TEAM, REPORT]);
    });
  });
}
