/** Promise 3: what is frozen once is frozen for good, whoever asks, how often, and wherever a run died. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Store } from '../../functions/ports.ts';
import { sha256 } from '../../functions/workflows/content-hash.ts';
import {
  chunksOfText,
  readSnapshot,
  type SnapshotRequest,
  saveSnapshot,
  sealOf,
} from '../../functions/workflows/save-snapshot.ts';
import type { Instant, Period } from '../../schemas/calendar.ts';
import { MAX_CHUNK_LENGTH } from '../../schemas/documents.ts';
import { newCalls } from '../support/province-workbook.ts';
import { storesUnderTest } from '../support/stores.ts';

const TEXT = '{"rows":[1,2,3]}';
const PATH = 'snapshots/2022:464_2022-08_v1';

const requestOf = (changes: Partial<SnapshotRequest> = {}): SnapshotRequest => ({
  unit: '2022:464',
  period: '2022-08' as Period,
  version: 1,
  text: TEXT,
  ruleVersion: '2022-06-08',
  codeVersion: '0.1.0',
  frozenAt: '2022-09-07T00:20:00.000+07:00' as Instant,
  reason: null,
  author: null,
  diff: [],
  ...changes,
});

describe('chunksOfText', () => {
  it('cuts a text into parts that fit, and never through a pair of surrogates', () => {
    assert.deepEqual(chunksOfText('', 4), []);
    assert.deepEqual(chunksOfText('abcdefg', 3), ['abc', 'def', 'g']);
    assert.deepEqual(chunksOfText('ab😀c', 3), ['ab', '😀c']);
  });

  it('loses nothing of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 9 }), (text, length) => {
        const parts = chunksOfText(text, length);
        assert.equal(parts.join(''), text);
        assert.ok(parts.every((part) => part.length <= length && Buffer.from(part, 'utf8').toString('utf8') === part));
      }),
    );
  });
});

for (const kind of storesUnderTest()) {
  describe(`saveSnapshot on ${kind.name}`, () => {
    let store: Store;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await kind.open());
    });
    afterEach(() => close());

    const calls = newCalls();
    const save = (changes: Partial<SnapshotRequest> = {}) => saveSnapshot(requestOf(changes), { store, calls });
    const read = (version = 1) => readSnapshot({ ...requestOf(), version }, { store, calls });
    const chunkIds = async () => [...(await store.list(`${PATH}/chunks`)).keys()];

    it('freezes a text with its hash, and reads it back', async () => {
      const document = await save();
      assert.equal(document.sha256, sha256(TEXT));
      assert.equal(document.chunks, 1);
      assert.equal(document.seal, sealOf(document));
      assert.deepEqual(await read(), { document, text: TEXT });
      assert.equal(await read(2), null);
    });

    it('cuts what is longer than a document may be', async () => {
      const text = 'Tổ công nghệ số '.repeat(Math.ceil((2 * MAX_CHUNK_LENGTH) / 16) + 1);
      const { chunks } = await save({ text });
      assert.equal(chunks, 3);
      assert.equal((await read())?.text, text);
    });

    it('a second time changes nothing, even when it brings other rows or a later moment', async () => {
      const first = await save();
      const frozenAt = '2022-09-08T00:20:00.000+07:00' as Instant;
      assert.deepEqual(await save({ frozenAt, text: '{"rows":[]}' }), first);
      assert.deepEqual(await read(), { document: first, text: TEXT });
      assert.equal((await chunkIds()).length, 1);
    });

    it('of ten at once one wins, whole, and the others leave nothing behind', async () => {
      const texts = Array.from({ length: 10 }, (_, at) => `{"rows":[${at % 3}]}`);
      const answers = await Promise.all(texts.map((text) => save({ text })));
      assert.equal(new Set(answers.map(({ sha256: hash }) => hash)).size, 1);
      const frozen = await read();
      assert.equal(sha256(frozen?.text ?? ''), answers[0]?.sha256);
      assert.equal((await chunkIds()).length, 1);
    });

    it('goes on after a death between the chunks and the document, with other rows', async () => {
      const dying: Store = {
        ...store,
        transact: async () => {
          throw new Error('killed');
        },
      };
      await assert.rejects(saveSnapshot(requestOf({ text: '{"rows":[9]}' }), { store: dying, calls }), /killed/);
      assert.equal(await read(), null);
      await save();
      assert.equal((await read())?.text, TEXT);
      assert.equal((await chunkIds()).length, 1);
    });

    it('version 2 stands beside version 1, with its reason, its author and what is other', async () => {
      const first = await save();
      const second = await save({
        version: 2,
        text: '{"rows":[1,2]}',
        reason: 'Đính chính số lượt người',
        author: 'so-tttt@example.vn',
        diff: [{ field: 'totals.turns', before: 120, after: 102 }],
      });
      assert.deepEqual(await read(1), { document: first, text: TEXT });
      assert.deepEqual(await read(2), { document: second, text: '{"rows":[1,2]}' });
    });
  });
}
