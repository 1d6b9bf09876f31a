import assert from 'node:assert/strict';
import { jsonLog } from '../../functions/adapters/json-log.ts';

describe('jsonLog', () => {
  const logged = (...args: Parameters<ReturnType<typeof jsonLog>>) => {
    const lines: string[] = [];
    jsonLog((line) => lines.push(line), { runId: 'r1' })(...args);
    return lines;
  };

  it('writes one JSON line an event, with what is in every line', () => {
    assert.deepEqual(logged('INFO', 'unit checked', { unit: '2022:464' }), [
      '{"runId":"r1","unit":"2022:464","severity":"INFO","message":"unit checked"}\n',
    ]);
  });

  it('stays one line when a text has several', () => {
    assert.deepEqual(logged('ERROR', 'a\nb'), ['{"runId":"r1","severity":"ERROR","message":"a\\nb"}\n']);
  });

  it('lets no field take the place of severity or message', () => {
    const [line = ''] = logged('WARNING', 'true message', { severity: 'INFO', message: 'other' });
    assert.deepEqual(JSON.parse(line), { runId: 'r1', severity: 'WARNING', message: 'true message' });
  });
});
