import assert from 'node:assert/strict';
import { describeFailure, judgeFailure } from '../../functions/adapters/smtp-error.ts';

describe('what a failure of SMTP means', () => {
  const cases: [string, unknown, string, string][] = [
    [
      'an address is unknown',
      { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' },
      'refused',
      'EENVELOPE 550 RCPT TO',
    ],
    [
      'the content is turned down',
      { code: 'EMESSAGE', responseCode: 554, command: 'DATA' },
      'refused',
      'EMESSAGE 554 DATA',
    ],
    ['an address that is none', { code: 'EENVELOPE', command: 'API' }, 'refused', 'EENVELOPE API'],
    [
      'try again later',
      { code: 'EENVELOPE', responseCode: 451, command: 'RCPT TO' },
      'delayed',
      'EENVELOPE 451 RCPT TO',
    ],
    ['the mailbox is full', { code: 'EMESSAGE', responseCode: 452, command: 'DATA' }, 'delayed', 'EMESSAGE 452 DATA'],
    ['wrong password', { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 'down', 'EAUTH 535 AUTH PLAIN'],
    [
      'a password is wanted',
      { code: 'EENVELOPE', responseCode: 530, command: 'MAIL FROM' },
      'down',
      'EENVELOPE 530 MAIL FROM',
    ],
    [
      'the server is closing',
      { code: 'EENVELOPE', responseCode: 421, command: 'MAIL FROM' },
      'ask',
      'EENVELOPE 421 MAIL FROM',
    ],
    ['nobody listens', { code: 'ESOCKET', command: 'CONN', syscall: 'connect' }, 'ask', 'ESOCKET CONN'],
    ['the connection was lost', { code: 'ECONNECTION', command: 'CONN' }, 'ask', 'ECONNECTION CONN'],
    ['no answer', { code: 'ETIMEDOUT', command: 'CONN' }, 'ask', 'ETIMEDOUT CONN'],
    ['something else', new Error('phong-vhtt@example.vn'), 'ask', 'SMTP'],
    ['nothing', undefined, 'ask', 'SMTP'],
  ];
  for (const [name, cause, verdict, words] of cases) {
    it(`${name}: ${verdict}`, () => {
      assert.equal(judgeFailure(cause), verdict);
      assert.equal(describeFailure(cause), words);
    });
  }
});
