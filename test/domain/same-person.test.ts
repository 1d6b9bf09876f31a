import assert from 'node:assert/strict';
import { type Person, personFinder } from '../../functions/domain/same-person.ts';

const AN: Person = { name: 'Nguyễn Văn An', commune: '19360' };

describe('who may be one person', () => {
  const cases: readonly [string, Person, Person, boolean][] = [
    ['the same name in one commune', AN, AN, true],
    ['written in other letters', AN, { ...AN, name: 'nguyễn  văn AN' }, true],
    ['the same name in another commune', AN, { ...AN, commune: '19363' }, false],
    [
      'the same name and phone, wherever',
      { ...AN, phone: '+84905' },
      { ...AN, phone: '+84905', commune: '19363' },
      true,
    ],
    [
      'another name with the same phone',
      { ...AN, phone: '+84905' },
      { ...AN, phone: '+84905', name: 'Lê Thị Hai' },
      false,
    ],
    ['born in another year', { ...AN, birthYear: 1980 }, { ...AN, birthYear: 1990 }, false],
    ['a year that only one row says', { ...AN, birthYear: 1980 }, AN, true],
    ['another phone', { ...AN, phone: '+84905' }, { ...AN, phone: '+84906' }, false],
    ['of the other gender', { ...AN, gender: 'male' }, { ...AN, gender: 'female' }, false],
    ['rows without a name', { commune: '19360' }, { commune: '19360' }, false],
  ];
  for (const [name, first, second, isSame] of cases)
    it(`${name}: ${isSame ? 'one' : 'two'}`, () => {
      const earlierOf = personFinder((person: Person) => person);
      assert.deepEqual(earlierOf(first), []);
      assert.deepEqual(earlierOf(second), isSame ? [first] : []);
    });

  it('compares a row with eight namesakes at most', () => {
    const earlierOf = personFinder((person: Person) => person);
    const counts = Array.from({ length: 10 }, () => earlierOf(AN).length);
    assert.deepEqual(counts, [0, 1, 2, 3, 4, 5, 6, 7, 8, 8]);
  });
});
