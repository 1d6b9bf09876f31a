/** «Nộp báo cáo» against every answer that may come: what the person reads, whether the box is ticked, what is kept. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withSubmitAddress } from '../../apps-script/submit-address.ts';
import { workbookTemplate } from '../../functions/domain/template.ts';
import type { ScriptFiles } from '../../local/script/run-script.ts';
import { formRow } from '../support/month-world.ts';
import { VINH_LINH, workbookOf } from '../support/workbooks.ts';
import { builtScript } from './support/built-script.ts';
import { openScript, type ScriptInWorkbook, type ScriptOptions } from './support/script-in-workbook.ts';
import { STAFF } from './support/sheets-model.ts';

const FORM = 14;
const COMPLETE = {
  rosterReviewed: true,
  educationInformed: 1200,
  educationTotal: 1200,
  reporter: 'Lê Thị Mẫu',
  reporterTitle: 'Chuyên viên',
};
const WORKBOOK = { ...workbookOf({ form: COMPLETE }), title: workbookTemplate(VINH_LINH, []).title };
const SUBMIT_ROW = formRow(WORKBOOK, 'GỬI BÁO CÁO');
const TICKED = 'Đã đánh dấu GỬI BÁO CÁO. Hệ thống nhận trong khoảng 10 phút và ghi mã biên nhận vào biểu.';
const RECEIPT = {
  unit: '2022:464',
  period: '2022-08',
  requestId: 'r1',
  receipt: '464-0822-ABC123-X',
  status: 'submitted',
  receivedAt: '2022-08-25T09:00:00.000+07:00',
  counts: {
    teams: { read: 3, accepted: 2, rejected: 1 },
    members: { read: 10, accepted: 10, rejected: 0 },
    activities: { read: 1, accepted: 1, rejected: 0 },
  },
};
const errorOf = (code: string, message: string, problems?: readonly string[]) => ({
  error: { code, message, problems },
});

interface Asked {
  readonly authorization: string | undefined;
  readonly body: { readonly unit: string; readonly period: string; readonly requestId: string };
}

describe('«Nộp báo cáo»', () => {
  let server: Server;
  let root: string;
  let files: ScriptFiles;
  let asked: Asked[];
  /** What the function answers; null cuts the connection. */
  let answer: { readonly status: number; readonly body: unknown } | null;
  let meanwhile: () => Promise<void>;

  before(async () => {
    server = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      asked.push({ authorization: request.headers.authorization, body: JSON.parse(text) });
      await meanwhile();
      if (answer === null) return void request.socket.destroy();
      response
        .writeHead(answer.status)
        .end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    files = withSubmitAddress((await builtScript()).files, `${root}submit-report`);
  });
  after(() => server.close());
  beforeEach(() => {
    asked = [];
    answer = { status: 200, body: RECEIPT };
    meanwhile = async () => {};
  });

  const openWith = (options: ScriptOptions = {}, workbook = WORKBOOK): Promise<ScriptInWorkbook> =>
    openScript(workbook, { files, services: { functionsRoot: root, tokenFor: () => 'the.token.x' }, ...options });
  const send = async (script: ScriptInWorkbook): Promise<string> =>
    String((await script.call('sendReport', '2022-08')).result);
  const isTicked = (script: ScriptInWorkbook): boolean => script.text(FORM, SUBMIT_ROW, 1) === 'true';

  it('asks with the person’s token, for this unit and month, and shows the receipt with its time and counts', async () => {
    const script = await openWith();
    assert.equal(
      await send(script),
      'Đã nhận báo cáo tháng 08-2022.\nMã biên nhận 464-0822-ABC123-X, lúc 09:00 25/08/2022.\nĐã tính 2 tổ, 10 thành viên, 1 hoạt động.',
    );
    const [{ authorization, body } = { authorization: '', body: null }] = asked;
    assert.equal(authorization, 'Bearer the.token.x');
    assert.deepEqual({ ...body, requestId: '' }, { unit: '2022:464', period: '2022-08', requestId: '' });
    assert.match(body?.requestId ?? '', /^[\w.-]{1,64}$/);
    assert.deepEqual(script.calls, { values: 0, others: 0 }, 'the form is the function’s to write');
  });

  const answers: readonly [name: string, given: typeof answer, said: string, ticked: boolean][] = [
    [
      '422: what is left, line by line',
      {
        status: 422,
        body: errorOf('blocked', 'Báo cáo chưa gửi được.', ['Cần sửa trước khi gửi:', '– Trang «Tổ»: 1 lỗi (dòng 3)']),
      },
      'Báo cáo chưa gửi được: vẫn còn điều cần sửa.\nCần sửa trước khi gửi:\n– Trang «Tổ»: 1 lỗi (dòng 3)',
      false,
    ],
    [
      '409: why not now',
      { status: 409, body: errorOf('conflict', 'Kỳ 2022-08 đã khóa.') },
      'Kỳ 2022-08 đã khóa.',
      false,
    ],
    [
      '401',
      { status: 401, body: errorOf('unauthenticated', 'A valid Google ID token of a staff member is needed.') },
      `Hệ thống chưa xác nhận được tài khoản ${STAFF}. ${TICKED}`,
      true,
    ],
    [
      '403',
      { status: 403, body: errorOf('forbidden', 'The caller may not send reports of 2022:464.') },
      `Tài khoản ${STAFF} chưa có trong danh sách gửi báo cáo của đơn vị ở Sở. ${TICKED}`,
      true,
    ],
    ['no answer', null, `Chưa liên lạc được với hệ thống. ${TICKED}`, true],
    ['404', { status: 404, body: '' }, `Chưa liên lạc được với hệ thống. ${TICKED}`, true],
    ['500', { status: 500, body: 'Error' }, `Chưa liên lạc được với hệ thống. ${TICKED}`, true],
    ['503', { status: 503, body: errorOf('unavailable', 'later') }, `Chưa liên lạc được với hệ thống. ${TICKED}`, true],
    [
      'a page of somebody in between',
      { status: 200, body: '<html>' },
      `Chưa liên lạc được với hệ thống. ${TICKED}`,
      true,
    ],
    [
      'a 422 that is not ours',
      { status: 422, body: { message: 'no' } },
      `Chưa liên lạc được với hệ thống. ${TICKED}`,
      true,
    ],
  ];
  for (const [name, given, said, ticked] of answers) {
    it(`${name}${ticked ? ': the box is ticked, and why' : ''}`, async () => {
      answer = given;
      const script = await openWith();
      assert.equal(await send(script), said);
      assert.equal(isTicked(script), ticked);
      assert.equal(asked.length, 1);
    });
  }

  it('without an address: the box is ticked, nobody is asked, and the script wants no scope for it', async () => {
    const script = await openWith({ files: (await builtScript()).files });
    assert.equal(await send(script), `Bảng tính này chưa gửi thẳng được. ${TICKED}`);
    assert.deepEqual([isTicked(script), asked.length], [true, 0]);
  });

  const refusals: readonly [scope: string, reason: string, asked: number][] = [
    ['openid', 'Tài khoản này chưa cho phép gửi thẳng.', 0],
    ['https://www.googleapis.com/auth/script.external_request', 'Chưa liên lạc được với hệ thống.', 0],
    ['https://www.googleapis.com/auth/userinfo.email', 'Hệ thống chưa xác nhận được tài khoản này.', 1],
  ];
  for (const [refused, reason, count] of refusals) {
    it(`without the person’s consent to ${refused}: the box is ticked, and why`, async () => {
      const manifest = JSON.parse(files.get('appsscript.json') ?? '');
      const oauthScopes = manifest.oauthScopes.filter((scope: string) => scope !== refused);
      const unwilling = new Map([...files, ['appsscript.json', JSON.stringify({ ...manifest, oauthScopes })]]);
      answer = { status: 401, body: errorOf('unauthenticated', 'A valid Google ID token is needed.') };
      const script = await openWith({ files: unwilling });
      assert.equal(await send(script), `${reason} ${TICKED}`);
      assert.deepEqual([isTicked(script), asked.length], [true, count]);
    });
  }

  it('where the tick is closed to the person, both are said', async () => {
    answer = null;
    const script = await openWith({ protections: [{ sheetId: FORM, editors: { users: ['owner@so.local'] } }] });
    assert.match(await send(script), /^Chưa liên lạc được với hệ thống\. Ô này được bảo vệ/);
    assert.equal(isTicked(script), false);
  });

  it('a lost answer keeps the request: the next press is the same one, and the press after the receipt is another', async () => {
    answer = null;
    const script = await openWith();
    await send(script);
    answer = { status: 503, body: errorOf('unavailable', 'later') };
    await send(script);
    answer = { status: 200, body: RECEIPT };
    await send(script);
    await send(script);
    const [first, second, third, fourth] = asked.map(({ body }) => body.requestId);
    assert.deepEqual([second, third], [first, first]);
    assert.notEqual(fourth, first);
  });

  for (const status of [401, 409, 422]) {
    it(`an answer ends the request: after a ${status} the next press is another one`, async () => {
      answer = { status, body: errorOf('x', 'x', ['x']) };
      const script = await openWith();
      await send(script);
      await send(script);
      assert.equal(new Set(asked.map(({ body }) => body.requestId)).size, 2);
    });
  }

  it('a second press, or a second person, while the first is on its way: asked to wait, and nothing is sent twice', async () => {
    const script = await openWith();
    let second = '';
    meanwhile = async () => {
      meanwhile = async () => {};
      second = await send(script);
    };
    assert.match(await send(script), /^Đã nhận báo cáo/);
    assert.equal(second, 'Đang có người gửi báo cáo của bảng tính này. Vui lòng thử lại sau ít phút.');
    assert.equal(asked.length, 1);
    assert.match(await send(script), /^Đã nhận báo cáo/);
  });

  it('what the sheet itself can see is not asked for: a month with errors, a month that is not there', async () => {
    const unfinished = await openWith({}, { ...workbookOf(), title: WORKBOOK.title });
    assert.match(await send(unfinished), /^Báo cáo chưa gửi được/);
    const script = await openWith();
    assert.match(String((await script.call('sendReport', '2031-01')).result), /^Không tìm thấy/);
    assert.match(String((await script.call('sendReport', { period: '2022-08' })).result), /^Không tìm thấy/);
    assert.deepEqual(asked, []);
  });

  it('simple triggers work without a grant, and ask nobody', async () => {
    const script = await openWith({ activeSheetId: 11 });
    assert.equal((await script.call('onOpen')).menus.length, 1);
    await script.edit(11);
    assert.equal(script.text(11, 1, 0), '✓');
    assert.deepEqual(asked, []);
  });
});

describe('the address of submit-report in the script', () => {
  it('asks for three scopes more, and may be fetched alone', async () => {
    const files = withSubmitAddress((await builtScript()).files, 'https://submit-report-abc.a.run.app');
    assert.equal(files.get('address.js'), 'var SUBMIT_ADDRESS = "https://submit-report-abc.a.run.app/";\n');
    const { oauthScopes, urlFetchWhitelist, runtimeVersion } = JSON.parse(files.get('appsscript.json') ?? '{}');
    assert.deepEqual(oauthScopes, [
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
      'openid',
      'https://www.googleapis.com/auth/userinfo.email',
      'https://www.googleapis.com/auth/script.external_request',
    ]);
    assert.deepEqual([urlFetchWhitelist, runtimeVersion], [['https://submit-report-abc.a.run.app/'], 'V8']);
  });

  for (const address of ['http://submit-report.example/', 'http://127.0.0.1.example/', 'nowhere', '']) {
    it(`is not «${address}»`, async () => {
      const { files } = await builtScript();
      assert.throws(() => withSubmitAddress(files, address));
    });
  }
});
