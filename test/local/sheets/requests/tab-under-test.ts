/** A spreadsheet whose first tab is filled as if typed, one request, and what came of it. */
import type { Json, JsonObject } from '../../../../local/sheets/json.ts';
import { type SheetsUnderTest, startSheets } from '../sheets-under-test.ts';

export interface TabUnderTest {
  readonly server: SheetsUnderTest;
  /** A fresh spreadsheet with these cells. */
  fill(cells: Json[][]): Promise<string>;
  /** Reply of the one request, or the error that it was refused with. */
  apply(id: string, request: JsonObject, token?: string): Promise<Json>;
  /** Formulas as texts, everything else unformatted. */
  values(id: string, range?: string): Promise<Json | undefined>;
  close(): Promise<void>;
}

export async function startTab(): Promise<TabUnderTest> {
  const server = await startSheets();
  return {
    server,
    async fill(cells) {
      const id = await server.create();
      await server.send('PUT', `/v4/spreadsheets/${id}/values/A1?valueInputOption=USER_ENTERED`, { values: cells });
      return id;
    },
    async apply(id, request, token) {
      const { body } = await server.send('POST', `/v4/spreadsheets/${id}:batchUpdate`, { requests: [request] }, token);
      return (body.replies as Json[] | undefined)?.[0] ?? (body.error as JsonObject).message ?? null;
    },
    async values(id, range = 'Sheet1') {
      const { body } = await server.send('GET', `/v4/spreadsheets/${id}/values/${range}?valueRenderOption=FORMULA`);
      return body.values;
    },
    close: () => server.close(),
  };
}
