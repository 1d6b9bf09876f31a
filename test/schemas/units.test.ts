import assert from 'node:assert/strict';
import units2022 from '../../schemas/data/units-2022.json' with { type: 'json' };
import units2025 from '../../schemas/data/units-2025.json' with { type: 'json' };
import { findUnit, UNITS_2022, UNITS_2025 } from '../../schemas/units.ts';

interface Named {
  readonly code: string;
  readonly fullName: string;
}

const namesOf = (units: readonly Named[]): readonly string[] =>
  units.map(({ code, fullName }) => `${code} ${fullName}`);

describe('full names of units', () => {
  it('are those of the official lists', () => {
    assert.deepEqual(namesOf(UNITS_2022), namesOf(units2022));
    assert.deepEqual(
      namesOf(UNITS_2022.flatMap(({ communes }) => communes)),
      namesOf(units2022.flatMap(({ communes }) => communes)),
    );
    assert.deepEqual(namesOf(UNITS_2025), namesOf(units2025.units));
    assert.deepEqual(namesOf(UNITS_2025.flatMap(({ communes }) => communes)), namesOf(units2025.units));
  });

  const NAMES: readonly (readonly [id: string, name: string])[] = [
    ['2022:461', 'Thành phố Đông Hà'],
    ['2022:462', 'Thị xã Quảng Trị'],
    ['2022:464', 'Huyện Vĩnh Linh'],
    ['2025:18859', 'Phường Đồng Thuận'],
  ];
  for (const [id, name] of NAMES) it(`${id} is ${name}`, () => assert.equal(findUnit(id)?.fullName, name));
});
