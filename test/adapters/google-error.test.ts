import assert from 'node:assert/strict';
import { adviseOnce, adviseRepeatable, describeFailure, toGoogleError } from '../../functions/adapters/google-error.ts';
import { AppError } from '../../functions/errors.ts';

interface Answer {
  readonly message?: string;
  readonly reason?: string;
  readonly retryAfter?: string;
}

/** As the Google client throws it: the answer's body under `response.data`. */
function answered(status: number, { message = 'words', reason, retryAfter }: Answer = {}): Error {
  const errors = reason === undefined ? {} : { errors: [{ reason }] };
  const data = { error: { code: status, message, ...errors } };
  const headers = new Headers(retryAfter === undefined ? {} : { 'Retry-After': retryAfter });
  const config = { data: 'Nguyễn Văn A', headers: { authorization: 'Bearer secret' } };
  return Object.assign(new Error(`Request failed with status code ${status}`), {
    status,
    config,
    response: { status, headers, data },
  });
}

const broken = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

describe('toGoogleError', () => {
  const table: readonly [string, unknown, string][] = [
    ['404', answered(404), 'not-found'],
    ['403', answered(403), 'forbidden'],
    ['400', answered(400), 'internal'],
    ['401', answered(401), 'internal'],
    ['429', answered(429), 'unavailable'],
    ['403 for quota, as Drive says it', answered(403, { reason: 'userRateLimitExceeded' }), 'unavailable'],
    ['500', answered(500), 'unavailable'],
    ['503', answered(503), 'unavailable'],
    ['a reset connection', broken('ECONNRESET'), 'unavailable'],
    ['a time-out', new DOMException('too slow', 'TimeoutError'), 'unavailable'],
    ['a mistake in our code', new TypeError('x is undefined'), 'internal'],
  ];
  for (const [name, error, code] of table) {
    it(`makes ${name} ${code}`, () => assert.equal(toGoogleError(error).code, code));
  }

  it('keeps our own errors', () => {
    const error = new AppError('conflict', 'ours');
    assert.equal(toGoogleError(error), error);
  });

  it("says Google's message and status", () => {
    const error = toGoogleError(answered(400, { message: 'Unable to parse range: Sheet9' }));
    assert.equal(error.message, 'Google: Unable to parse range: Sheet9 (400)');
  });

  it('carries no cell and no token, in the message or in the cause', () => {
    const message = `Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), "0905123456"`;
    const error = toGoogleError(answered(400, { message }));
    const { cause } = error;
    assert.ok(cause instanceof Error);
    const said = `${error.message} ${cause.message} ${JSON.stringify(Object.getOwnPropertyDescriptors(cause))}`;
    assert.match(error.message, /data\.values/);
    assert.doesNotMatch(said, /0905123456|Nguyễn|secret/);
  });
});

describe('what may be tried again', () => {
  const table: readonly [string, unknown, { repeatable: boolean; once: boolean }][] = [
    ['400', answered(400), { repeatable: false, once: false }],
    ['403', answered(403), { repeatable: false, once: false }],
    ['404', answered(404), { repeatable: false, once: false }],
    ['429', answered(429), { repeatable: true, once: true }],
    ['403 for quota', answered(403, { reason: 'rateLimitExceeded' }), { repeatable: true, once: true }],
    ['500', answered(500), { repeatable: true, once: false }],
    ['502', answered(502), { repeatable: true, once: false }],
    ['503, which may come after the write', answered(503), { repeatable: true, once: false }],
    ['504', answered(504), { repeatable: true, once: false }],
    ['501', answered(501), { repeatable: false, once: false }],
    ['a reset connection', broken('ECONNRESET'), { repeatable: true, once: false }],
    ['a broken body', broken('UND_ERR_SOCKET'), { repeatable: true, once: false }],
    ['a mistake in our code', new TypeError('x is undefined'), { repeatable: false, once: false }],
  ];
  for (const [name, error, { repeatable, once }] of table) {
    it(`${name}: ${repeatable ? '' : 'not '}when repeatable, ${once ? '' : 'not '}otherwise`, () => {
      assert.equal(adviseRepeatable(error) !== null, repeatable);
      assert.equal(adviseOnce(error) !== null, once);
    });
  }

  it('reads Retry-After as seconds', () => {
    assert.deepEqual(adviseRepeatable(answered(429, { retryAfter: '30' })), {
      waitAtLeastMs: 30_000,
      passesInTime: true,
    });
  });

  it('reads Retry-After as a date', () => {
    const now = Date.parse('2022-08-25T14:00:00Z');
    const error = answered(503, { retryAfter: 'Thu, 25 Aug 2022 14:00:20 GMT' });
    assert.equal(describeFailure(error, now).retryAfterMs, 20_000);
  });

  it('takes no notice of a Retry-After that says nothing', () => {
    assert.equal(describeFailure(answered(503, { retryAfter: 'soon' })).retryAfterMs, 0);
  });
});
