import assert from 'node:assert/strict';
import { readTypings, schemaFromTypings } from '../../../local/sheets/generate-schema.ts';
import generated from '../../../local/sheets/generated/sheets-schema.json' with { type: 'json' };
import { KINDS } from '../../../local/sheets/requests/kinds.ts';

describe("Google's message types", () => {
  it('are those of the installed typings', () => {
    assert.deepEqual(generated, schemaFromTypings(readTypings()));
  });

  it('know every kind of request that is carried out', () => {
    const known = Object.keys(generated.Request);
    assert.deepEqual(
      Object.keys(KINDS).filter((kind) => !known.includes(kind)),
      [],
    );
  });
});
