import assert from 'node:assert/strict';
import fc from 'fast-check';
import { median, robustZ, spreadOf } from '../../functions/domain/robust.ts';

describe('the median', () => {
  const cases: [string, number[], number | null][] = [
    ['of nothing', [], null],
    ['of one figure', [7], 7],
    ['the middle of three', [30, 1, 2], 2],
    ['the mean of the middle two', [4, 1, 100, 2], 3],
    ['ten comes after nine, not after one', [9, 10, 1], 9],
  ];
  for (const [name, figures, expected] of cases) it(name, () => assert.equal(median(figures), expected));
});

describe('centre and width of figures', () => {
  const cases: [string, number[], { centre: number; width: number } | null][] = [
    ['too few figures say nothing', [1, 2], null],
    ['median and 1.4826 × the median deviation', [1, 2, 3, 4, 5], { centre: 3, width: 1.4826 }],
    ['one wild figure moves neither', [1, 2, 3, 4, 5_000_000], { centre: 3, width: 1.4826 }],
    ['figures that were always the same have the least width', [5, 5, 5, 5], { centre: 5, width: 0.5 }],
    ['as have figures of which most were the same', [5, 5, 5, 9], { centre: 5, width: 0.5 }],
  ];
  for (const [name, figures, expected] of cases) it(name, () => assert.deepEqual(spreadOf(figures, 3, 0.5), expected));

  it('a figure is measured in widths above the centre', () => {
    assert.equal(robustZ(8, { centre: 5, width: 0.5 }), 6);
    assert.equal(robustZ(4, { centre: 5, width: 0.5 }), -2);
  });
});

describe('robust statistics, whatever the figures', () => {
  const figure = fc.double({ min: 0, max: 1e15, noNaN: true });
  const figures = fc.array(figure, { minLength: 3, maxLength: 40 });

  it('do not ask in which order they came', () => {
    const withOther = figures.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(withOther, ([one, other]) => assert.deepEqual(spreadOf(one, 3, 0.5), spreadOf(other, 3, 0.5))),
    );
  });

  it('are numbers, never NaN, and the width is at least the least', () => {
    fc.assert(
      fc.property(figures, figure, (list, one) => {
        const spread = spreadOf(list, 3, 0.5);
        assert.ok(spread);
        assert.ok(spread.width >= 0.5 && Number.isFinite(spread.centre));
        assert.ok(Number.isFinite(robustZ(one, spread)));
      }),
    );
  });

  it('leave the figures as they were', () => {
    fc.assert(
      fc.property(figures, (list) => {
        const before = [...list];
        spreadOf(list, 3, 0.5);
        assert.deepEqual(list, before);
      }),
    );
  });

  it('the centre lies among the figures, and fewer than half of them cannot carry it away', () => {
    const calm = fc.array(fc.double({ min: 10, max: 20, noNaN: true }), { minLength: 3, maxLength: 20 });
    const wild = fc.array(fc.double({ min: 1e6, max: 1e12, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(calm, wild, (usual, strange) => {
        const spread = spreadOf([...usual, ...strange.slice(0, usual.length - 1)], 3, 0.5);
        assert.ok(spread && spread.centre >= 10 && spread.centre <= 20);
      }),
    );
  });
});
