import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import { thinUnits, vietnamMobileModule, withoutExamples } from '../../apps-script/bundle-plugins.ts';
import units2022 from '../../schemas/data/units-2022.json' with { type: 'json' };
import units2025 from '../../schemas/data/units-2025.json' with { type: 'json' };

const RULES = join(import.meta.dirname, '..', '..', 'schemas', 'rules');

describe('what the script leaves out', () => {
  /** 00 begins an international call, where the library may see a foreign number; no Vietnamese number begins so. */
  it('the telephone plan of Viet Nam alone judges every prefix from 01 to 09 as the library does', async () => {
    const module = await import(`data:text/javascript,${encodeURIComponent(vietnamMobileModule())}`);
    const isMobile = (number: string): boolean => module.parsePhoneNumberFromString(number, 'VN').isValid();
    const numbers = Array.from({ length: 9_000 }, (_, prefix) => `0${prefix + 1_000}12345`);
    const different = numbers.filter(
      (number) => isMobile(number) !== (parsePhoneNumberFromString(number, 'VN')?.isValid() ?? false),
    );
    assert.deepEqual(different, []);
    assert.ok(numbers.filter(isMobile).length > 1_000);
  });

  for (const file of readdirSync(RULES)) {
    it(`the examples of ${file} can be taken out`, () => {
      const source = readFileSync(join(RULES, file), 'utf8');
      const thin = withoutExamples(source);
      assert.ok(!/\bsays:/.test(thin));
      assert.equal(thin.split('sentence:').length, source.split('sentence:').length);
    });
  }

  it('a rule whose layout is not understood stops the build', () => {
    const source = "export const rule = defineRule({\n  id: 'a.b',\n    examples: [\n    ],\n});\n";
    assert.throws(() => withoutExamples(source), /0 of 1 rules/);
  });

  it('units keep all that their type knows', () => {
    assert.deepEqual(thinUnits(units2022), units2022);
    const [first] = thinUnits(units2025.units) as unknown[];
    assert.deepEqual(first, {
      code: '18859',
      name: 'Đồng Thuận',
      kind: 'phuong',
      fullName: 'Phường Đồng Thuận',
    });
  });
});
