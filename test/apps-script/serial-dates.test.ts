import assert from 'node:assert/strict';
import sinon from 'sinon';
import { makeSerialOf } from '../../apps-script/serial-dates.ts';
import { utilities } from '../../local/script/utilities.ts';

const VIETNAM = 'Asia/Ho_Chi_Minh';

const CASES: readonly (readonly [instant: string, zone: string, serial: number])[] = [
  ['2022-06-05T00:00:00+07:00', VIETNAM, 44717],
  ['2022-06-05T12:00:00+07:00', VIETNAM, 44717.5],
  ['2022-06-04T17:00:00Z', VIETNAM, 44717],
  ['2022-06-04T17:00:00Z', 'America/New_York', 44716 + 13 / 24],
  ['+057262-02-17T00:00:00+07:00', VIETNAM, 20220605],
  // A time of day alone lies on 30/12/1899, when Viet Nam was 7:06:30 ahead.
  ['1899-12-30T01:23:30Z', VIETNAM, 8.5 / 24],
  ['1970-01-01T00:00:00+08:00', VIETNAM, 25569],
];

describe('dates of Apps Script as serial numbers', () => {
  for (const [instant, zone, serial] of CASES) {
    it(`${instant} in ${zone} → ${serial}`, () => {
      assert.equal(makeSerialOf(utilities, zone)(new Date(instant)), serial);
    });
  }

  it('asks Google once for each instant', () => {
    const format = sinon.fake(utilities.formatDate);
    const serialOf = makeSerialOf({ formatDate: format }, VIETNAM);
    for (let row = 0; row < 1_000; row += 1) serialOf(new Date('2022-06-05T00:00:00+07:00'));
    assert.equal(format.callCount, 1);
  });
});
