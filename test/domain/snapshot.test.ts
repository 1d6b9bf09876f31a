import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describePeriod } from '../../functions/domain/period.ts';
import { makeReport, NEW_REPORT } from '../../functions/domain/report.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import { freezeMonth, frozenText, parseFrozen, recount } from '../../functions/domain/snapshot.ts';
import type { PlainDate } from '../../schemas/calendar.ts';
import type { FrozenMonth } from '../../schemas/frozen-month.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { Workbook } from '../../schemas/workbook.ts';
import { AUGUST, contextOf, peopleOf, type RawRow, validRow, withTab, workbookOf } from '../support/workbooks.ts';

const august = describePeriod(AUGUST, DEFAULT_CALENDAR);
const AFTER_LOCK = '2022-09-06' as PlainDate;

function frozen(workbook: Workbook): FrozenMonth {
  const review = reviewWorkbook(workbook, { ...contextOf(), today: AFTER_LOCK });
  return freezeMonth(review, august, makeReport(review, august, AFTER_LOCK, NEW_REPORT), AFTER_LOCK);
}

const team = (changes: RawRow): RawRow => ({ ...validRow('teams'), ...changes });
const member = (changes: RawRow): RawRow => ({ ...validRow('members'), ...changes });
const activity = (changes: RawRow): RawRow => ({ ...validRow('activities'), ...changes });

const COMMUNE_TEAM = team({ level: 'Cấp xã', village: null, decisionNumber: '44/QĐ-UBND', zaloLink: null });
/** Someone who sits in two teams, and one who sits in one. */
const TWICE = { name: 'Lê Thị Hai', birthYear: 1985, role: 'Thành viên', phone: '0900000002' };
const members = [
  member({}),
  member(TWICE),
  member({ ...TWICE, village: null, position: 'Phó Bí thư Đoàn xã' }),
  member({ village: null, name: 'Phan Văn Ba', phone: '0900000003', position: 'Chủ tịch UBND thị trấn' }),
];
const activities = [
  activity({}),
  activity({ date: 44776, content: 'Nguyễn Văn Mẫu hướng dẫn bà con', turns: 12 }),
  activity({ date: 44777, content: 'Liên hệ 0905 123 456', remark: 'Đã xong', turns: 8 }),
  activity({ date: 'hôm qua' }),
];
const form: RawRow = {
  educationInformed: 1100,
  educationTotal: 1200,
  fundingSocial: 2_000_000,
  difficulties: 'Ông Phan Văn Ba chưa có máy',
  proposals: 'Cấp thêm loa',
  reporter: 'Trần Thị Báo',
  reporterTitle: 'Chuyên viên',
  submit: true,
};
const remarks: RawRow = { fundingSocial: 'Ủng hộ của doanh nghiệp', mediaItems: 'hỏi 0905123456' };
const month = workbookOf({ teams: [team({}), COMMUNE_TEAM], members, activities, form, remarks });

describe('a frozen month', () => {
  const text = frozenText(frozen(month));

  it('has the accepted rows, the form and what they add up to', () => {
    const { teams, members: people, activities: deeds, totals, counts, on, form: lines } = frozen(month);
    assert.deepEqual([teams.length, people.length, deeds.length], [2, 4, 3]);
    assert.deepEqual(counts.activities, { read: 4, accepted: 3, rejected: 1 });
    assert.deepEqual([totals.members, totals.people, totals.turns, on], [4, 3, 45, '2022-08-14']);
    assert.deepEqual([lines.educationTotal, lines.proposals], [1200, 'Cấp thêm loa']);
  });

  it('names and reaches nobody: no name, year of birth, phone, link of a group, reporter', () => {
    assert.doesNotMatch(text, /Mẫu|Lê Thị|Phan Văn|Báo|09\d{8}|0905|zalo\.me|1980|1985|introducedBy|birthYear/);
  });

  it('says which text was left out, and keeps the rest of the row', () => {
    const { activities: deeds, form: lines, remarks: said } = frozen(month);
    const withheld = deeds.filter((row) => row.withheld !== undefined);
    assert.deepEqual(
      withheld.map(({ content, turns, withheld: columns }) => [content, turns, columns]),
      [
        [null, 12, ['content']],
        [null, 8, ['content']],
      ],
    );
    assert.deepEqual([lines.difficulties, lines.withheld], [null, ['difficulties']]);
    assert.deepEqual(said, { fundingSocial: 'Ủng hộ của doanh nghiệp', withheld: ['mediaItems'] });
  });

  it('tells by a number who sits in several teams, and by nothing who sits in one', () => {
    assert.deepEqual(
      frozen(month)
        .members.map(({ person, village }) => [person, village])
        .sort(),
      [
        [1, 'Thôn Cổ Mỹ'],
        [1, null],
        [null, 'Thôn Cổ Mỹ'],
        [null, null],
      ].sort(),
    );
  });

  it('is read back as it was, and counts again to the same text', () => {
    assert.deepEqual(parseFrozen(text), frozen(month));
    assert.equal(frozenText(recount(parseFrozen(text))), text);
  });

  describe('counts people again as they were counted', () => {
    const AN = { name: 'Lê Văn An', position: 'Giáo viên', role: 'Thành viên', phone: null };
    const noYear = { ...AN, birthYear: null };
    const elsewhere = { commune: 'Xã Vĩnh Giang', village: 'Thôn Tùng Luật' };
    const cases: [string, readonly RawRow[], number][] = [
      ['one year in two communes', [AN, { ...AN, ...elsewhere }], 1],
      ['without a year in two communes', [noYear, { ...noYear, ...elsewhere }], 2],
      ['without a year in one commune', [noYear, { ...noYear, village: null }], 1],
      [
        'one phone in two communes',
        [0, 1].map((at) => ({ ...noYear, phone: '0900000009', ...(at ? elsewhere : {}) })),
        2,
      ],
    ];
    for (const [name, people, expected] of cases)
      it(`${name}: ${expected}`, () => {
        const teams = [team({}), COMMUNE_TEAM, team({ ...elsewhere, decisionNumber: '46/QĐ-UBND' })];
        const once = frozen(workbookOf({ teams, members: people.map(member), activities: [activity({})], form: {} }));
        assert.deepEqual([once.members.length, once.totals.people], [2, expected]);
        assert.equal(frozenText(recount(parseFrozen(frozenText(once)))), frozenText(once));
      });
  });

  it('does not count again to the same text when a row was tampered with', () => {
    const tampered = text.replace('"turns":12', '"turns":13');
    assert.notEqual(tampered, text);
    assert.notEqual(frozenText(recount(parseFrozen(tampered))), tampered);
  });

  it('refuses a field that nobody described', () => {
    assert.throws(() => parseFrozen(text.replace('{', '{"name":"Lê Thị Hai",')));
  });

  it('is the same text however staff sort their tabs', () => {
    const shuffle = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    const rows = fc.tuple(shuffle([team({}), COMMUNE_TEAM]), shuffle(members), shuffle(activities));
    fc.assert(
      fc.property(rows, ([teams, people, deeds]) => {
        const other = workbookOf({ teams, members: people, activities: deeds, form, remarks });
        assert.equal(frozenText(frozen(other)), text);
      }),
      { numRuns: 30 },
    );
  });

  it('is the same text whatever people are called', () => {
    const renamed = members.map((row) => ({ ...row, name: `Võ ${String(row.name).split(' ').reverse().join(' ')}` }));
    const other = workbookOf({
      teams: [team({}), COMMUNE_TEAM],
      members: renamed,
      activities: [activity({})],
      form: {},
    });
    const same = workbookOf({ teams: [team({}), COMMUNE_TEAM], members, activities: [activity({})], form: {} });
    assert.equal(frozenText(frozen(other)), frozenText(frozen(same)));
  });

  it('of a month without tabs is empty, and counts to nothing', () => {
    const bare = withTab(workbookOf({ members: peopleOf(5) }), 'Báo cáo 08-2022', () => []);
    const { form: lines, remarks: said, totals } = frozen(bare);
    assert.deepEqual([lines, said, totals.educationTotal], [{}, {}, null]);
    assert.equal(frozenText(recount(frozen(bare))), frozenText(frozen(bare)));
  });
});
