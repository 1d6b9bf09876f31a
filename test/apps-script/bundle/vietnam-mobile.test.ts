import assert from 'node:assert/strict';
import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import { vietnamMobileModule } from '../../../apps-script/bundle/vietnam-mobile.ts';

describe('the telephone plan in the script', () => {
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
});
