import assert from 'node:assert/strict';
import { AppError } from '../../functions/errors.ts';
import type { Store, StoredDocument } from '../../functions/ports.ts';
import type { Instant } from '../../schemas/calendar.ts';
import { MAX_CHUNK_LENGTH } from '../../schemas/documents.ts';
import { aMail, aReport, aRun, aTeam, SAMPLES } from '../support/documents.ts';
import { type OpenStore, storesUnderTest } from '../support/stores.ts';

const REPORT = 'reports/2022:464_2022-08';
const OTHER = 'reports/2022:465_2022-08';
const NOON = '2022-08-25T12:00:00.000+07:00' as Instant;
const many = (count: number): Map<string, StoredDocument> =>
  new Map(
    Array.from({ length: count }, (_, index) => [`${REPORT}/teams/${10_000 + index}`, aTeam({ members: index })]),
  );

for (const kind of storesUnderTest()) {
  describe(`a store: ${kind.name}`, () => {
    let open: OpenStore;
    let store: Store;
    beforeEach(async () => {
      open = await kind.open();
      store = open.store;
    });
    afterEach(() => open.close());

    it('gives back every kind of document as it was written', async () => {
      await store.write(new Map(Object.entries(SAMPLES)));
      assert.deepEqual(Object.fromEntries(await store.get(Object.keys(SAMPLES))), SAMPLES);
    });

    it('gives only the documents that exist, in the order asked for', async () => {
      await store.write(
        new Map([
          [REPORT, aReport()],
          [OTHER, aReport({ version: 2 })],
        ]),
      );
      const found = await store.get([OTHER, 'reports/2022:470_2022-08', REPORT]);
      assert.deepEqual(
        [...found],
        [
          [OTHER, aReport({ version: 2 })],
          [REPORT, aReport()],
        ],
      );
    });

    it('gives nothing for no paths, and a path that is asked for twice once', async () => {
      await store.write(new Map([[REPORT, aReport()]]));
      assert.deepEqual([...(await store.get([]))], []);
      assert.deepEqual([...(await store.get([REPORT, REPORT])).keys()], [REPORT]);
    });

    it('lists what lies directly under a collection, ordered by id', async () => {
      const teams = ['19366', '19363_thon-10', '19363'].map(
        (id) => [`${REPORT}/teams/${id}`, aTeam({ team: id })] as const,
      );
      await store.write(
        new Map<string, StoredDocument>([[REPORT, aReport()], ...teams, [`${OTHER}/teams/1`, aTeam()]]),
      );
      assert.deepEqual([...(await store.list('reports')).keys()], [REPORT]);
      assert.deepEqual(
        [...(await store.list(`${REPORT}/teams`))].map(([path, team]) => [path, team.team]),
        [
          [`${REPORT}/teams/19363`, '19363'],
          [`${REPORT}/teams/19363_thon-10`, '19363_thon-10'],
          [`${REPORT}/teams/19366`, '19366'],
        ],
      );
      assert.deepEqual([...(await store.list('units'))], []);
    });

    it('writes whole documents: a field that is gone is gone', async () => {
      await store.write(new Map([[REPORT, aReport({ problemsByRule: { 'cell.required': 3 } })]]));
      await store.write(new Map([[REPORT, aReport()]]));
      assert.deepEqual((await store.get([REPORT])).get(REPORT), aReport());
    });

    it('deletes, and takes the deletion of what is not there', async () => {
      await store.write(new Map([[REPORT, aReport()]]));
      await store.write(new Map([[OTHER, aReport()]]), [REPORT, 'reports/2022:470_2022-08']);
      assert.deepEqual([...(await store.list('reports')).keys()], [OTHER]);
    });

    it('a document that is both deleted and written is there', async () => {
      await store.write(new Map([[REPORT, aReport()]]));
      await store.write(new Map([[REPORT, aReport({ version: 2 })]]), [REPORT]);
      assert.deepEqual((await store.get([REPORT])).get(REPORT), aReport({ version: 2 }));
    });

    it('takes no part of what it was given or gave', async () => {
      const given = aReport();
      await store.write(new Map([[REPORT, given]]));
      given.problems.error = 99;
      const first = (await store.get([REPORT])).get(REPORT) as ReturnType<typeof aReport>;
      first.totals.activities.guidance = 99;
      assert.deepEqual((await store.get([REPORT])).get(REPORT), aReport());
    });

    it('writes, reads and lists more documents than one request takes', async () => {
      const documents = many(950);
      await store.write(documents);
      assert.deepEqual(new Map(await store.list(`${REPORT}/teams`)), documents);
      assert.deepEqual(new Map(await store.get([...documents.keys()])), documents);
      await store.write(new Map(), [...documents.keys()]);
      assert.equal((await store.list(`${REPORT}/teams`)).size, 0);
    });

    it('writes more bytes than one request takes', async () => {
      const text = 'ổ'.repeat(MAX_CHUNK_LENGTH);
      const paths = Array.from({ length: 13 }, (_, index) => `snapshots/2022:464_2022-08_v1/chunks/${index}`);
      await store.write(new Map(paths.map((path, index) => [path, { index, text }])));
      assert.deepEqual(
        [...(await store.get(paths)).values()],
        paths.map((_, index) => ({ index, text })),
      );
    });

    describe('changes one document with nobody in between', () => {
      const MAIL = 'mail/1';
      const mails = async () => [...(await store.list('mail'))];

      it('hands over what is stored, and writes what comes back', async () => {
        await store.write(new Map([[MAIL, aMail()]]));
        const seen: unknown[] = [];
        const written = await store.transact(MAIL, (current) => {
          seen.push(current);
          return aMail({ attempts: 1 });
        });
        assert.deepEqual(seen, [aMail()]);
        assert.deepEqual(written, aMail({ attempts: 1 }));
        assert.deepEqual(await mails(), [[MAIL, aMail({ attempts: 1 })]]);
      });

      it('creates what is not there yet', async () => {
        const create = (current: StoredDocument | undefined) => (current === undefined ? aMail() : undefined);
        assert.deepEqual(await store.transact(MAIL, create), aMail());
        assert.equal(await store.transact(MAIL, create), undefined);
        assert.deepEqual(await mails(), [[MAIL, aMail()]]);
      });

      it('leaves the document for undefined', async () => {
        assert.equal(await store.transact(MAIL, () => undefined), undefined);
        assert.deepEqual(await mails(), []);
      });

      it('six racing claims: one wins', async () => {
        await store.write(new Map([[MAIL, aMail()]]));
        const claim = (runId: string) =>
          store.transact(MAIL, (current) =>
            current?.state === 'queued' ? aMail({ state: 'sending', lease: { runId, until: NOON } }) : undefined,
          );
        const claims = await Promise.all(['1', '2', '3', '4', '5', '6'].map(claim));
        const won = claims.filter((document) => document !== undefined);
        assert.equal(won.length, 1);
        assert.deepEqual(await mails(), [[MAIL, won[0]]]);
      });

      it('six racing increments: none is lost', async () => {
        await store.write(new Map([[MAIL, aMail()]]));
        const add = () =>
          store.transact(MAIL, (current) => aMail({ attempts: ((current?.attempts as number | undefined) ?? 0) + 1 }));
        await Promise.all(Array.from({ length: 6 }, add));
        assert.deepEqual(await mails(), [[MAIL, aMail({ attempts: 6 })]]);
      });

      it('takes no part of what it handed over', async () => {
        await store.write(new Map([[MAIL, aMail()]]));
        await store.transact(MAIL, (current) => {
          const to = (current?.to ?? []) as string[];
          to.push('khac@example.vn');
          return undefined;
        });
        assert.deepEqual(await mails(), [[MAIL, aMail()]]);
      });

      it('refuses what does not fit, and a path that nobody described; an error of the decision passes through', async () => {
        const refused = { name: 'AppError', code: 'internal' };
        await assert.rejects(
          store.transact(MAIL, () => ({ ...aMail(), leader: 'Nguyễn Văn A' })),
          { ...refused, message: `${MAIL} does not fit its schema: (document).` },
        );
        await assert.rejects(
          store.transact('people/1', () => undefined),
          refused,
        );
        const conflict = new AppError('conflict', 'It was sent already.');
        await assert.rejects(
          store.transact(MAIL, () => {
            throw conflict;
          }),
          conflict,
        );
        assert.deepEqual(await mails(), []);
      });
    });

    describe('refuses as internal, naming the path and never the content, and writes nothing', () => {
      const cases: [string, string, unknown, string][] = [
        ['a missing field', REPORT, { ...aReport(), status: undefined }, `${REPORT} does not fit its schema: status.`],
        [
          'a field that nobody described',
          REPORT,
          { ...aReport(), leader: 'Nguyễn Văn A' },
          `${REPORT} does not fit its schema: (document).`,
        ],
        [
          'counts that lose a row',
          REPORT,
          { ...aReport(), counts: { ...aReport().counts, teams: { read: 3, accepted: 1, rejected: 1 } } },
          `${REPORT} does not fit its schema: counts.teams.`,
        ],
        ['not a number', 'runs/1', aRun({ mails: Number.NaN }), 'runs/1 does not fit its schema: mails.'],
        ['an unknown collection', 'people/1', { name: 'Nguyễn Văn A' }, 'No document is described at people/1.'],
        ['a path of a collection', 'reports', aReport(), 'No document is described at reports.'],
      ];
      for (const [name, path, document, message] of cases) {
        it(name, async () => {
          const documents = new Map([
            [OTHER, aReport()],
            [path, document as StoredDocument],
          ]);
          await assert.rejects(store.write(documents), { name: 'AppError', code: 'internal', message });
          assert.equal((await store.list('reports')).size, 0);
        });
      }

      it('an unknown collection, when it is read or deleted', async () => {
        const refused = { name: 'AppError', code: 'internal' };
        await assert.rejects(store.get(['people/1']), refused);
        await assert.rejects(store.list('people'), refused);
        await assert.rejects(store.write(new Map([[OTHER, aReport()]]), ['people/1']), refused);
        assert.equal((await store.list('reports')).size, 0);
      });
    });
  });
}
