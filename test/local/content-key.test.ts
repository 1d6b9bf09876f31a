import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentKey } from '../../local/content-key.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('contentKey', () => {
  const folder = temporaryFolder();

  async function keyOf(files: Readonly<Record<string, string>>, root = 'a'): Promise<string> {
    const paths = Object.keys(files).map((name) => join(folder(), root, name));
    await mkdir(join(folder(), root), { recursive: true });
    for (const [index, content] of Object.values(files).entries()) await writeFile(paths[index] ?? '', content);
    return contentKey(join(folder(), root), paths);
  }

  it('is the same for the same files, wherever they lie', async () => {
    assert.equal(await keyOf({ x: '1', y: '2' }), await keyOf({ x: '1', y: '2' }, 'b'));
  });

  for (const [what, files] of [
    ['another content', { x: '1', y: '3' }],
    ['another name', { x: '1', z: '2' }],
    ['a content that moved to the next file', { x: '12', y: '' }],
    ['a file less', { x: '1' }],
  ] as const) {
    it(`is another for ${what}`, async () => {
      assert.notEqual(await keyOf(files), await keyOf({ x: '1', y: '2' }));
    });
  }

  it('fails for a file that is not there', async () => {
    await assert.rejects(contentKey(folder(), [join(folder(), 'nowhere')]), { code: 'ENOENT' });
  });
});
