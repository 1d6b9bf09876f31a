import assert from 'node:assert/strict';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { type MailSink, openMailSink } from '../../../local/mail/mail-sink.ts';
import type { Instant } from '../../../schemas/calendar.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const NOW = '2022-08-25T21:00:00.000+07:00' as Instant;

describe('the mail sink: real SMTP', () => {
  const folder = temporaryFolder();
  let sink: MailSink;
  beforeEach(async () => {
    sink = await openMailSink({ directory: folder(), now: () => NOW });
  });
  afterEach(() => sink.close());

  async function send(mail: SendMailOptions): Promise<void> {
    const transport = createTransport(sink.url);
    try {
      await transport.sendMail({ from: 'a@x.vn', to: 'b@x.vn', ...mail });
    } finally {
      transport.close();
    }
  }

  it('listens on this machine only', () => assert.match(sink.url, /^smtp:\/\/127\.0\.0\.1:\d+$/));

  it('keeps Vietnamese to the letter, and every recipient', async () => {
    const mail = {
      subject: '[Tổ CNS] Huyện Vĩnh Linh: 3 lỗi cần sửa, 2 điều cần xem – 25/08/2022',
      text: `Kính gửi\n\n. chấm đầu dòng\n${'Tổ công nghệ số cộng đồng '.repeat(10)}\n`,
      html: '<p>Kính gửi &amp; «Đa Krông»</p>\n',
    };
    await send({
      ...mail,
      to: ['b@x.vn', 'c@x.vn'],
      messageId: '<1@x.vn>',
      headers: { 'X-Outbox-ID': '2022-08-25_1' },
    });
    assert.deepEqual(await sink.inbox(), [{ id: '2022-08-25_1', to: ['b@x.vn', 'c@x.vn'], ...mail, at: NOW }]);
  });

  it('takes and drops a Message-ID that it has had', async () => {
    await send({ subject: 'Một', messageId: '<1@x.vn>' });
    await send({ subject: 'Một nữa', messageId: '<1@x.vn>' });
    await send({ subject: 'Hai', messageId: '<2@x.vn>' });
    assert.deepEqual(
      (await sink.inbox()).map(({ id, subject }) => [id, subject]),
      [
        ['<1@x.vn>', 'Một'],
        ['<2@x.vn>', 'Hai'],
      ],
    );
  });

  it('refuses more than 5 MB for good', async () => {
    await assert.rejects(send({ text: 'x'.repeat(6_000_000) }), { responseCode: 552 });
    assert.deepEqual(await sink.inbox(), []);
  });

  it('has its mails after a restart', async () => {
    await send({ subject: 'Một' });
    await sink.close();
    sink = await openMailSink({ directory: folder(), now: () => NOW });
    assert.deepEqual(
      (await sink.inbox()).map(({ subject }) => subject),
      ['Một'],
    );
  });
});
