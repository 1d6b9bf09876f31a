/** The script carries the telephone plan of Viet Nam and not the world's, which would be a third of it. */
import type { Plugin } from 'esbuild';
import metadata from 'libphonenumber-js/mobile/metadata';

/** Of a country's record: the kinds of number, each with its pattern and lengths; the second kind is the mobile. */
const KINDS = 11;
const MOBILE = 1;

/**
 * The one question that the checks ask of libphonenumber-js, answered from its own metadata: is this, with its leading 0,
 * a Vietnamese mobile number? A test compares every prefix with the library.
 */
export function vietnamMobileModule(): string {
  const kinds = (metadata.countries.VN as readonly unknown[])[KINDS] as readonly (readonly [
    string,
    readonly number[],
  ])[];
  const [pattern, lengths] = kinds[MOBILE] ?? [];
  if (pattern === undefined || lengths?.length !== 1)
    throw new Error('libphonenumber-js has another form of metadata.');
  return [
    `const MOBILE = /^0(?=\\d{${lengths[0]}}$)(?:${pattern})$/;`,
    'export const parsePhoneNumberFromString = (number) => ({ isValid: () => MOBILE.test(number) });',
  ].join('\n');
}

export const vietnamMobileOnly: Plugin = {
  name: 'vietnam-mobile-only',
  setup(build) {
    build.onResolve({ filter: /^libphonenumber-js/ }, ({ path }) => {
      if (path === 'libphonenumber-js/mobile') return { path, namespace: 'vietnam-mobile-only' };
      return { errors: [{ text: `${path} would bring the whole world's telephone plans into the script.` }] };
    });
    build.onLoad({ filter: /.*/, namespace: 'vietnam-mobile-only' }, () => ({ contents: vietnamMobileModule() }));
  },
};
