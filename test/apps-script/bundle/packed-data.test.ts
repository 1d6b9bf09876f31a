import assert from 'node:assert/strict';
import { join } from 'node:path';
import { isLeftOut } from '../../../apps-script/bundle/left-out.ts';
import { packData } from '../../../apps-script/bundle/packed-data.ts';
import { unpack } from '../../../apps-script/unpack.ts';
import { utilities } from '../../../local/script/utilities.ts';
import { CHOICE_LISTS } from '../../../schemas/choice-lists.ts';
import units2022 from '../../../schemas/data/units-2022.json' with { type: 'json' };
import { SLOTS } from '../../../schemas/positions.ts';
import type { Rule } from '../../../schemas/rule.ts';
import { RULES } from '../../../schemas/rulebook.ts';
import { DEFAULT_CALENDAR } from '../../../schemas/settings.ts';
import type { Columns } from '../../../schemas/sheet.ts';
import { SHEETS } from '../../../schemas/tabs.ts';

const SCHEMAS = join(import.meta.dirname, '..', '..', '..', 'schemas');

describe('the data packed for the script', () => {
  let at: (module: string, name: string) => unknown;
  let modules: readonly string[];
  before(async () => {
    const { packed, modules: lines } = await packData([]);
    const values = unpack(utilities, packed);
    at = (module, name) => values[lines.get(join(SCHEMAS, module))?.get(name) ?? -1];
    modules = [...lines.keys()].map((path) => path.slice(SCHEMAS.length + 1));
  });

  it('have every word that a rule says, and when it is in force', () => {
    const groups = modules
      .filter((module) => module.startsWith('rules/'))
      .map((module) =>
        at(module, `${module.slice('rules/'.length, -'.ts'.length).replace(/-/g, '_').toUpperCase()}_RULES`),
      );
    const packed = new Map((groups.flat() as Rule[]).map((rule) => [rule.id, rule]));
    assert.equal(packed.size, RULES.length);
    for (const { id, title, clause, inferred, examples, ...spoken } of RULES)
      assert.deepEqual(packed.get(id), { id, ...spoken });
  });

  it('have every column, without its width, its clause and its type', () => {
    for (const [name, { columns }] of [
      ['Teams', SHEETS.teams],
      ['Members', SHEETS.members],
      ['Activities', SHEETS.activities],
    ] as const) {
      const packed = (at(`tabs/${name.toLowerCase()}.ts`, name) as { columns: Columns }).columns;
      assert.deepEqual(Object.keys(packed), Object.keys(columns));
      for (const [key, { width, clause, cell, ...column }] of Object.entries<Columns[string]>(columns)) {
        const { type, ...kind } = cell;
        assert.deepEqual(packed[key], { cell: kind, ...column }, `${name}.${key}`);
      }
    }
  });

  it('have one and the same list wherever a column refers to it', () => {
    const { columns } = at('tabs/members.ts', 'Members') as { columns: { role: { cell: { list: unknown } } } };
    assert.equal(columns.role.cell.list, at('choice-lists.ts', 'ROLES'));
    assert.deepEqual(at('choice-lists.ts', 'CHOICE_LISTS'), CHOICE_LISTS);
  });

  it('have the units, their communes, the positions and the days off', () => {
    const unnamed = <Unit extends { fullName: string }>({ fullName, ...unit }: Unit) => unit;
    const listed = units2022.map((district) => ({ ...unnamed(district), communes: district.communes.map(unnamed) }));
    assert.deepEqual(at('data/units-2022.json', 'default'), listed);
    assert.deepEqual((at('data/units-2025.json', 'default') as { units: unknown[] }).units[0], {
      code: '18859',
      name: 'Đồng Thuận',
      kind: 'phuong',
    });
    assert.deepEqual((at('data/positions.json', 'default') as { slots: unknown }).slots, SLOTS);
    const { years } = at('data/holidays.json', 'default') as { years: Readonly<Record<string, { off: string[] }>> };
    assert.deepEqual(new Set(Object.values(years).flatMap(({ off }) => off)), DEFAULT_CALENDAR.daysOff);
  });

  const PLACES: readonly (readonly [place: string, leftOut: boolean])[] = [
    ['rules/member-composition.ts memberVillageDeputy.title', true],
    ['rules/member-composition.ts memberVillageDeputy.variants.title', false],
    ['rules/member-composition.ts memberVillageDeputy.examples', true],
    ['rules/activity.ts activityOutsideWindow.since', false],
    ['tabs/teams.ts Teams.title', false],
    ['tabs/teams.ts Teams.columns.commune.width', true],
    ['tabs/teams.ts Teams.columns.commune.clause', true],
    ['tabs/teams.ts Teams.columns.commune.help', false],
    ['results.ts RESULT_COLUMNS', true],
    ['results.ts RESULT_INDEX', false],
    ['results.ts RESULT_INDEX.replace', false],
    ['data/holidays.json default.note', true],
    ['data/holidays.json default.years.2026.uncertain', true],
    ['data/holidays.json default.years.2026.off', false],
    ['data/units-2025.json default.sources', true],
    ['data/units-2025.json default.units', false],
    ['data/units-2025.json default.units[7].formedFromText', true],
    ['data/units-2025.json default.units[7].formerNames', false],
    ['data/units-2025.json default.units[7].name', false],
    ['data/units-2025.json default.units[7].fullName', true],
    ['data/units-2022.json default[0].communes', false],
    ['data/units-2022.json default[0].communes[3].fullName', true],
    ['data/units-2022.json default[0].communes[3].aliases', false],
  ];
  for (const [place, leftOut] of PLACES) {
    it(`${leftOut ? 'leave out' : 'keep'} ${place}`, () => assert.equal(isLeftOut(place), leftOut));
  }
});
