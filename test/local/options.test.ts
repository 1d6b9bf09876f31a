import assert from 'node:assert/strict';
import { type LocalOptions, readOptions } from '../../local/system/options.ts';

const read = (line: string) => readOptions(line === '' ? [] : line.split(' '));
const options = (line: string): LocalOptions => {
  const reading = read(line);
  assert.ok('options' in reading, JSON.stringify(reading));
  return reading.options;
};

describe('the flags of npm start', () => {
  it('has defaults for everything', () => {
    const { port, data, sample, months, seed, asOf, once, firestore, quotas, units } = options('');
    assert.deepEqual(
      [port, data, sample, months, seed, asOf, once, firestore, quotas, units.length],
      [8080, '.data', 'demo', 3, 1, '2022-12-20T21:00:00+07:00', false, 'embedded', true, 9],
    );
  });

  it('takes a moment without seconds, and codes of units', () => {
    assert.equal(options('--as-of 2022-08-25T21:00+07:00').asOf, '2022-08-25T21:00:00+07:00');
    assert.deepEqual(options('--units 464,468').units, ['2022:464', '2022:468']);
  });

  it('asks for help', () => assert.deepEqual(read('--help'), { help: true }));

  const mistakes: [line: string, count: number, says: RegExp][] = [
    ['--port abc', 1, /--port/],
    ['--port 70000 --months 0', 2, /--months/],
    ['--sample big', 1, /demo, empty, none/],
    ['--as-of yesterday', 1, /2022-08-25T21:00\+07:00/],
    ['--as-of 2022-08-25T21:00', 1, /--as-of/],
    ['--units 471', 1, /471/],
    ['--colour red', 1, /--colour/],
  ];
  for (const [line, count, says] of mistakes) {
    it(`refuses ${line}`, () => {
      const reading = read(line);
      assert.ok('mistakes' in reading);
      assert.equal(reading.mistakes.length, count);
      assert.match(reading.mistakes.join('\n'), says);
    });
  }
});
