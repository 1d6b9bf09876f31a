/** `GET /_local/changes`: what an open page hears of a workbook, whoever changes it. */
import assert from 'node:assert/strict';
import { openTestSystem, type TestSystem } from '../support/local-system.ts';

describe('the changes of a workbook', function () {
  this.timeout(180_000);
  let local: TestSystem;

  before(async () => {
    local = await openTestSystem(['--sample', 'none']);
  });
  after(() => local?.close());

  async function newWorkbook(): Promise<string> {
    const { data } = await local.person.spreadsheets.create({ requestBody: { properties: { title: 'Thử' } } });
    return data.spreadsheetId ?? '';
  }

  const write = (spreadsheetId: string, text: string) =>
    local.person.spreadsheets.values.update({
      spreadsheetId,
      range: 'A1',
      valueInputOption: 'RAW',
      requestBody: { values: [[text]] },
    });

  const listen = (id: string, signal: AbortSignal) =>
    fetch(`${local.system.address}_local/changes?workbook=${id}`, { signal });

  /** Versions as they are told, until `count` of them were. */
  async function versions(response: Response, count: number): Promise<number[]> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const told = [...text.matchAll(/event: version\ndata: (\d+)\n\n/g)].map((match) => Number(match[1]));
      if (told.length >= count) return told;
    }
    return [];
  }

  it('are told at once, and after each write of that workbook alone', async () => {
    const [mine, other] = [await newWorkbook(), await newWorkbook()];
    const listening = new AbortController();
    const response = await listen(mine, listening.signal);
    assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    await write(other, 'không liên quan');
    await write(mine, 'một');
    await write(mine, 'hai');
    const [first = 0, ...later] = await versions(response, 3);
    assert.deepEqual(later, [first + 1, first + 2]);
    listening.abort();
  });

  it('of a workbook that does not exist are 404', async () => {
    const response = await listen('khong-co', AbortSignal.timeout(10_000));
    assert.equal(response.status, 404);
    assert.deepEqual(await response.json(), { error: { code: 'not-found', message: 'There is no such workbook.' } });
  });

  it('do not keep the system from closing', async () => {
    const own = await openTestSystem(['--sample', 'none']);
    const { data } = await own.person.spreadsheets.create({ requestBody: {} });
    const response = await fetch(`${own.system.address}_local/changes?workbook=${data.spreadsheetId}`);
    await own.close();
    assert.match(await response.text(), /^event: version\ndata: \d+\n\n$/);
  });
});
