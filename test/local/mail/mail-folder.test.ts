import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openMailFolder, type ReceivedMail } from '../../../local/mail/mail-folder.ts';
import type { Instant } from '../../../schemas/calendar.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const mail = (id: string): ReceivedMail => ({
  id,
  to: ['a@x.vn'],
  subject: 'Thư',
  text: 'Kính gửi',
  html: '<p>Kính gửi</p>',
  at: '2022-08-25T21:00:00.000+07:00' as Instant,
});

describe('the folder of mails', () => {
  const folder = temporaryFolder();
  const directory = () => join(folder(), 'mails');

  it('keeps them in the order of arrival, over a restart', async () => {
    const before = await openMailFolder(directory());
    for (const id of ['b', 'a']) assert.equal(await before.add(`<${id}>`, mail(id)), true);
    const after = await openMailFolder(directory());
    assert.equal(await after.add('<c>', mail('c')), true);
    assert.deepEqual(await after.list(), [mail('b'), mail('a'), mail('c')]);
  });

  it('drops a Message-ID that it has, over a restart and over two connections', async () => {
    const before = await openMailFolder(directory());
    assert.deepEqual(await Promise.all([before.add('<a>', mail('a')), before.add('<a>', mail('a'))]), [true, false]);
    const after = await openMailFolder(directory());
    assert.equal(await after.add('<a>', mail('a')), false);
    assert.equal((await after.list()).length, 1);
  });

  it('clears away what a killed process was writing', async () => {
    await openMailFolder(directory());
    await writeFile(join(directory(), '000001-x.json.tmp'), '{"id": "b');
    const after = await openMailFolder(directory());
    assert.deepEqual(await readdir(directory()), []);
    assert.deepEqual(await after.list(), []);
  });

  it('goes on after a mail that could not be written', async () => {
    const opened = await openMailFolder(directory());
    await assert.rejects(opened.add('<a>', { ...mail('a'), text: 1n as unknown as string }), TypeError);
    assert.equal(await opened.add('<a>', mail('a')), true);
  });
});
