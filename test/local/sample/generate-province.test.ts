import assert from 'node:assert/strict';
import { generateProvince, type SampleRow, type SampleUnit } from '../../../local/sample/generate-province.ts';
import { layOut } from '../../../local/sample/lay-out.ts';
import { fromSerial, type PlainDate } from '../../../schemas/calendar.ts';
import type { ChoiceList } from '../../../schemas/choice-lists.ts';
import type { Sheet } from '../../../schemas/sheet.ts';
import { Activities } from '../../../schemas/tabs/activities.ts';
import { Members } from '../../../schemas/tabs/members.ts';
import { Teams } from '../../../schemas/tabs/teams.ts';
import { months, options, YEAR_2023 } from './sample-options.ts';

const json = (value: unknown) => JSON.stringify(value, (_, v) => (v instanceof Map ? [...v] : v));
const sum = <T>(items: readonly T[], of: (item: T) => number) => items.reduce((total, item) => total + of(item), 0);
const on = (asOf: string) => generateProvince(options({ asOf: asOf as PlainDate, periods: [], mistakes: false }));
/** Left with the chair's approval, which is all on the last day of 2023. */
const isOut = ({ leaveApprovedOn }: SampleRow) => leaveApprovedOn !== undefined;
const keyOf = ({ commune, village }: SampleRow) => `${commune} · ${village ?? ''}`;
/** A member without what may still come: consent after joining, leaving. */
const withoutEvents = ({ consentedOn, leftOn, leaveApprovedOn, ...row }: SampleRow): SampleRow => row;
const allActivities = (unit: SampleUnit) => [...unit.activities.values()].flat();
const tabsOf = (unit: SampleUnit) => [
  unit.truth.teams,
  unit.truth.members,
  ...[...unit.truth.months.values()].map(({ activities }) => activities),
];

const demo = generateProvince(options());
const clean = generateProvince(options({ mistakes: false }));
const endState = generateProvince(options({ ...YEAR_2023, mistakes: false }));
const year = generateProvince(options(YEAR_2023));

describe('generateProvince', () => {
  it('gives the nine units with communes in code order; Cồn Cỏ is absent', () => {
    const codes = demo.map(({ unit }) => unit.code);
    assert.deepEqual(codes, ['461', '462', '464', '465', '466', '467', '468', '469', '470']);
  });

  it('is the same for the same seed and another for another', () => {
    assert.equal(json(generateProvince(options())), json(demo));
    assert.notEqual(json(generateProvince(options({ seed: 2 }))), json(demo));
  });

  it('takes less than a second of the processor for twelve months', () => {
    const start = process.cpuUsage();
    generateProvince(options({ ...YEAR_2023, seed: 3 }));
    const { user, system } = process.cpuUsage(start);
    assert.ok(user + system < 1_000_000, `${user + system} µs`);
  });
});

describe('the sample along the roadmap (KH 115, III.2)', () => {
  const totals = (units: readonly SampleUnit[]) => ({
    communeTeams: sum(units, ({ truth }) => truth.totals.communeTeams),
    villageTeams: sum(units, ({ truth }) => truth.totals.villageTeams),
    members: sum(units, ({ truth }) => truth.totals.members),
  });

  for (const seed of [1, 2, 3, 4, 5]) {
    it(`has exactly the sourced teams and seats at the end of 2023, seed ${seed}`, () => {
      const units = generateProvince(options({ seed, asOf: YEAR_2023.asOf, periods: [], mistakes: false }));
      assert.deepEqual(totals(units), { communeTeams: 115, villageTeams: 715, members: 4327 });
    });
  }

  it('has a row for each of them', () => {
    const official = endState.flatMap(({ members }) =>
      members.filter((row) => row.role !== 'Cộng tác viên' && !isOut(row)),
    );
    assert.equal(
      sum(endState, ({ teams }) => teams.length),
      830,
    );
    assert.equal(official.length, 4327);
  });

  it('gives Vĩnh Linh 18 commune and 149 village teams', () => {
    const rows = endState.find(({ unit }) => unit.code === '464')?.teams ?? [];
    const levels = Object.groupBy(rows, ({ level }) => String(level));
    assert.equal(levels['Cấp xã']?.length, 18);
    assert.equal(levels['Cấp thôn']?.length, 149);
  });

  it('has 2 communes with 1 + 2 teams in every district after phase 1', () => {
    for (const { teams, unit } of on('2022-07-31')) {
      const perCommune = Object.values(Object.groupBy(teams, ({ commune }) => String(commune)));
      assert.deepEqual(
        perCommune.map((rows) => rows?.length),
        [3, 3],
        unit.fullName,
      );
      assert.equal(teams.filter(({ level }) => level === 'Cấp xã').length, 2, unit.fullName);
    }
  });

  it('adds 3 to 5 communes in every district in phase 2, thị xã Quảng Trị all that are left', () => {
    for (const { truth, unit } of on('2022-10-31')) {
      const added = truth.totals.communeTeams - 2;
      assert.ok(added >= 3 && added <= (unit.code === '462' ? 3 : 5), `${unit.fullName}: ${added}`);
    }
  });

  it('never has more than the 5 communes of thị xã Quảng Trị', () => {
    for (const units of [endState, clean, on('2022-10-31')]) {
      const teams =
        units.find(({ unit }) => unit.code === '462')?.teams.filter(({ level }) => level === 'Cấp xã') ?? [];
      assert.equal(new Set(teams.map(({ commune }) => commune)).size, 5);
      assert.equal(teams.length, 5);
    }
  });

  it('only adds teams and members as time goes on', () => {
    const days = ['2022-06-15', '2022-08-31', '2022-12-20', '2023-05-10', '2023-12-31'];
    const provinces = days.map(on);
    for (const [i, earlier] of provinces.slice(0, -1).entries()) {
      for (const [u, unit] of earlier.entries()) {
        const later = provinces[i + 1]?.[u] as SampleUnit;
        assert.deepEqual(unit.teams.map(keyOf), later.teams.map(keyOf).slice(0, unit.teams.length));
        const known = new Set(later.members.map((row) => json(withoutEvents(row))));
        assert.ok(unit.members.every((row) => known.has(json(withoutEvents(row)))));
      }
    }
  });

  it('founds a village team never before its commune team, on a working day', () => {
    for (const { teams } of endState) {
      const opened = new Map(
        teams.filter(({ village }) => !village).map((row) => [row.commune, Number(row.decisionDate)]),
      );
      for (const { commune, decisionDate } of teams) {
        assert.ok(Number(decisionDate) >= (opened.get(commune ?? '') ?? Infinity));
        const weekday = new Date(fromSerial(Number(decisionDate))).getUTCDay();
        assert.ok(weekday >= 1 && weekday <= 5);
      }
    }
  });
});

describe('rows without mistakes', () => {
  const tabs: [Sheet, (unit: SampleUnit) => readonly SampleRow[]][] = [
    [Teams, ({ teams }) => teams],
    [Members, ({ members }) => members],
    [Activities, allActivities],
  ];

  for (const [sheet, rowsOf] of tabs) {
    it(`«${sheet.title}»: required cells are filled, choices are labels, communes the unit's own`, () => {
      for (const unit of clean) {
        const communes = new Set(unit.unit.communes.map(({ fullName }) => fullName));
        for (const row of rowsOf(unit)) {
          assert.ok(communes.has(String(row.commune)));
          assert.deepEqual(
            Object.keys(row).filter((key) => !(key in sheet.columns)),
            [],
          );
          for (const [key, column] of Object.entries(sheet.columns)) assertCell(row[key], key, column);
        }
      }
    });
  }

  function assertCell(value: unknown, key: string, { cell, required }: Sheet['columns'][string]): void {
    if (value === undefined) {
      assert.equal(required, false, key);
      return;
    }
    if (cell.kind === 'choice') assert.ok(labels(cell.list).includes(String(value)), String(value));
    if (cell.kind === 'choices')
      for (const one of String(value).split(/[,;] /)) assert.ok(labels(cell.list).includes(one));
    if (cell.kind === 'date' || cell.kind === 'count' || cell.kind === 'year') assert.ok(Number.isInteger(value), key);
  }

  function labels(list: ChoiceList): string[] {
    return list.choices.map(({ label }) => label);
  }

  it('guidance says platform and people', () => {
    for (const row of clean.flatMap(allActivities).filter(({ kind }) => kind === 'Hướng dẫn người dân')) {
      assert.ok(row.platforms && row.turns);
    }
  });

  it('activities lie in their window, not after the day, and have no more people than the team', () => {
    const asOf = '2022-12-05' as PlainDate;
    for (const unit of generateProvince(options({ asOf, mistakes: false }))) {
      const sizes = Object.groupBy(unit.members, keyOf);
      for (const { period, window } of months('2022-10', 3)) {
        for (const row of unit.activities.get(period) ?? []) {
          const date = fromSerial(Number(row.date));
          assert.ok(window.from <= date && date <= window.to && date <= asOf, date);
          assert.ok(Number(row.participants ?? 0) <= (sizes[keyOf(row)]?.length ?? 0));
        }
      }
    }
  });

  it('sizes are those of the plan, but for a few teams', () => {
    const sizes = endState.flatMap(({ members }) => {
      const official = members.filter((row) => row.role !== 'Cộng tác viên' && !isOut(row));
      return Object.values(Object.groupBy(official, keyOf)).map((rows) => rows?.length ?? 0);
    });
    const counts = Object.groupBy(sizes, (size) => String(size));
    const actual = Object.fromEntries(Object.entries(counts).map(([size, teams]) => [size, teams?.length]));
    assert.deepEqual(actual, { '4': 17, '5': 703, '6': 58, '7': 29, '8': 14, '9': 9 });
  });

  it('titles name the kind of commune', () => {
    const leaders = clean.flatMap(({ members }) => members).filter(({ position }) => String(position).includes('UBND'));
    for (const { commune, position } of leaders) {
      const kind =
        String(commune)
          .match(/^(Xã|Phường|Thị trấn)/)?.[0]
          .toLowerCase() ?? '?';
      assert.match(String(position), new RegExp(`^(Phó )?Chủ tịch UBND ${kind}$`));
    }
  });

  it('villages are unique within a commune, marks apart', () => {
    const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    for (const { teams } of endState) assert.equal(new Set(teams.map((row) => bare(keyOf(row)))).size, teams.length);
  });

  it('adds up: the truth is what the cells say', () => {
    for (const unit of endState) {
      const rows = allActivities(unit);
      assert.equal(
        unit.truth.totals.turns,
        sum(rows, ({ turns }) => Number(turns ?? 0)),
      );
      assert.equal(
        unit.truth.totals.sessions,
        sum(rows, ({ sessions }) => Number(sessions ?? 0)),
      );
      assert.equal(sum(Object.values(unit.truth.totals.activities), Number), rows.length);
      assert.deepEqual(
        tabsOf(unit).map(({ rejected }) => rejected),
        [...Array(14)].map(() => 0),
      );
      assert.deepEqual(unit.edits, []);
    }
  });

  it('counts the teams and members in force on the last day of each window', () => {
    for (const unit of endState) {
      for (const { period, window } of YEAR_2023.periods) {
        const until = (column: string) => (row: SampleRow) => fromSerial(Number(row[column])) <= window.to;
        const totals = unit.truth.months.get(period)?.totals;
        const people = unit.members.filter((row) => {
          const isOutByThen = isOut(row) && until('leaveApprovedOn')(row);
          return until('joinedOn')(row) && !isOutByThen;
        });
        assert.equal(
          (totals?.communeTeams ?? 0) + (totals?.villageTeams ?? 0),
          unit.teams.filter(until('decisionDate')).length,
        );
        assert.equal((totals?.members ?? 0) + (totals?.collaborators ?? 0), people.length);
      }
    }
  });
});

describe('personal data of the sample', () => {
  it('every phone lies in the block 0900000001–0900009999, wherever it is typed', () => {
    const texts = [...year, ...demo]
      .flatMap((unit) => [...unit.teams, ...unit.members, ...allActivities(unit)])
      .flatMap(Object.values);
    const phones = texts.flatMap((cell) => String(cell).match(/(?<!\d)0?9\d{7,}/g) ?? []);
    assert.ok(phones.length > 1_000);
    for (const phone of phones) assert.match(phone, /^0?90000\d{3,4}$/);
  });

  it('no two members share a number', () => {
    const phones = endState.flatMap(({ members }) => members.flatMap(({ phone }) => (phone ? [phone] : [])));
    assert.equal(new Set(phones).size, phones.length);
    assert.ok(phones.every((phone) => typeof phone === 'string'));
  });

  it('Zalo links are marked as samples', () => {
    for (const { zaloLink } of clean.flatMap(({ teams }) => teams)) {
      if (zaloLink !== undefined) assert.match(String(zaloLink), /^https:\/\/zalo\.me\/g\/mau\d{6}$/);
    }
  });
});

describe('the sample with mistakes', () => {
  it('typed = countable + rejected, and every rejected row has its reason', () => {
    for (const unit of [...demo, ...year]) {
      assert.deepEqual(
        [unit.truth.teams.typed, unit.truth.members.typed, sum(tabsOf(unit).slice(2), ({ typed }) => typed)],
        [unit.teams.length, unit.members.length, allActivities(unit).length],
      );
      for (const tab of tabsOf(unit)) {
        assert.equal(tab.typed, tab.countable + tab.rejected);
        assert.equal(sum(Object.values(tab.rejectedBy), Number), tab.rejected);
        assert.ok(tab.dependsOnRejectedTeam <= tab.countable);
      }
      for (const { activities, totals, totalsOfRejectedTeams } of unit.truth.months.values()) {
        assert.equal(sum(Object.values(totals.activities), Number), activities.countable);
        assert.equal(sum(Object.values(totalsOfRejectedTeams.activities), Number), activities.dependsOnRejectedTeam);
      }
    }
  });

  it('has rejected rows in every tab of the province, but few', () => {
    for (const tab of [0, 1, 2, 3, 4]) {
      const share =
        sum(demo, (unit) => tabsOf(unit)[tab]?.rejected ?? 0) / sum(demo, (unit) => tabsOf(unit)[tab]?.typed ?? 0);
      assert.ok(share > 0.005 && share < 0.12, `tab ${tab}: ${share}`);
    }
  });

  it('leaves the rows that it does not touch as they are', () => {
    const untouched = new Set(clean.flatMap(({ members }) => members.map((row) => json(row))));
    const same = demo.flatMap(({ members }) => members).filter((row) => untouched.has(json(row)));
    assert.ok(same.length > 700);
  });

  const dates = ['date', 'decisionDate', 'joinedOn', 'consentedOn'];
  const counts = ['zaloHeadCount', 'sessions', 'turns', 'participants'];
  const texts = ['commune', 'village', 'content', 'position', 'name'];
  // Rates and columns as in the recipe, for the mistakes that can happen to every cell of their columns.
  const rates: [string, number, string[]][] = [
    ['dateAsText', 0.12, dates],
    ['impossibleDate', 0.002, dates],
    ['futureDate', 0.004, dates],
    ['dateWithoutYear', 0.015, ['date']],
    ['dateOutOfPeriod', 0.02, ['date']],
    ['phoneLostZero', 0.08, ['phone']],
    ['phoneWrongLength', 0.012, ['phone']],
    ['numberWithUnit', 0.04, counts],
    ['negative', 0.001, counts],
    ['caseOrSpaces', 0.06, texts],
    ['nfdText', 0.015, texts],
    ['legacyEncoding', 0.001, ['commune']],
    ['plainDecisionSymbol', 0.03, ['decisionNumber']],
  ];
  for (const [kind, rate, columns] of rates) {
    it(`${kind} happens to about ${rate * 100} % of the cells`, () => {
      const rows = endState.flatMap((unit) => [...unit.teams, ...unit.members, ...allActivities(unit)]);
      const expected = rate * sum(rows, (row) => columns.filter((column) => row[column] !== undefined).length);
      const made = sum(year, (unit) =>
        sum(tabsOf(unit), ({ mistakes }) => Number((mistakes as Record<string, number>)[kind] ?? 0)),
      );
      // Four standard deviations of a Poisson count, and a little for cells that other mistakes blank.
      assert.ok(Math.abs(made - expected) < 4 * Math.sqrt(expected) + 0.03 * expected, `${made} of ${expected}`);
    });
  }
});

describe('edits of whole tabs', () => {
  it('the demo has one of each, a few total rows and blank rows, and none that costs a whole tab', () => {
    const kinds = Object.groupBy(
      demo.flatMap(({ edits }) => edits),
      ({ kind }) => kind,
    );
    const actual = Object.fromEntries(Object.entries(kinds).map(([kind, edits]) => [kind, edits?.length]));
    assert.deepEqual(actual, {
      'merge-communes': 1,
      'shift-block': 1,
      'repeat-header': 1,
      'copy-tab': 1,
      'rename-header': 1,
      'total-row': 2,
      'blank-rows': 3,
    });
    for (const unit of demo) for (const tab of tabsOf(unit)) assert.ok(tab.countable > tab.rejected);
  });

  it('a merged block rejects all its rows but the first, a shifted one all three', () => {
    const merge = demo.flatMap(({ edits }) => edits).find(({ kind }) => kind === 'merge-communes');
    const rejected = (kind: string) =>
      sum(demo, (unit) => sum(tabsOf(unit), ({ rejectedBy }) => (rejectedBy as Record<string, number>)[kind] ?? 0));
    assert.equal(rejected('mergedCommuneCells'), merge?.kind === 'merge-communes' ? merge.rows - 1 : 0);
    assert.equal(rejected('shiftedBlock'), 3);
  });

  it('the tabs laid out have a header, the rows, and what the edits add', () => {
    for (const unit of demo) {
      const places = [
        { tab: 'teams', period: null } as const,
        { tab: 'members', period: null } as const,
        ...[...unit.activities.keys()].map((period) => ({ tab: 'activities', period }) as const),
      ];
      const added = sum(unit.edits, (edit) => {
        return edit.kind === 'blank-rows'
          ? edit.count
          : edit.kind === 'repeat-header' || edit.kind === 'total-row'
            ? 1
            : 0;
      });
      const laidOut = places.map((place) => layOut(unit, place));
      assert.equal(
        sum(laidOut, ({ values }) => values.length - 1),
        added + sum(tabsOf(unit), ({ typed }) => typed),
      );
      for (const { merges, values } of laidOut) {
        for (const { startRow, endRow } of merges) {
          assert.ok(values[startRow]?.[1]);
          assert.deepEqual(
            values.slice(startRow + 1, endRow).map((row) => row[1]),
            Array(endRow - startRow - 1).fill(null),
          );
        }
      }
    }
  });
});

describe('the monthly form of the sample', () => {
  it('is partly filled once the window has closed, blank before', () => {
    const unit = generateProvince(options({ asOf: '2022-12-10' as PlainDate }))[2] as SampleUnit;
    const [october, , december] = [...unit.reports.values()];
    assert.ok(Object.keys(october ?? {}).length >= 8);
    assert.deepEqual(december, {});
  });

  it('never informs more education staff than there are', () => {
    for (const form of year.flatMap(({ reports }) => [...reports.values()])) {
      if (form.educationInformed !== undefined && form.educationTotal !== undefined) {
        assert.ok(Number(form.educationInformed) <= Number(form.educationTotal));
      }
    }
  });
});
