/** Mails of a night, through real SMTP into the built-in inbox; and promise 7 over all that leaves the sheets. */
import assert from 'node:assert/strict';
import type { NightlyResult } from '../../functions/workflows/nightly.ts';
import { openTestSystem, readTab, type TestSystem } from '../support/local-system.ts';

const [TOWN, CAM_LO] = ['2022:462', '2022:468'];
const FLAGS = ['--units', '462,468', '--as-of', '2022-08-25T21:00+07:00'];

interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

describe('the mails of a night', function () {
  this.timeout(180_000);
  let local: TestSystem;
  before(async () => {
    local = await openTestSystem(FLAGS);
  });
  after(() => local.close());

  const night = async () => ((await local.call('nightly')).body as NightlyResult).summary.mails;
  const send = async () => (await local.call('send-mail')).body;
  const inbox = async () => (await (await fetch(`${local.system.address}_local/inbox`)).json()) as Mail[];
  const recipients = async () => (await inbox()).flatMap(({ to }) => to).sort();

  it('go to each district in which something changed, and to the Department', async () => {
    assert.equal(await night(), 3);
    assert.deepEqual(await send(), { sent: 3, retried: 0, dead: 0 });
    assert.deepEqual(await recipients(), ['to-cns@so.example', 'vhtt-462@huyen.example', 'vhtt-468@huyen.example']);
  });

  it('running twice is running once: the second night mails nobody', async () => {
    assert.equal(await night(), 0);
    assert.deepEqual(await send(), { sent: 0, retried: 0, dead: 0 });
  });

  it('the next change is mailed to its district alone', async () => {
    await local.person.spreadsheets.values.update({
      spreadsheetId: local.workbooks[CAM_LO] ?? '',
      range: "'Thành viên'!F2",
      valueInputOption: 'RAW',
      requestBody: { values: [['không phải giới tính']] },
    });
    assert.equal(await night(), 1);
    await send();
    assert.equal((await recipients()).filter((to) => to === 'vhtt-468@huyen.example').length, 2);
    assert.equal((await recipients()).filter((to) => to === 'vhtt-462@huyen.example').length, 1);
  });

  it('personal data stays where it was typed: no name and no phone in mails, Firestore or the province’s workbook', async () => {
    const people = await Promise.all(
      [TOWN, CAM_LO].map((unit) => readTab(local.owner, local.workbooks[unit ?? ''] ?? '', 'Thành viên')),
    );
    const texts = (column: number) =>
      people.flatMap((rows) => rows.slice(1).map((row) => row.values?.[column]?.formattedValue?.trim() ?? ''));
    const secrets = [...texts(3), ...texts(8)].filter((text) => text.length >= 8);
    assert.ok(secrets.length > 50);
    const documents = await (await fetch(`${local.system.address}_local/firestore`)).text();
    const province = await local.owner.spreadsheets.get({
      spreadsheetId: local.workbooks.province ?? '',
      includeGridData: true,
    });
    const outside = `${JSON.stringify(await inbox())}${documents}${JSON.stringify(province.data)}`.normalize('NFC');
    assert.deepEqual(
      secrets.filter((secret) => outside.includes(secret.normalize('NFC'))),
      [],
    );
  });
});
