import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { declarationsOnly, zodLeftOut } from '../../../apps-script/bundle/zod-left-out.ts';

const loaded = import(`data:text/javascript,${encodeURIComponent(declarationsOnly())}`);

describe('Zod left out of the script', () => {
  it('takes declarations of every form', async () => {
    const z = await loaded;
    const Row = z.object({ day: z.nullable(z.iso.date().brand()), kind: z.enum(['a', 'b']) });
    assert.doesNotThrow(() => z.array(Row).check(z.minLength(1), z.maxLength(3)));
  });

  for (const question of ['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'decode', 'encode', 'safeDecode']) {
    it(`refuses to answer ${question}`, async () => {
      const z = await loaded;
      assert.throws(() => z.string().check(z.minLength(1))[question]('x'), {
        message: `Zod is not in the script: ${question}`,
      });
    });
  }

  const bundle = (contents: string) =>
    build({
      stdin: { contents, resolveDir: import.meta.dirname },
      bundle: true,
      write: false,
      minify: true,
      logLevel: 'silent',
      plugins: [zodLeftOut],
    });

  it('weighs less than half a kilobyte', async () => {
    const { outputFiles } = await bundle(
      "import * as z from 'zod/mini'; export const Row = z.object({ a: z.string() });",
    );
    const bytes = outputFiles[0]?.contents.length ?? 0;
    assert.ok(bytes > 100 && bytes < 500, `${bytes} bytes`);
  });

  it('stops the build where the whole library is asked for', async () => {
    await assert.rejects(bundle("import { z } from 'zod'; console.log(z);"), /zod: schemas and domain take zod\/mini/);
  });
});
