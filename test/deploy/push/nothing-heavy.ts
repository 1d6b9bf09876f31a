/** Loaded into a program before itself (`node --import`): ends it when it loads what a refusal has no need of. */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    if (/^(esbuild|terser|firebase-admin|@google-cloud)\b/.test(specifier)) throw new Error(`It loads ${specifier}.`);
    return next(specifier, context);
  },
});
