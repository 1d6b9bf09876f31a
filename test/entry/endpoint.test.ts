import assert from 'node:assert/strict';
import type { Request, Response } from '@google-cloud/functions-framework';
import sinon from 'sinon';
import * as z from 'zod/mini';
import { type EndpointContext, endpoint } from '../../functions/entry/endpoint.ts';
import { AppError } from '../../functions/errors.ts';
import { Instant } from '../../schemas/calendar.ts';

const NOW = '2022-08-25T21:00:00.000+07:00' as Instant;
const Body = z.strictObject({ unit: z.optional(z.string()), asOf: z.optional(Instant) });

interface Answer {
  status: number;
  body: unknown;
}

async function call(request: Partial<Request>, run: () => Promise<unknown>, isOperator = true) {
  const log = sinon.spy();
  const context: EndpointContext = { clock: () => NOW, log, isOperator: () => isOperator, callerOf: () => null };
  const answer: Answer = { status: 0, body: undefined };
  const response = {
    status(code: number) {
      answer.status = code;
      return this;
    },
    json(body: unknown) {
      answer.body = body;
    },
  } as unknown as Response;
  await endpoint(
    'check-unit',
    Body,
    context,
    run,
  )({ method: 'POST', headers: {}, body: {}, ...request } as Request, response);
  return { ...answer, log };
}

const fails = (error: unknown) => () => Promise.reject(error);
const codeOf = ({ body }: Answer): string => (body as { error: { code: string } }).error.code;

describe('an endpoint', () => {
  it('answers 200 with what its workflow returns', async () => {
    const { status, body } = await call({}, async () => ({ done: true }));
    assert.deepEqual([status, body], [200, { done: true }]);
  });

  const refusals: [string, Partial<Request>, number, string][] = [
    ['a GET', { method: 'GET' }, 405, 'method-not-allowed'],
    ['a field that nobody described', { body: { colour: 'red' } }, 400, 'bad-request'],
    ['a moment that is none', { body: { asOf: 'yesterday' } }, 400, 'bad-request'],
    ['a list', { body: [1] }, 400, 'bad-request'],
    ['a text', { body: 'abc' }, 400, 'bad-request'],
    ['more than 1 MB', { headers: { 'content-length': '1000001' } }, 413, 'too-large'],
  ];
  for (const [name, request, status, code] of refusals) {
    it(`refuses ${name}: ${status}`, async () => {
      const run = sinon.stub().resolves({});
      const answer = await call(request, run);
      assert.deepEqual([answer.status, codeOf(answer)], [status, code]);
      sinon.assert.notCalled(run);
    });
  }

  it('takes asOf from an operator only', async () => {
    const run = sinon.stub().resolves({});
    const answer = await call({ body: { asOf: '2022-08-01T00:00:00+07:00' } }, run, false);
    assert.deepEqual([answer.status, codeOf(answer)], [403, 'forbidden']);
    sinon.assert.notCalled(run);
  });

  it('answers what the workflow says is not there, and logs nothing', async () => {
    const answer = await call({}, fails(new AppError('not-found', 'No workbook.')));
    assert.deepEqual([answer.status, answer.body], [404, { error: { code: 'not-found', message: 'No workbook.' } }]);
    sinon.assert.notCalled(answer.log);
  });

  it('says try again later when that can help, and logs it once', async () => {
    const answer = await call({}, fails(new AppError('unavailable', 'Google Sheets is busy.')));
    assert.deepEqual([answer.status, codeOf(answer)], [503, 'unavailable']);
    sinon.assert.calledOnce(answer.log);
  });

  it('keeps an unknown failure out of the answer: it might quote data', async () => {
    const answer = await call({}, fails(new Error('row of Nguyễn Văn Mẫu')));
    assert.equal(answer.status, 500);
    assert.doesNotMatch(JSON.stringify(answer.body), /Mẫu/);
    sinon.assert.calledOnce(answer.log);
  });
});
