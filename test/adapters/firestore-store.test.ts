import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { StoredDocument } from '../../functions/ports.ts';
import { aReport, aTeam } from '../support/documents.ts';
import { firestoresUnderTest, type OpenFirestoreStore } from '../support/stores.ts';

const REPORT = 'reports/2022:464_2022-08';

/** More teams than one batch takes, and the report that vouches for them. */
function reportWithTeams(): ReadonlyMap<string, StoredDocument> {
  const teams = Array.from({ length: 405 }, (_, index) => [`${REPORT}/teams/${10_000 + index}`, aTeam()] as const);
  return new Map<string, StoredDocument>([...teams, [REPORT, aReport()]]);
}

function grpcError(code: number): Error {
  return Object.assign(new Error('told by Firestore'), { code });
}

for (const kind of firestoresUnderTest()) {
  describe(`the store on Firestore: ${kind.name}`, () => {
    let open: OpenFirestoreStore;
    beforeEach(async () => {
      open = await kind.open();
    });
    afterEach(() => open.close());

    it('refuses a stored document that does not fit its schema (any more), without its content', async () => {
      await open.firestore.doc(REPORT).set({ leader: 'Nguyễn Văn A' });
      const refused = (error: Error) =>
        error.name === 'AppError' &&
        error.message.startsWith(`${REPORT} does not fit`) &&
        !error.message.includes('Văn A');
      await assert.rejects(open.store.get([REPORT]), refused);
      await assert.rejects(open.store.list('reports'), refused);
    });

    it('a death between two batches leaves no document that vouches for what is missing', async () => {
      const { firestore, store } = open;
      const batch = firestore.batch.bind(firestore);
      const stub = sinon.stub(firestore, 'batch').callsFake(batch);
      stub.onSecondCall().callsFake(() => Object.assign(batch(), { commit: () => Promise.reject(grpcError(14)) }));
      await assert.rejects(store.write(reportWithTeams()), { code: 'unavailable' });
      stub.restore();
      assert.equal((await store.list(`${REPORT}/teams`)).size, 400);
      assert.equal((await store.get([REPORT])).size, 0);

      await store.write(reportWithTeams());
      assert.equal((await store.list(`${REPORT}/teams`)).size, 405);
      assert.equal((await store.get([REPORT])).size, 1);
    });

    it('gives errors of its own for failed reads and lists', async () => {
      sinon.stub(open.firestore, 'getAll').rejects(grpcError(8));
      sinon.stub(open.firestore, 'collection').returns({ get: () => Promise.reject(grpcError(7)) } as never);
      await assert.rejects(open.store.get([REPORT]), { name: 'AppError', code: 'unavailable' });
      await assert.rejects(open.store.list('reports'), { name: 'AppError', code: 'internal' });
    });

    it('gives errors of its own for failed transactions', async () => {
      sinon.stub(open.firestore, 'runTransaction').rejects(grpcError(10));
      await assert.rejects(
        open.store.transact(REPORT, () => undefined),
        { name: 'AppError', code: 'unavailable' },
      );
    });
  });
}
