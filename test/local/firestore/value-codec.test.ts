import assert from 'node:assert/strict';
import { FieldValue, GeoPoint, Timestamp } from 'firebase-admin/firestore';
import { type EmbeddedFirestore, openEmbeddedFirestore } from '../../../local/firestore/embedded.ts';
import { decodeFields, encodeFields, type JsonFields } from '../../../local/firestore/value-codec.ts';

describe("Firestore's values as JSON", () => {
  let embedded: EmbeddedFirestore;
  before(async () => {
    embedded = await openEmbeddedFirestore({ file: null, projectId: 'test-codec' });
  });
  after(() => embedded.close());

  const cases: [string, () => Record<string, unknown>, JsonFields][] = [
    ['what JSON has stays', () => ({ a: [1, 'x', null, true, { b: 0.5 }] }), { a: [1, 'x', null, true, { b: 0.5 }] }],
    ['a time', () => ({ a: new Timestamp(5, 678_901_000) }), { a: { $timestamp: [5, 678_901_000] } }],
    ['bytes', () => ({ a: Buffer.from([0, 255]) }), { a: { $bytes: 'AP8=' } }],
    ['a place', () => ({ a: new GeoPoint(16.75, -0) }), { a: { $geoPoint: [16.75, { $number: '-0' }] } }],
    ['a reference', () => ({ a: embedded.firestore.doc('units/2022:464') }), { a: { $reference: 'units/2022:464' } }],
    ['a vector', () => ({ a: FieldValue.vector([1.5, 2]) }), { a: { $vector: [1.5, 2] } }],
    ['a large integer', () => ({ a: 2n ** 62n }), { a: { $bigint: '4611686018427387904' } }],
    [
      'no number',
      () => ({ a: [Number.NaN, -0, 1 / 0, -1 / 0] }),
      { a: ['NaN', '-0', 'Infinity', '-Infinity'].map(($number) => ({ $number })) },
    ],
    [
      'a field that looks like a marker',
      () => ({ $bytes: 'x', a: { $$y: 1, $timestamp: [1] } }),
      { $$bytes: 'x', a: { $$$y: 1, $$timestamp: [1] } },
    ],
    ['an empty field name, an empty map', () => ({ '': {}, a: [] }), { '': {}, a: [] }],
  ];
  for (const [name, make, expected] of cases) {
    it(name, () => {
      assert.deepEqual(encodeFields(make()), expected);
      assert.deepEqual(decodeFields(JSON.parse(JSON.stringify(expected)), embedded.firestore), make());
    });
  }

  it('refuses what Firestore cannot hold', () => {
    assert.throws(() => encodeFields({ a: () => 1 }), /holds no function/);
  });
});
