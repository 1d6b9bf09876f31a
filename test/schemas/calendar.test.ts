import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Instant, instantOf, PlainDate, plainDate } from '../../schemas/calendar.ts';

describe('a day of the calendar', () => {
  const DAYS: readonly (readonly [year: number, month: number, day: number, text: string | null])[] = [
    [2022, 6, 1, '2022-06-01'],
    [2022, 6, 31, null],
    [2024, 2, 29, '2024-02-29'],
    [2023, 2, 29, null],
    [1900, 2, 29, null],
    [2000, 2, 29, '2000-02-29'],
    [1, 1, 1, '0001-01-01'],
    [2022, 0, 1, null],
    [2022, 13, 1, null],
    [2022, 1, 0, null],
    [2022, 1, 32, null],
    [2022, 1, 1.5, null],
    [2022, Number.NaN, 1, null],
    [-1, 1, 1, null],
    [12022, 1, 1, null],
  ];
  for (const [year, month, day, text] of DAYS) {
    it(`${year}-${month}-${day} is ${text ?? 'none'}`, () => assert.equal(plainDate(year, month, day), text));
  }

  it('is what the type takes, months and days beyond the calendar too', () => {
    const years = [0, 4, 100, 400, 1899, 1900, 1985, 2000, 2022, 2023, 2024, 2100, 9999];
    const wrong = years.flatMap((year) =>
      Array.from({ length: 15 * 34 }, (_, index) => [year, Math.floor(index / 34) - 1, (index % 34) - 1] as const)
        .filter(([, month, day]) => month >= 0 && day >= 0)
        .filter(([, month, day]) => {
          const two = (number: number) => String(number).padStart(2, '0');
          const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
          return plainDate(year, month, day) !== (PlainDate.safeParse(text).data ?? null);
        }),
    );
    assert.deepEqual(wrong, []);
  });
});

describe('an instant', () => {
  const INSTANTS: readonly (readonly [text: string, isOne: boolean])[] = [
    ['2022-08-25T21:00:00+07:00', true],
    ['2022-08-25T21:00:00.123Z', true],
    ['2022-08-25T21:00+07:00', false],
    ['2022-08-25T21:00:00', false],
    ['2022-08-25T24:00:00Z', false],
    ['2022-08-25T21:60:00Z', false],
    ['2022-08-25T21:00:60Z', false],
    ['2022-08-25T21:00:00+24:00', false],
    ['2022-06-31T21:00:00Z', false],
    ['2022-08-25t21:00:00z', false],
    ['2022-08-25', false],
    ['', false],
  ];
  for (const [text, isOne] of INSTANTS) {
    it(`«${text}» is ${isOne ? 'one' : 'none'}`, () => assert.equal(instantOf(text), isOne ? text : null));
  }

  it('is what the type takes', () => {
    const two = (max: number) => fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'));
    const four = fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, '0'));
    const fraction = fc.constantFrom('', '.', '.5', '.123456');
    const zone = fc.oneof(
      fc.constantFrom('Z', 'z', ''),
      fc.tuple(two(25), two(61)).map(([h, m]) => `+${h}:${m}`),
    );
    const text = fc
      .tuple(four, two(13), two(32), two(25), two(61), fc.option(two(61)), fraction, zone)
      .map(([y, mo, d, h, mi, s, f, z]) => `${y}-${mo}-${d}T${h}:${mi}${s === null ? '' : `:${s}${f}`}${z}`);
    fc.assert(
      fc.property(text, (one) => instantOf(one) === (Instant.safeParse(one).data ?? null)),
      { numRuns: 3_000 },
    );
  });
});
