import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFileOf, readProjectFiles, register } from '../../../deploy/push/project-file.ts';
import { findUnit, type ReportingUnit } from '../../../schemas/units.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SCRIPT = '1abcdefghijklmnopqrstuvwxyz0123456789';
const GOOD = JSON.stringify({ scriptId: SCRIPT, rootDir: 'dist/apps-script' });
const WANTS = 'wants {"scriptId": "…", "rootDir": "dist/apps-script"}.';

const VINH_LINH = findUnit('2022:464') as ReportingUnit;

describe('the project files', () => {
  const folder = temporaryFolder();

  const write = (name: string, content: string) => writeFile(join(folder(), name), content);
  const read = async () =>
    (await readProjectFiles(folder())).map((found) => [
      found.file,
      found.unit?.id ?? null,
      found.scriptId ?? found.reason,
    ]);

  it('are named for the unit, without a colon', () => {
    assert.equal(projectFileOf('2022:464'), '.clasp.2022-464.json');
  });

  it('are none in a folder without any', async () => {
    await write('package.json', '{}');
    await write('.clasp.json', GOOD);
    assert.deepEqual(await read(), []);
  });

  for (const [name, content, unit, found] of [
    ['.clasp.2022-464.json', GOOD, '2022:464', SCRIPT],
    ['.clasp.2025-19363.json', GOOD, '2025:19363', SCRIPT],
    [
      '.clasp.2022-464.json',
      '{"scriptId": "1abcdefghijklmnopqrstuvwxyz0123456789", "rootDir": "dist/apps-script", "parentId": "1s", "filePushOrder": []}',
      '2022:464',
      SCRIPT,
    ],
    ['.clasp.2022-464.json', '{"scriptId":', '2022:464', `.clasp.2022-464.json ${WANTS}`],
    ['.clasp.2022-464.json', '', '2022:464', `.clasp.2022-464.json ${WANTS}`],
    ['.clasp.2022-464.json', '[]', '2022:464', `.clasp.2022-464.json ${WANTS}`],
    ['.clasp.2022-464.json', '{"rootDir": "dist/apps-script"}', '2022:464', `.clasp.2022-464.json ${WANTS}`],
    [
      '.clasp.2022-464.json',
      '{"scriptId": "<script id>", "rootDir": "dist/apps-script"}',
      '2022:464',
      `.clasp.2022-464.json ${WANTS}`,
    ],
    [
      '.clasp.2022-464.json',
      '{"scriptId": "1abcdefghijklmnopqrstuvwxyz0123456789", "rootDir": "."}',
      '2022:464',
      `.clasp.2022-464.json ${WANTS}`,
    ],
    ['.clasp.2022-999.json', GOOD, null, '.clasp.2022-999.json there is no unit 2022:999.'],
    ['.clasp.trial.json', GOOD, null, '.clasp.trial.json there is no unit trial.'],
  ] as const) {
    it(`read ${name} with ${content || 'nothing'}`, async () => {
      await write(name, content);
      assert.deepEqual(await read(), [[name, unit, found]]);
    });
  }

  it('do not name one script twice: the workbook of the second would go without', async () => {
    await write('.clasp.2022-464.json', GOOD);
    await write('.clasp.2022-461.json', GOOD);
    assert.deepEqual(await read(), [
      ['.clasp.2022-461.json', '2022:461', SCRIPT],
      ['.clasp.2022-464.json', '2022:464', '.clasp.2022-464.json has the script of .clasp.2022-461.json.'],
    ]);
  });

  it('are written as clasp reads them', async () => {
    assert.equal(await register(folder(), { unit: VINH_LINH, scriptId: SCRIPT }), '.clasp.2022-464.json');
    assert.equal(
      await readFile(join(folder(), '.clasp.2022-464.json'), 'utf8'),
      `{\n  "scriptId": "${SCRIPT}",\n  "rootDir": "dist/apps-script"\n}\n`,
    );
    assert.deepEqual(await read(), [['.clasp.2022-464.json', '2022:464', SCRIPT]]);
  });

  it('are written over, with the workbook where it is known', async () => {
    await write('.clasp.2022-464.json', 'anything');
    await register(folder(), { unit: VINH_LINH, scriptId: SCRIPT, workbookId: '1sheet' });
    assert.deepEqual(JSON.parse(await readFile(join(folder(), '.clasp.2022-464.json'), 'utf8')), {
      scriptId: SCRIPT,
      rootDir: 'dist/apps-script',
      parentId: '1sheet',
    });
  });

  for (const wrong of ['', '1abc', 'https://script.google.com/home/projects/1abcdefghijklmnopqrstuvwxyz/edit']) {
    it(`are not written for the script id «${wrong}»`, async () => {
      await assert.rejects(register(folder(), { unit: VINH_LINH, scriptId: wrong }), {
        message: `"${wrong}" is no script id: take the long word from https://script.google.com/home/projects/<id>/edit.`,
      });
      assert.deepEqual(await read(), []);
    });
  }
});
