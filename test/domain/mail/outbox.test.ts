import assert from 'node:assert/strict';
import { type Attempt, claimMail, isDue, newMail, settleMail } from '../../../functions/domain/mail/outbox.ts';
import type { Instant } from '../../../schemas/calendar.ts';
import type { MailDocument } from '../../../schemas/documents.ts';
import { aMail } from '../../support/documents.ts';

const at = (time: string): Instant => `2022-08-25T${time}.000+07:00` as Instant;
const NOW = at('21:00:00');
const lease = (until: string, runId = 'run-1') => ({ runId, until: at(until) });

describe('a new mail', () => {
  const content = { subject: 'S', text: 'T', html: 'H' };

  it('waits, with each address once', () => {
    assert.deepEqual(newMail('1', [' a@x.vn ', 'a@x.vn', '', 'b@x.vn'], content, NOW), {
      id: '1',
      to: ['a@x.vn', 'b@x.vn'],
      ...content,
      state: 'queued',
      lease: null,
      attempts: 0,
      queuedAt: NOW,
      notBefore: null,
      sentAt: null,
      lastError: null,
    });
  });

  it('is none without an address', () => assert.equal(newMail('1', ['', '  '], content, NOW), null));
});

describe('a mail is due', () => {
  const cases: [string, Partial<MailDocument>, boolean][] = [
    ['when it waits', { state: 'queued' }, true],
    ['at the moment it waits for', { notBefore: NOW }, true],
    ['not before', { notBefore: at('21:00:01') }, false],
    ['by the instant, not by the spelling', { notBefore: '2022-08-25T14:00:00Z' as Instant }, true],
    ['not while it is being sent', { state: 'sending', lease: lease('21:00:01') }, false],
    ['when the one that sent it has died', { state: 'sending', lease: lease('21:00:00') }, true],
    ['not once it is sent', { state: 'sent' }, false],
    ['not once it is dead', { state: 'dead' }, false],
  ];
  for (const [name, changes, expected] of cases) it(name, () => assert.equal(isDue(aMail(changes), NOW), expected));
});

describe('claiming a mail', () => {
  it('leases it for five minutes and counts the attempt', () => {
    assert.deepEqual(
      claimMail(aMail({ attempts: 1 }), NOW, 'run-1'),
      aMail({ state: 'sending', lease: lease('21:05:00'), attempts: 2 }),
    );
  });

  it('is refused for a mail that is not due', () =>
    assert.equal(claimMail(aMail({ state: 'sent' }), NOW, '1'), undefined));

  it('ends a mail at which five runs have died', () => {
    const mail = aMail({ state: 'sending', lease: lease('20:59:00'), attempts: 5 });
    assert.deepEqual(claimMail(mail, NOW, 'run-6'), aMail({ state: 'dead', attempts: 5, lastError: 'lost' }));
  });
});

describe('after an attempt', () => {
  const sending = (attempts: number): MailDocument =>
    aMail({ state: 'sending', lease: lease('21:05:00'), attempts, notBefore: at('20:00:00') });
  const refusal = 'EENVELOPE 550 RCPT TO';
  const delay = 'EENVELOPE 451 RCPT TO';
  const delayed: Attempt = { outcome: 'delayed', error: delay };
  const cases: [string, number, Attempt, Partial<MailDocument>][] = [
    ['sent', 1, { outcome: 'sent', error: null }, { state: 'sent', attempts: 1, sentAt: NOW }],
    [
      'refused: dead at once',
      1,
      { outcome: 'refused', error: refusal },
      { state: 'dead', attempts: 1, lastError: refusal },
    ],
    ['delayed: 1 minute', 1, delayed, { attempts: 1, notBefore: at('21:01:00'), lastError: delay }],
    ['delayed again: 5 minutes', 2, delayed, { attempts: 2, notBefore: at('21:05:00'), lastError: delay }],
    ['delayed a third time: 15 minutes', 3, delayed, { attempts: 3, notBefore: at('21:15:00'), lastError: delay }],
    ['delayed a fourth time: 60 minutes', 4, delayed, { attempts: 4, notBefore: at('22:00:00'), lastError: delay }],
    ['delayed a fifth time: dead', 5, delayed, { state: 'dead', attempts: 5, lastError: delay }],
    [
      'down: as it was, the attempt is not counted',
      5,
      { outcome: 'down', error: 'ESOCKET CONN' },
      { attempts: 4, notBefore: at('20:00:00'), lastError: 'ESOCKET CONN' },
    ],
  ];
  for (const [name, attempts, attempt, expected] of cases) {
    it(name, () => assert.deepEqual(settleMail(sending(attempts), attempt, NOW, 'run-1'), aMail(expected)));
  }

  const lost: [string, MailDocument][] = [
    ['another run has it', aMail({ state: 'sending', lease: lease('21:10:00', 'run-2') })],
    ['another run has sent it', aMail({ state: 'sent', sentAt: NOW })],
  ];
  for (const [name, mail] of lost) {
    it(`nothing is changed when ${name}`, () =>
      assert.equal(settleMail(mail, { outcome: 'sent', error: null }, NOW, 'run-1'), undefined));
  }
});
