import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createScripts, type UnitWorkbook, workbooksOf } from '../../../deploy/push/create-scripts.ts';
import { readProjectFiles } from '../../../deploy/push/project-file.ts';
import { memoryStore } from '../../../functions/adapters/memory-store.ts';
import { findUnit, type ReportingUnit } from '../../../schemas/units.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type FakeAnswers, fakeClasp } from './fake-clasp.ts';
import { unitDocument } from './unit-document.ts';

const NEW = '1newnewnewnewnewnewnewnewnewnewnew';

const unitOf = (id: string): ReportingUnit => findUnit(id) as ReportingUnit;

describe('the workbooks that get a script', () => {
  async function store() {
    const filled = memoryStore();
    const documents = [
      unitDocument('2022:461', '1sheet461'),
      unitDocument('2022:464', '1sheet464'),
      unitDocument('2022:470', null),
    ];
    await filled.write(new Map(documents));
    return filled;
  }

  const found = async (units: readonly string[] | undefined) =>
    (await workbooksOf(await store(), units)).map(({ unit, workbookId }) => [unit.id, workbookId]);

  it('are those that provisioning recorded', async () => {
    assert.deepEqual(await found(undefined), [
      ['2022:461', '1sheet461'],
      ['2022:464', '1sheet464'],
    ]);
  });

  it('are those of the named units', async () => {
    assert.deepEqual(await found(['2022:464']), [['2022:464', '1sheet464']]);
  });

  it('are none of a unit without a workbook', async () => {
    await assert.rejects(
      found(['2022:464', '2022:470', '2022:465']),
      new Error('No workbook is known for 2022:470, 2022:465. "npm run provision" makes it.'),
    );
  });
});

describe('making scripts', () => {
  const folder = temporaryFolder();
  const workbooks: readonly UnitWorkbook[] = [
    { unit: unitOf('2022:461'), workbookId: '1sheet461' },
    { unit: unitOf('2022:464'), workbookId: '1sheet464' },
  ];

  function run(answers: FakeAnswers) {
    const { clasp, calls } = fakeClasp(answers);
    const said: string[] = [];
    const failed = createScripts(folder(), workbooks, { clasp, say: (text) => said.push(text) });
    return { failed, said, calls };
  }

  const files = async () =>
    (await readProjectFiles(folder())).map(({ unit, scriptId }) => [unit?.id ?? null, scriptId]);

  it('makes one in each workbook, in a folder that is gone afterwards, and registers it', async () => {
    const { failed, said, calls } = run({
      '1sheet461': { stdout: `{"scriptId": "${NEW}461"}` },
      '1sheet464': { stdout: `{"scriptId": "${NEW}464"}` },
    });
    assert.equal(await failed, 0);
    assert.deepEqual(said, [
      '2022:461 Thành phố Đông Hà: made, registered in .clasp.2022-461.json',
      '2022:464 Huyện Vĩnh Linh: made, registered in .clasp.2022-464.json',
    ]);
    assert.deepEqual(await files(), [
      ['2022:461', `${NEW}461`],
      ['2022:464', `${NEW}464`],
    ]);
    const [, ...made] = calls;
    assert.deepEqual(
      made.map(({ args }) => args.slice(1, 4)),
      [
        ['create-script', '--parentId', '1sheet461'],
        ['create-script', '--parentId', '1sheet464'],
      ],
    );
    assert.equal(new Set(made.map((call) => call.folder)).size, 2);
    assert.deepEqual(
      made.map((call) => [call.folder === folder(), existsSync(call.folder)]),
      [
        [false, false],
        [false, false],
      ],
    );
  });

  it('makes none twice, not even beside a project file that cannot be used', async () => {
    await run({ 'create-script': { stdout: `{"scriptId": "${NEW}"}` } }).failed;
    await writeFile(join(folder(), '.clasp.2022-464.json'), '{');
    const { failed, said, calls } = run({});
    assert.equal(await failed, 0);
    assert.deepEqual(said, [
      '2022:461 Thành phố Đông Hà: has .clasp.2022-461.json already',
      '2022:464 Huyện Vĩnh Linh: has .clasp.2022-464.json already',
    ]);
    assert.deepEqual(
      calls.map(({ args }) => args),
      [['--json', 'show-authorized-user']],
    );
  });

  it('goes on after one that fails, and warns of a script that nobody knows', async () => {
    const { failed, said } = run({
      '1sheet461': { exitCode: 1, stderr: 'The caller does not have permission\n' },
      '1sheet464': { stdout: `{"scriptId": "${NEW}"}` },
    });
    assert.equal(await failed, 1);
    assert.deepEqual(said.slice(0, 2), [
      '2022:461 Thành phố Đông Hà: failed: The caller does not have permission',
      '2022:464 Huyện Vĩnh Linh: made, registered in .clasp.2022-464.json',
    ]);
    assert.match(said[2] ?? '', /A script may have been made all the same\./);
    assert.deepEqual(await files(), [['2022:464', NEW]]);
  });

  it('makes none when nobody is logged in', async () => {
    const { failed, said } = run({ 'show-authorized-user': { stdout: '{"loggedIn": false}' } });
    await assert.rejects(failed, /^Error: Nobody is logged in to clasp\./);
    assert.deepEqual([said, await files()], [[], []]);
  });
});
