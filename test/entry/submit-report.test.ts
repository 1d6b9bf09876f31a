/** Who may call `submit-report`: tokens signed on this machine, checked by the code that checks Google's. */
import assert from 'node:assert/strict';
import type { Request, Response } from '@google-cloud/functions-framework';
import { googleIdentities } from '../../functions/adapters/google-identities.ts';
import { readConfig } from '../../functions/config.ts';
import type { EndpointContext } from '../../functions/entry/endpoint.ts';
import { submitReportEndpoint } from '../../functions/entry/submit-report.ts';
import { makeHandlers } from '../../functions/index.ts';
import { isScriptToken, openIdTokens, SCRIPT_CLIENT_ID } from '../../local/system/id-tokens.ts';
import { SETTINGS_PATH } from '../../schemas/document-paths.ts';
import { AUGUST, at, NEVER, openWorld, portsOf, UNIT } from '../support/month-world.ts';

const tokens = openIdTokens();
const forged = openIdTokens();
const tokenOf = (email: string) => `Bearer ${tokens.tokenFor({ sub: email, email })}`;
const BODY = { unit: UNIT, period: AUGUST, requestId: 'r1' };

interface Answer {
  status: number;
  body: { readonly receipt?: string; readonly error?: { readonly code: string; readonly message: string } };
}

async function call(authorization: string | undefined, body: object = BODY, audiences = [SCRIPT_CLIENT_ID]) {
  const world = await openWorld();
  const settings = (await world.store.get([SETTINGS_PATH])).get(SETTINGS_PATH) ?? {};
  const staff = { [UNIT]: ['can-bo@huyen.vn'], '2022:468': ['nguoi-khac@huyen.vn'] };
  await world.store.write(new Map([[SETTINGS_PATH, { ...settings, staff }]]));
  const logged: string[] = [];
  const context: EndpointContext = {
    clock: () => at('2022-08-25T09:00:00'),
    log: (...line) => void logged.push(JSON.stringify(line)),
    isOperator: ({ headers }) => !isScriptToken(headers.authorization),
    callerOf: () => null,
  };
  const identities = googleIdentities(audiences, async () => tokens.certificates());
  const handler = submitReportEndpoint(context, identities, portsOf(world, NEVER).ports);
  const answer: Answer = { status: 0, body: {} };
  const response = {
    status(code: number) {
      answer.status = code;
      return this;
    },
    json(given: Answer['body']) {
      answer.body = given;
    },
  } as unknown as Response;
  await handler({ method: 'POST', headers: { authorization }, body } as unknown as Request, response);
  return { ...answer, logged };
}

describe('who may call submit-report', () => {
  it('listed staff of the unit, whatever the letters of the address: 200', async () => {
    const { status, body } = await call(tokenOf('Can-Bo@Huyen.vn'));
    assert.equal(status, 200, JSON.stringify(body));
    assert.match(body.receipt ?? '', /^464-0822-/);
  });

  const refused: readonly [name: string, authorization: string, status: number, code: string][] = [
    ['staff of another unit', tokenOf('nguoi-khac@huyen.vn'), 403, 'forbidden'],
    ['somebody who is on no list', tokenOf('ai-do@gmail.com'), 403, 'forbidden'],
    ['a token without an address', `Bearer ${tokens.tokenFor({ sub: 'can-bo@huyen.vn' })}`, 401, 'unauthenticated'],
    [
      'a token of another key',
      `Bearer ${forged.tokenFor({ sub: 'x', email: 'can-bo@huyen.vn' })}`,
      401,
      'unauthenticated',
    ],
    ['a token whose signature was taken off', tokenOf('can-bo@huyen.vn').replace(/[^.]+$/, ''), 401, 'unauthenticated'],
  ];
  for (const [name, authorization, status, code] of refused) {
    it(`not ${name}: ${status}, and no address in answer or log`, async () => {
      const { status: given, body, logged } = await call(authorization);
      assert.deepEqual([given, body.error?.code], [status, code]);
      assert.doesNotMatch(JSON.stringify([body, logged]), /@/);
    });
  }

  it('nobody by token where no audience is set: 401', async () => {
    assert.equal((await call(tokenOf('can-bo@huyen.vn'), BODY, [])).status, 401);
  });

  it('no staff may say when it is: 403', async () => {
    const asOf = '2022-08-20T09:00:00+07:00';
    assert.equal((await call(tokenOf('can-bo@huyen.vn'), { ...BODY, asOf })).status, 403);
  });

  for (const field of [{ rows: [] }, { receipt: 'x' }, { who: 'giam-doc@so.vn' }]) {
    it(`takes nothing that the sheet says itself: ${Object.keys(field)}`, async () => {
      assert.equal((await call(tokenOf('can-bo@huyen.vn'), { ...BODY, ...field })).status, 400);
    });
  }
});

describe('submit-report as it is deployed, open to the public', () => {
  const OPERATOR = 'van-hanh@so.vn';
  const unsigned = (claims: object) => `Bearer e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
  const config = readConfig({ OPERATORS: OPERATOR, AUDIENCES: SCRIPT_CLIENT_ID });
  const handlers = makeHandlers(config, {
    openFirestore: async () => {
      throw new Error('nobody may come so far');
    },
    certificates: async () => tokens.certificates(),
    log: () => {},
  });

  async function answerTo(name: string, authorization: string, body: object): Promise<number> {
    let given = 0;
    const response = {
      status(code: number) {
        given = code;
        return this;
      },
      json() {},
    } as unknown as Response;
    await handlers[name]?.({ method: 'POST', headers: { authorization }, body } as unknown as Request, response);
    return given;
  }
  const asOf = '2022-08-20T09:00:00+07:00';
  const claims = { email: OPERATOR, email_verified: true, aud: SCRIPT_CLIENT_ID };

  it('an operator’s address in a token that nobody signed opens nothing: 401, and 403 with asOf', async () => {
    assert.equal(await answerTo('submit-report', unsigned(claims), BODY), 401);
    assert.equal(await answerTo('submit-report', unsigned(claims), { ...BODY, asOf }), 403);
  });

  it('behind Cloud Run’s own check the same token is an operator’s: the call goes as far as the store', async () => {
    assert.equal(await answerTo('check-unit', unsigned(claims), { unit: UNIT, asOf }), 500);
  });
});

describe('ID tokens of the local system', () => {
  const cases: readonly [authorization: string | undefined, isToken: boolean][] = [
    [tokenOf('can-bo@huyen.vn'), true],
    [tokenOf('can-bo@huyen.vn').replace(/[^.]+$/, 'forged'), true],
    [`Bearer e30.${Buffer.from('{"aud":"other","email":"a@so.vn"}').toString('base64url')}.x`, false],
    [`Bearer e30.${Buffer.from('null').toString('base64url')}.x`, false],
    ['Bearer a.b.c', false],
    ['Bearer owner', false],
    ['Bearer can-bo@huyen.local', false],
    [undefined, false],
  ];
  for (const [authorization, isToken] of cases) {
    it(`${authorization?.slice(0, 30)} → ${isToken ? 'a person' : 'the operator'}`, () => {
      assert.equal(isScriptToken(authorization), isToken);
    });
  }
});
