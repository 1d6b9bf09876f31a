import assert from 'node:assert/strict';
import type { Request, Response } from '@google-cloud/functions-framework';
import { memoryStore } from '../../functions/adapters/memory-store.ts';
import { publishSummaryEndpoint } from '../../functions/entry/publish-summary.ts';
import type { Instant } from '../../schemas/calendar.ts';
import { keptLog, memorySheets, provinceWorkbook } from '../support/province-workbook.ts';

const store = memoryStore();
const { log } = keptLog();
const clock = () => '2022-08-25T21:00:00+07:00' as Instant;

async function call(body: unknown, isOperator = true): Promise<{ readonly status: number; readonly body: unknown }> {
  const answer = { status: 0, body: undefined as unknown };
  const response = {
    status(code: number) {
      answer.status = code;
      return response;
    },
    json(sent: unknown) {
      answer.body = sent;
    },
  };
  const handler = publishSummaryEndpoint(
    { clock, log, isOperator: () => isOperator, callerOf: () => null },
    (calls) => ({
      store,
      sheets: memorySheets(provinceWorkbook(), calls),
      log,
      calls,
    }),
  );
  await handler({ method: 'POST', headers: {}, body } as unknown as Request, response as unknown as Response);
  return answer;
}

describe('publish-summary', () => {
  it('answers with what was written', async () => {
    assert.deepEqual(await call({ period: '2022-08' }), {
      status: 200,
      body: { period: '2022-08', cellsWritten: 0, documentsWritten: 1 },
    });
  });

  const refused: [name: string, body: unknown, status: number, isOperator?: boolean][] = [
    ['no month', {}, 400],
    ['a month that is none', { period: '2022-13' }, 400],
    ['a stranger beside the month', { period: '2022-08', unit: '2022:464' }, 400],
    ['a month before the first', { period: '2022-05' }, 404],
    ['a month that has not begun', { period: '2022-10' }, 404],
    ['asOf from anybody', { period: '2022-08', asOf: '2022-09-25T21:00:00+07:00' }, 403, false],
  ];
  for (const [name, body, status, isOperator] of refused) {
    it(`${name}: ${status}`, async () => assert.equal((await call(body, isOperator)).status, status));
  }

  it('asOf moves the day', async () => {
    assert.equal((await call({ period: '2022-10', asOf: '2022-09-15T21:00:00+07:00' })).status, 200);
  });
});
