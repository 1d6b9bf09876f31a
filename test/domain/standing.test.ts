/** Every state × every event. Read the table as: a report in this row, this happens, it stands there afterwards, or is refused. */
import assert from 'node:assert/strict';
import {
  type LockState,
  lockStateOf,
  NEW_STANDING,
  type RefusalCode,
  type ReportEvent,
  type Standing,
  transition,
} from '../../functions/domain/standing.ts';
import type { Instant } from '../../schemas/calendar.ts';
import { ReportStatus } from '../../schemas/report-status.ts';

const at = (text: string): Instant => `${text}+07:00` as Instant;

/** August 2022: due at the end of the 29th, locked after 05/09. */
const AUGUST = { dueAt: at('2022-08-30T00:00:00.000'), lockAt: at('2022-09-06T00:00:00.000') };
const IN_TIME = at('2022-08-29T23:59:59.999');
const LATE = at('2022-08-30T00:00:00.000');
const AFTER_LOCK = at('2022-09-06T00:15:00.000');
const EXTENDED = at('2022-09-11T00:00:00.000');
const AFTER_EXTENSION = at('2022-09-11T00:15:00.000');
const FIRST = at('2022-08-20T10:00:00.000');

const LOCKS: Readonly<Record<LockState, Partial<Standing>>> = {
  open: {},
  extended: { extendedUntil: EXTENDED },
  reopened: { extendedUntil: EXTENDED, frozenVersion: 1 },
  locked: { lockedAt: AFTER_LOCK, frozenVersion: 1 },
};

const SENT: ReadonlySet<ReportStatus> = new Set(['submitted', 'submitted-edited', 'late', 'nil']);

function standingOf(status: ReportStatus, lock: LockState): Standing {
  const clocks = SENT.has(status) ? { firstValidAt: FIRST, submittedAt: FIRST } : {};
  return { ...NEW_STANDING, status, ...clocks, ...LOCKS[lock] };
}

const EVENTS = {
  'look: errors': { kind: 'look', looked: 'has-errors' },
  'sent in time': { kind: 'submit', at: IN_TIME, nil: false },
  'sent late': { kind: 'submit', at: LATE, nil: false },
  'nil in time': { kind: 'submit', at: IN_TIME, nil: true },
  'nil late': { kind: 'submit', at: LATE, nil: true },
  blocked: { kind: 'block', at: IN_TIME, looked: 'in-progress' },
  edited: { kind: 'edit', at: LATE },
} as const satisfies Record<string, ReportEvent>;

type Column = keyof typeof EVENTS;

/** While a month is not locked. `–`: refused as not sent, `0`: as not applicable. */
// biome-ignore format: a table
const OPEN: Readonly<Record<ReportStatus, Readonly<Record<Column, ReportStatus | '–' | '0'>>>> = {
  'not-started':      { 'look: errors': 'has-errors',       'sent in time': 'submitted', 'sent late': 'late',             'nil in time': 'nil',  'nil late': 'late',             blocked: 'in-progress',      edited: '–' },
  'in-progress':      { 'look: errors': 'has-errors',       'sent in time': 'submitted', 'sent late': 'late',             'nil in time': 'nil',  'nil late': 'late',             blocked: 'in-progress',      edited: '–' },
  'has-errors':       { 'look: errors': 'has-errors',       'sent in time': 'submitted', 'sent late': 'late',             'nil in time': 'nil',  'nil late': 'late',             blocked: 'in-progress',      edited: '–' },
  submitted:          { 'look: errors': 'submitted',        'sent in time': 'submitted', 'sent late': 'submitted-edited', 'nil in time': 'nil',  'nil late': 'submitted-edited', blocked: 'submitted',        edited: 'submitted-edited' },
  'submitted-edited': { 'look: errors': 'submitted-edited', 'sent in time': 'submitted', 'sent late': 'submitted-edited', 'nil in time': 'nil',  'nil late': 'submitted-edited', blocked: 'submitted-edited', edited: 'submitted-edited' },
  late:               { 'look: errors': 'late',             'sent in time': 'late',      'sent late': 'late',             'nil in time': 'late', 'nil late': 'late',             blocked: 'late',             edited: 'late' },
  nil:                { 'look: errors': 'nil',              'sent in time': 'submitted', 'sent late': 'submitted-edited', 'nil in time': 'nil',  'nil late': 'submitted-edited', blocked: 'nil',              edited: 'submitted-edited' },
  'not-applicable':   { 'look: errors': 'not-applicable',   'sent in time': '0',         'sent late': '0',                'nil in time': '0',    'nil late': '0',                blocked: '0',                edited: '0' },
};

const REFUSED = { '–': 'not-sent', '0': 'not-applicable' } as const;

const outcome = (standing: Standing, event: ReportEvent): string => {
  const result = transition(standing, event, AUGUST);
  return result.ok ? result.standing.status : `refused: ${result.refusal.code}`;
};

for (const status of ReportStatus.options) {
  for (const lock of ['open', 'extended', 'reopened'] as const) {
    describe(`${status}, ${lock}`, () => {
      for (const [name, event] of Object.entries(EVENTS)) {
        const expected = OPEN[status][name as Column];
        const says = expected === '–' || expected === '0' ? `refused: ${REFUSED[expected]}` : expected;
        it(`${name}: ${says}`, () => assert.equal(outcome(standingOf(status, lock), event), says));
      }
    });
  }

  describe(`${status}, locked`, () => {
    const exempt = status === 'not-applicable';
    for (const [name, event] of Object.entries(EVENTS)) {
      const unsent = ['not-started', 'in-progress', 'has-errors'].includes(status);
      const code: RefusalCode =
        exempt && name !== 'look: errors' ? 'not-applicable' : unsent && name === 'edited' ? 'not-sent' : 'locked';
      it(`${name}: refused: ${code}`, () => {
        assert.equal(outcome(standingOf(status, 'locked'), event), `refused: ${code}`);
      });
    }
  });
}

type Deed = 'lock' | 'reopen' | 'extend' | 'correct';

const DEEDS: Readonly<Record<Deed, ReportEvent>> = {
  lock: { kind: 'lock', at: AFTER_EXTENSION, changed: true },
  reopen: { kind: 'reopen', at: AFTER_LOCK, until: at('2022-09-21T00:00:00.000') },
  extend: { kind: 'extend', at: IN_TIME, until: at('2022-09-21T00:00:00.000') },
  correct: { kind: 'correct', at: at('2022-10-01T09:00:00.000') },
};

/** What a deed comes to, for every status that owes a report: lock state afterwards and version, or the refusal. */
// biome-ignore format: a table
const DEED_TABLE: Readonly<Record<LockState, Readonly<Record<Deed, string>>>> = {
  open:     { lock: 'locked v1',      reopen: 'not-locked',  extend: 'extended v1', correct: 'not-locked' },
  extended: { lock: 'locked v1',      reopen: 'not-locked',  extend: 'extended v1', correct: 'not-locked' },
  reopened: { lock: 'locked v2',      reopen: 'not-locked',  extend: 'reopened v1', correct: 'not-locked' },
  locked:   { lock: 'already-locked', reopen: 'reopened v1', extend: 'locked',      correct: 'locked v2' },
};

for (const status of ReportStatus.options) {
  describe(`deeds upon ${status}`, () => {
    for (const [lock, deeds] of Object.entries(DEED_TABLE)) {
      for (const [deed, expected] of Object.entries(deeds)) {
        const says = status === 'not-applicable' ? 'not-applicable' : expected;
        it(`${lock}, ${deed}: ${says}`, () => {
          const result = transition(standingOf(status, lock as LockState), DEEDS[deed as Deed], AUGUST);
          if (!result.ok) return assert.equal(result.refusal.code, says);
          assert.equal(result.standing.status, status);
          assert.equal(`${lockStateOf(result.standing)} v${result.standing.version}`, says);
        });
      }
    }
  });
}

describe('the hour', () => {
  const cases: [name: string, standing: Standing, event: ReportEvent, expected: string][] = [
    [
      'a tick at the last millisecond before the lock',
      standingOf('in-progress', 'open'),
      { kind: 'submit', at: at('2022-09-05T23:59:59.999'), nil: false },
      'late',
    ],
    [
      'a tick at the lock, before close-period ran',
      standingOf('in-progress', 'open'),
      { kind: 'submit', at: AUGUST.lockAt, nil: false },
      'locked',
    ],
    [
      'the same in an extended month',
      standingOf('in-progress', 'extended'),
      { kind: 'submit', at: AUGUST.lockAt, nil: false },
      'late',
    ],
    [
      'a blocked tick after the lock',
      standingOf('in-progress', 'open'),
      { kind: 'block', at: AUGUST.lockAt, looked: 'has-errors' },
      'locked',
    ],
    [
      'a lock before its time',
      standingOf('submitted', 'open'),
      { kind: 'lock', at: at('2022-09-05T23:59:59.999'), changed: false },
      'lock-too-early',
    ],
    [
      'a lock while an extension runs',
      standingOf('submitted', 'extended'),
      { kind: 'lock', at: AFTER_LOCK, changed: false },
      'lock-too-early',
    ],
    [
      'an extension that ends before the lock',
      standingOf('in-progress', 'open'),
      { kind: 'extend', at: IN_TIME, until: AUGUST.lockAt },
      'until-too-early',
    ],
    [
      'a month opened again until a moment that is past',
      standingOf('late', 'locked'),
      { kind: 'reopen', at: AFTER_LOCK, until: AFTER_LOCK },
      'until-too-early',
    ],
  ];
  for (const [name, standing, event, expected] of cases) {
    it(`${name}: ${expected}`, () => {
      const result = transition(standing, event, AUGUST);
      assert.equal(result.ok ? result.standing.status : result.refusal.code, expected);
    });
  }
});

describe('the two clocks and the versions', () => {
  const following = (standing: Standing, ...events: ReportEvent[]): Standing =>
    events.reduce((before, event) => {
      const result = transition(before, event, AUGUST);
      assert.ok(result.ok, `${event.kind} was refused`);
      return result.standing;
    }, standing);

  it('the first valid submission stays, the last change moves', () => {
    const edited = following(NEW_STANDING, EVENTS['sent in time'], EVENTS.edited);
    assert.deepEqual(edited, {
      ...NEW_STANDING,
      status: 'submitted-edited',
      firstValidAt: '2022-08-29T23:59:59.999+07:00',
      submittedAt: '2022-08-30T00:00:00.000+07:00',
    });
  });

  it('a blocked tick after a valid one leaves the valid one in force', () => {
    const sent = following(NEW_STANDING, EVENTS['sent in time']);
    assert.deepEqual(following(sent, EVENTS.blocked), sent);
  });

  it('a month that was opened again and not changed keeps its version', () => {
    const relocked = following(standingOf('submitted', 'locked'), DEEDS.reopen, {
      kind: 'lock',
      at: at('2022-09-21T00:15:00.000'),
      changed: false,
    });
    assert.deepEqual([relocked.version, relocked.frozenVersion, lockStateOf(relocked)], [1, 1, 'locked']);
  });

  it('a month sent only after it was opened again is late, and its lock makes version 2', () => {
    const relocked = following(
      standingOf('not-started', 'locked'),
      DEEDS.reopen,
      { kind: 'submit', at: at('2022-09-20T10:00:00.000'), nil: false },
      { kind: 'lock', at: at('2022-09-21T00:15:00.000'), changed: true },
    );
    assert.deepEqual([relocked.status, relocked.version], ['late', 2]);
  });

  it('a correction moves the last change, never the first submission', () => {
    const corrected = following(standingOf('submitted', 'locked'), DEEDS.correct, DEEDS.correct);
    assert.deepEqual(
      [corrected.version, corrected.firstValidAt, corrected.submittedAt, corrected.lockedAt],
      [3, FIRST, '2022-10-01T09:00:00.000+07:00', AFTER_LOCK],
    );
  });
});

describe('a refusal says why', () => {
  const cases: [Standing, ReportEvent, string][] = [
    [
      standingOf('late', 'locked'),
      EVENTS['sent late'],
      'Kỳ này đã khóa, hạn cuối là 23:59 05/09/2022. Vui lòng đề nghị Sở mở lại hoặc đính chính.',
    ],
    [standingOf('late', 'locked'), DEEDS.lock, 'Kỳ này đã khóa rồi.'],
    [
      standingOf('late', 'extended'),
      DEEDS.correct,
      'Kỳ này chưa khóa: đơn vị còn sửa và gửi được đến 23:59 10/09/2022.',
    ],
    [
      standingOf('late', 'open'),
      { kind: 'lock', at: LATE, changed: false },
      'Chưa đến lúc khóa: đơn vị còn gửi được đến 23:59 05/09/2022.',
    ],
    [standingOf('not-started', 'open'), EVENTS.edited, 'Đơn vị chưa gửi báo cáo của kỳ này.'],
    [standingOf('not-applicable', 'open'), DEEDS.lock, 'Đơn vị này không phải nộp báo cáo.'],
    [
      standingOf('late', 'open'),
      { kind: 'extend', at: IN_TIME, until: IN_TIME },
      'Thời hạn mới phải sau thời điểm này và sau 23:59 05/09/2022.',
    ],
  ];
  for (const [standing, event, sentence] of cases) {
    it(sentence, () => {
      const result = transition(standing, event, AUGUST);
      assert.equal(result.ok ? 'allowed' : result.refusal.sentence, sentence);
    });
  }
});
