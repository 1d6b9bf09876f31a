import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isReceiptCurrent, isReceiptId, makeReceipt, receiptId } from '../../functions/domain/receipt.ts';
import type { Instant, Period } from '../../schemas/calendar.ts';
import { aReport } from '../support/documents.ts';

const AUGUST = '2022-08' as Period;
const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const ID = '464-0822-GD0MWL-K';

describe('the id of a receipt', () => {
  it('is short, and says unit and month', () => assert.equal(receiptId('2022:464', AUGUST, HASH), ID));

  it('fits the communes of 2025', () => {
    assert.match(receiptId('2025:19363', '2026-11' as Period, HASH), /^19363-1126-GD0MWL-.$/);
  });

  it('is another for another unit, month or content', () => {
    const others = [
      receiptId('2022:465', AUGUST, HASH),
      receiptId('2022:464', '2022-09' as Period, HASH),
      receiptId('2022:464', AUGUST, `0${HASH.slice(1)}`),
    ];
    assert.equal(new Set([ID, ...others]).size, 4);
  });

  for (const [text, valid] of [
    [ID, true],
    [` ${ID.toLowerCase()} `, true],
    ['464-0822-GD0MWL-L', false],
    ['464-0822-GD0WML-K', false],
    ['465-0822-GD0MWL-K', false],
    ['464-0922-GD0MWL-K', false],
    ['464-0822-GD0MWL', false],
    ['464-0822-GDOMWL-K', false],
    ['', false],
  ] as const) {
    it(`«${text}» is ${valid ? 'right' : 'wrong'}`, () => assert.equal(isReceiptId(text), valid));
  }

  it('shows one wrong character wherever it stands', () => {
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
    const place = fc.nat({ max: ID.length - 1 });
    fc.assert(
      fc.property(hex, place, fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTVWXY'), (hash, at, symbol) => {
        const id = receiptId('2022:464', AUGUST, hash);
        assert.ok(isReceiptId(id));
        fc.pre(id[at] !== '-' && id[at] !== symbol);
        assert.equal(isReceiptId(id.slice(0, at) + symbol + id.slice(at + 1)), false);
      }),
    );
  });
});

describe('a receipt', () => {
  it('says what was received, when, and what it stands for', () => {
    const report = aReport({ status: 'submitted', problems: { error: 0, warning: 1, finding: 2, info: 0 } });
    const at = '2022-08-26T09:15:00.000+07:00' as Instant;
    const { unit, period, status, counts, problems } = report;
    assert.deepEqual(makeReceipt(report, at, HASH), {
      id: ID,
      unit,
      period,
      receivedAt: at,
      status,
      counts,
      problems,
      contentHash: HASH,
    });
  });

  it('is current as long as what was last seen is what was sent', () => {
    assert.equal(isReceiptCurrent(aReport({ receipt: ID, sentHash: HASH })), true);
    assert.equal(isReceiptCurrent(aReport({ receipt: ID, sentHash: 'a'.repeat(64) })), false);
    assert.equal(isReceiptCurrent(aReport()), false);
  });
});
