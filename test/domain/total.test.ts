import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addTotals,
  type CountableRows,
  isMemberInForce,
  isTeamInForce,
  totalTeams,
  totalUnit,
} from '../../functions/domain/total.ts';
import type { PlainDate } from '../../schemas/calendar.ts';
import type { ActivityRecord } from '../../schemas/tabs/activities.ts';
import type { MemberRecord } from '../../schemas/tabs/members.ts';
import type { TeamRecord } from '../../schemas/tabs/teams.ts';

const day = (text: string): PlainDate => text as PlainDate;
const END = day('2022-08-14');

const team = (change: Partial<TeamRecord> = {}): TeamRecord => ({
  commune: '19363',
  level: 'village',
  village: 'Thôn Cổ Mỹ',
  decisionNumber: '45/QĐ-UBND',
  decisionDate: day('2022-06-06'),
  signer: 'chair',
  zaloLink: null,
  zaloHeadCount: null,
  dissolvedOn: null,
  remark: null,
  ...change,
});

const member = (change: Partial<MemberRecord> = {}): MemberRecord => ({
  commune: '19363',
  village: 'Thôn Cổ Mỹ',
  name: 'Nguyễn Văn Mẫu',
  birthYear: 1980,
  gender: 'male',
  role: 'member',
  position: 'Giáo viên',
  phone: null,
  local: true,
  joinedOn: day('2022-06-06'),
  introducedBy: null,
  consentedOn: null,
  leftOn: null,
  leaveApprovedOn: null,
  dataConsent: true,
  remark: null,
  ...change,
});

const noYear = (change: Partial<MemberRecord>): Partial<MemberRecord> => ({ ...change, birthYear: null });

const activity = (change: Partial<ActivityRecord> = {}): ActivityRecord => ({
  date: day('2022-08-02'),
  commune: '19363',
  village: 'Thôn Cổ Mỹ',
  kind: 'guidance',
  content: 'Hướng dẫn',
  platforms: ['publicServices'],
  sessions: 1,
  turns: 25,
  participants: 3,
  evidence: null,
  remark: null,
  ...change,
});

const rows = (change: Partial<CountableRows> = {}): CountableRows => ({
  teams: [team()],
  members: [member()],
  activities: [activity()],
  form: null,
  ...change,
});

describe('a team counts from its decision until it is dissolved (III.3.1.1)', () => {
  const cases: [string, Partial<TeamRecord>, boolean][] = [
    ['founded on the day', { decisionDate: END }, true],
    ['founded the day after', { decisionDate: day('2022-08-15') }, false],
    ['dissolved on the day', { dissolvedOn: END }, false],
    ['dissolved the day after', { dissolvedOn: day('2022-08-15') }, true],
  ];
  for (const [name, change, expected] of cases) {
    it(name, () => assert.equal(isTeamInForce(team(change), END), expected));
  }
});

describe('a member counts until the chair has approved the leave (III.3.1.4)', () => {
  const cases: [string, Partial<MemberRecord>, boolean][] = [
    ['joined on the day', { joinedOn: END }, true],
    ['joins later', { joinedOn: day('2022-08-15') }, false],
    ['left, not approved', { leftOn: day('2022-07-01') }, true],
    ['left and approved', { leftOn: day('2022-07-01'), leaveApprovedOn: day('2022-07-05') }, false],
    ['left, approved later', { leftOn: day('2022-07-01'), leaveApprovedOn: day('2022-08-20') }, true],
    ['approved, leaves later', { leftOn: day('2022-08-20'), leaveApprovedOn: day('2022-08-01') }, true],
  ];
  for (const [name, change, expected] of cases) {
    it(name, () => assert.equal(isMemberInForce(member(change), END), expected));
  }
});

describe('the totals of a unit', () => {
  it('counts teams by level, seats by role, and people once', () => {
    const totals = totalUnit(
      rows({
        teams: [
          team(),
          team({ level: 'commune', village: null }),
          team({ decisionDate: day('2022-09-01'), village: 'Thôn Sau' }),
        ],
        members: [
          member(),
          member({ village: null }),
          member({ name: 'Lê Thị Hai', role: 'collaborator' }),
          member({ birthYear: 1990 }),
        ],
      }),
      END,
    );
    const { communeTeams, villageTeams, members, collaborators, people } = totals;
    assert.deepEqual(
      { communeTeams, villageTeams, members, collaborators, people },
      { communeTeams: 1, villageTeams: 1, members: 3, collaborators: 1, people: 3 },
    );
  });

  describe('people', () => {
    const [AN, ELSEWHERE] = [{ name: 'Lê Văn An' }, { name: 'lê văn an', commune: '19366', village: null }];
    const cases: [string, readonly Partial<MemberRecord>[], number][] = [
      ['one name and year, wherever', [AN, ELSEWHERE], 1],
      ['one name, two years', [AN, { ...AN, birthYear: 1990, village: null }], 2],
      ['one name without a year, in one commune', [AN, { ...AN, village: null }].map(noYear), 1],
      ['one name without a year, in two communes', [AN, ELSEWHERE].map(noYear), 2],
      ['a year that one row lacks', [AN, noYear({ ...AN, village: null })], 2],
      ['three of one name: two years and none', [noYear(AN), AN, { ...AN, birthYear: 1990 }], 3],
    ];
    for (const [name, people, expected] of cases)
      it(`${name}: ${expected}, in whatever order`, () => {
        const all = people.map(member);
        fc.assert(
          fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (members) => {
            assert.equal(totalUnit(rows({ members }), END).people, expected);
          }),
          { numRuns: 20 },
        );
      });
  });

  it('adds up activities by kind, sessions, turns; a row with two platforms counts at both', () => {
    const totals = totalUnit(
      rows({
        activities: [
          activity({ platforms: ['publicServices', 'vneid'] }),
          activity({ platforms: ['vneid'], turns: 10, sessions: null }),
          activity({ kind: 'outreach', platforms: null, turns: null }),
        ],
      }),
      END,
    );
    assert.equal(totals.activities.guidance, 2);
    assert.equal(totals.activities.outreach, 1);
    assert.equal(totals.activities.training, 0);
    assert.deepEqual([totals.sessions, totals.turns], [2, 35]);
    assert.deepEqual([totals.turnsByPlatform.publicServices, totals.turnsByPlatform.vneid], [25, 35]);
  });

  it('a figure of the form that is blank is not reported: null, never 0', () => {
    assert.equal(totalUnit(rows(), END).fundingSocial, null);
  });
});

describe('the totals of teams', () => {
  it('a village is the same team however it is spelled', () => {
    const totals = totalTeams(
      rows({ members: [member({ village: 'thôn cổ mỹ' }), member({ village: 'Cổ Mỹ', name: 'Lê Hai' })] }),
      END,
    );
    assert.equal(totals.size, 1);
    const [only] = totals.values();
    assert.equal(only?.members, 2);
    assert.equal(only?.turns, 25);
  });

  it('teams that are not in force have no figures', () => {
    assert.equal(totalTeams(rows({ teams: [team({ dissolvedOn: day('2022-07-01') })] }), END).size, 0);
  });
});

describe('adding up units', () => {
  it('a form’s figure is the sum of those who reported it, and null when nobody did', () => {
    const one = { ...totalUnit(rows(), END), fundingSocial: 5 };
    const other = totalUnit(rows(), END);
    const sum = addTotals([one, other]);
    assert.equal(sum.fundingSocial, 5);
    assert.equal(sum.fundingOther, null);
    assert.equal(sum.turns, 50);
    assert.equal(sum.turnsByPlatform.publicServices, 50);
  });
});
