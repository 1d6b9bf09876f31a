import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { documentSchemaOf } from '../../schemas/documents.ts';
import indexes from '../../schemas/firestore.indexes.json' with { type: 'json' };

/**
 * What a query may say beyond "all of a collection" and "by path". No emulator notices a missing index, so whoever writes
 * such a query comes here first and adds its index.
 */
const NEEDS_AN_INDEX = /\.(where|orderBy|findNearest|collectionGroup)\(/;

describe('the indexes of Firestore', () => {
  it('no deployed query needs one: collections are read whole and documents by path', () => {
    const files = globSync('functions/**/*.ts');
    assert.ok(files.includes('functions/adapters/firestore-store.ts'));
    assert.deepEqual(
      files.filter((file) => NEEDS_AN_INDEX.test(readFileSync(file, 'utf8'))),
      [],
    );
    assert.deepEqual(indexes.indexes, []);
  });

  const paths: Record<string, string> = { chunks: 'snapshots/1/chunks/0', mail: 'mail/1' };
  for (const { collectionGroup, fieldPath, indexes: own } of indexes.fieldOverrides) {
    it(`long texts are not indexed: ${collectionGroup}.${fieldPath}`, () => {
      assert.deepEqual(own, []);
      const schema = documentSchemaOf(paths[collectionGroup] ?? collectionGroup);
      assert.ok(fieldPath in schema.def.shape);
    });
  }
});
