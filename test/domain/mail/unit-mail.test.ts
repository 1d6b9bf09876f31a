import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { unitMail } from '../../../functions/domain/mail/unit-mail.ts';
import { reviewWorkbook } from '../../../functions/domain/review.ts';
import type { SheetKey } from '../../../schemas/tabs.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import {
  contextOf,
  formTab,
  type RawRow,
  TODAY,
  tabOf,
  titleOf,
  VINH_LINH,
  validRow,
  withTab,
  workbookOf,
} from '../../support/workbooks.ts';
import { GOLDEN, mailAbout, WORKBOOK_URL } from './golden-mails.ts';

const team = (changes: RawRow): RawRow => ({ ...validRow('teams'), ...changes });
const activity = (changes: RawRow): RawRow => ({ ...validRow('activities'), ...changes });
const BAD_DATE = '31/06/2022';
const subjectOf = (rows: Parameters<typeof workbookOf>[0]): string => mailAbout(workbookOf(rows)).subject;

describe('golden mails: every byte (npx node test/domain/mail/write-golden.ts writes them anew)', () => {
  const golden = (file: string): string => readFileSync(new URL(`golden/${file}`, import.meta.url), 'utf8');
  for (const [name, make] of Object.entries(GOLDEN)) {
    it(name, () => {
      const { subject, text, html } = make();
      assert.equal(`${subject}\n\n${text}`, golden(`${name}.txt`));
      assert.equal(html, golden(`${name}.html`));
    });
  }
});

describe('the subject of a district’s mail counts', () => {
  const finding = { signer: 'Khác' };
  const cases: [string, Parameters<typeof workbookOf>[0], string][] = [
    ['nothing', {}, 'không còn lỗi'],
    ['errors', { teams: [team({ decisionDate: BAD_DATE })] }, '1 lỗi cần sửa'],
    ['a finding', { teams: [team(finding)] }, '1 điều cần xem'],
    ['both', { teams: [team({ decisionDate: BAD_DATE, ...finding })] }, '1 lỗi cần sửa, 1 điều cần xem'],
    ['no info', { activities: [activity({ turns: '25 người' })] }, 'không còn lỗi'],
  ];
  for (const [name, rows, counts] of cases) {
    it(name, () => assert.equal(subjectOf(rows), `[Tổ CNS] Huyện Vĩnh Linh: ${counts} – 25/08/2022`));
  }
});

describe('a district’s mail', () => {
  const days = (...dates: CellValue[]) => dates.map((date, at) => activity({ date, content: `Buổi ${at}` }));

  it('says the same problem in many rows once, with its rows, each leading there', () => {
    const good = [44770, 44771, 44772, 44773];
    const dates = [...good.slice(0, 3), 'x', ...good.slice(0, 2), 'y', ...good.slice(0, 3), 'z', 'u', 'v', 'w'];
    const { html, text } = mailAbout(workbookOf({ activities: days(...dates) }));
    const link = (range: string, label: string) =>
      `<a href="${WORKBOOK_URL}#gid=13&amp;range=${range}" style="color:#0b57d0">${label}</a>`;
    assert.ok(
      html.includes(`Dòng ${link('A5', '5')}, ${link('A8', '8')}, ${link('A12:A15', '12–15')}</td>`),
      'rows in HTML',
    );
    assert.ok(text.includes(`  Dòng 5, 8, 12–15\n  ${WORKBOOK_URL}#gid=13&range=A5\n`), 'rows in text');
    assert.equal(html.match(/chưa đọc được là ngày/g)?.length, 1);
  });

  it('puts errors first, then warnings, then findings', () => {
    const { text } = mailAbout(
      workbookOf({ teams: [team({ signer: 'Khác', decisionNumber: '45' })], activities: days('hôm qua') }),
    );
    const places = ['chưa đọc được là ngày', 'đủ số và ký hiệu', 'không do Chủ tịch'].map((said) => text.indexOf(said));
    assert.ok(places.every((place) => place > 0));
    assert.deepEqual(
      places,
      places.toSorted((one, other) => one - other),
    );
  });

  it('leads to no row of a tab that is missing', () => {
    const { text } = mailAbout(withTab(workbookOf(), 'Thành viên', () => []));
    assert.ok(text.includes('- Không thấy trang «Thành viên» trong bảng tính.'));
    assert.ok(!text.includes('gid=12'));
  });

  it('leads to the tab when the tab as a whole is wrong', () => {
    const doubled = withTab(workbookOf(), 'Tổ', (tab) => [
      { ...tab, values: tab.values.map((row, at) => (at === 0 ? [...row, 'Ngày quyết định'] : row)) },
    ]);
    assert.ok(mailAbout(doubled).text.includes(`\n  Cả trang\n  ${WORKBOOK_URL}#gid=11\n`));
  });

  it('lists 20 places of a problem, and counts the others', () => {
    const dates = Array.from({ length: 50 }, (_, at) => (at % 2 === 0 ? 'hôm qua' : 44770));
    const { text } = mailAbout(workbookOf({ activities: days(...dates) }));
    assert.match(text, /Dòng 2, 4, [\d, ]+, 40 và 5 dòng khác\n/);
  });

  it('lists 40 problems, errors before all, and counts the others', () => {
    const broken = (sheet: SheetKey): RawRow =>
      Object.fromEntries(Object.keys(validRow(sheet)).map((key) => [key, '#REF!']));
    const months = ['2022-08', '2022-09', '2022-10'];
    const sheets = ['08-2022', '09-2022', '10-2022'].flatMap((month) => [
      tabOf('activities', [broken('activities')], titleOf('activities', month)),
      formTab({}, month),
    ]);
    const roster = [tabOf('teams', [broken('teams')]), tabOf('members', [broken('members')])];
    const review = reviewWorkbook({ ...workbookOf(), tabs: [...roster, ...sheets] }, contextOf(VINH_LINH, months));
    const { text, groups } = unitMail({
      unit: VINH_LINH,
      review,
      reports: [],
      workbookId: 'workbook-1',
      today: TODAY,
      told: null,
    });
    assert.equal(text.match(/^- /gm)?.length, 40);
    assert.equal(groups.length, 46);
    assert.ok(text.includes('\n… và 6 điều khác, xin xem ở trang «Kết quả kiểm tra».\n'));
  });

  it('knows what it told by its problems: another row is no news, another cell is', () => {
    const groups = (...dates: CellValue[]) => mailAbout(workbookOf({ activities: days(...dates) })).groups;
    const [first] = groups(44770, 'hôm qua');
    assert.deepEqual(groups(44770, 'hôm qua'), [
      {
        title: 'Hoạt động 08-2022',
        rule: 'cell.not-a-date',
        variant: 'unreadable',
        column: 'date',
        count: 1,
        codes: first?.codes,
      },
    ]);
    assert.match(first?.codes ?? '', /^[0-9A-Z]{3}$/);
    assert.deepEqual(groups(44770), []);
    assert.notDeepEqual(groups(44770, 'hôm qua'), groups(44770, 'hôm kia'));
    const moved = workbookOf({ activities: [...days(44770, 'hôm qua')].reverse() });
    assert.deepEqual(mailAbout(moved).groups, groups(44770, 'hôm qua'));
  });
});

describe('nothing personal leaves by mail (promise 7)', () => {
  const syllables = ['Xuyến', 'Quỵnh', 'Ngoạn', 'Bưởng', 'Khuơ', 'Thoảng', 'Diễu', 'Vịnhh'];
  const name = fc.array(fc.constantFrom(...syllables), { minLength: 2, maxLength: 4 }).map((parts) => parts.join(' '));
  const digits = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((number) => `09${number}`);
  const phone = digits.chain((all) =>
    fc.constantFrom<CellValue>(all, Number(all), `${all.slice(0, 4)}.${all.slice(4, 7)}.${all.slice(7)}`, `0${all}`),
  );
  const keys = Object.keys(validRow('members'));
  const row = fc
    .array(fc.tuple(fc.constantFrom(...keys), fc.oneof(name, phone)), { minLength: 1, maxLength: 5 })
    .map((cells): RawRow => ({ ...validRow('members'), ...Object.fromEntries(cells) }));
  const rows = fc.array(row, { minLength: 1, maxLength: 6 });

  /** Every cell that is not as it was in the valid row. */
  const typed = (members: readonly RawRow[]): string[] =>
    members.flatMap((member) =>
      keys.flatMap((key) => (member[key] === validRow('members')[key] ? [] : [String(member[key])])),
    );

  it('whatever column of a member’s row a name or a phone stands in', () => {
    fc.assert(
      fc.property(rows, rows, (members, activities) => {
        const { subject, text, html, groups } = mailAbout(
          workbookOf({ members, activities: activities.map(asActivity) }),
        );
        const said = [subject, text, html, JSON.stringify(groups)].join('\n');
        for (const secret of [...typed(members), ...typed(activities)]) assert.ok(!said.includes(secret), secret);
        assert.doesNotMatch(said.replaceAll(WORKBOOK_URL, ''), /0\d{9}/);
      }),
      { numRuns: 200 },
    );
  });

  /** The same cells in an activity's row, column by column. */
  function asActivity(member: RawRow): RawRow {
    const own = Object.keys(validRow('activities'));
    const changed = keys.flatMap((key, at): [string, CellValue][] =>
      member[key] === validRow('members')[key] ? [] : [[own[at % own.length] ?? 'content', member[key] ?? null]],
    );
    return activity(Object.fromEntries(changed));
  }

  it('shows no value of a free column, though it is wrong', () => {
    const link = 'Ảnh của bà Xuyến 0905 123 456';
    const { text, html } = mailAbout(workbookOf({ activities: [activity({ evidence: link })] }));
    assert.ok(text.includes('Nội dung ô này không phải là địa chỉ trang web.'));
    assert.ok(!text.includes('Xuyến') && !html.includes('Xuyến'));
  });
});
