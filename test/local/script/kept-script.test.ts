import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltScript } from '../../../apps-script/build.ts';
import { keptScript, sourcesKey } from '../../../local/script/kept-script.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('the script that is kept', () => {
  const folder = temporaryFolder();
  const SOURCES = [
    'apps-script/bundle/pack.ts',
    'functions/domain/marks.ts',
    'package.json',
    'tsconfig.json',
    'node_modules/.package-lock.json',
    'schemas/data/units.json',
  ];

  let builds = 0;
  const place = (build?: () => Promise<void>) => ({
    file: join(folder(), 'dist', 'script.json'),
    keyNow: () => sourcesKey(folder()),
    build: async (): Promise<BuiltScript> => {
      builds += 1;
      await build?.();
      return { files: new Map([['main.js', `// ${builds}`]]), bytes: 4 };
    },
  });
  const mainOf = ({ files }: BuiltScript) => files.get('main.js');

  beforeEach(async () => {
    builds = 0;
    for (const path of SOURCES) {
      await mkdir(join(folder(), path, '..'), { recursive: true });
      await writeFile(join(folder(), path), path);
    }
  });

  it('is built once for the same sources', async () => {
    const first = await keptScript(place());
    assert.deepEqual(await keptScript(place()), first);
    assert.deepEqual([mainOf(first), builds], ['// 1', 1]);
  });

  for (const path of SOURCES) {
    it(`is built again after a change of ${path}`, async () => {
      await keptScript(place());
      await writeFile(join(folder(), path), 'other');
      assert.equal(mainOf(await keptScript(place())), '// 2');
    });
  }

  it('is built again after a file was added, and after its content went to another name', async () => {
    await keptScript(place());
    await writeFile(join(folder(), 'schemas', 'one.ts'), 'x');
    assert.equal(mainOf(await keptScript(place())), '// 2');
    await writeFile(join(folder(), 'schemas', 'one.ts'), '');
    await writeFile(join(folder(), 'schemas', 'two.ts'), 'x');
    assert.equal(mainOf(await keptScript(place())), '// 3');
  });

  it('is not kept when a source was saved while it was built', async () => {
    const source = join(folder(), 'schemas', 'data', 'units.json');
    const before = await readFile(source, 'utf8');
    await keptScript(place(() => writeFile(source, 'new')));
    await writeFile(source, before);
    assert.equal(mainOf(await keptScript(place())), '// 2');
  });

  it('is built again when what was kept is half a file; nothing else stays beside it', async () => {
    await keptScript(place());
    const { file } = place();
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 40));
    assert.equal(mainOf(await keptScript(place())), '// 2');
    assert.equal(mainOf(await keptScript(place())), '// 2');
    assert.deepEqual(await readdir(join(file, '..')), ['script.json']);
  });

  it('is given even where it cannot be kept', async () => {
    const file = join(folder(), 'package.json', 'script.json');
    assert.equal(mainOf(await keptScript({ ...place(), file })), '// 1');
  });
});
