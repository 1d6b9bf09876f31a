/**
 * Loaded into the real clasp before itself (`node --import`): of the 300 APIs of its googleapis only those that its calls
 * here need. The others take half of the time of a call, and are never asked.
 */
import { registerHooks } from 'node:module';

const LIST_OF_APIS = /\/googleapis\/build\/src\/(apis\/)?index\.js$/;
const NEEDED = /^\.\/(googleapis|(apis\/)?(script|oauth2)(\/v\d)?)$/;
/** Any module that is loaded already will do: nobody looks into it. */
const LOADED = 'node:path';

registerHooks({
  resolve(specifier, context, next) {
    const left = LIST_OF_APIS.test(context.parentURL ?? '') && specifier.startsWith('./') && !NEEDED.test(specifier);
    return left ? { url: LOADED, format: 'builtin', shortCircuit: true } : next(specifier, context);
  },
});
