/** The whole local system for end-to-end tests: one unit, everything through HTTP, the real googleapis client. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auth, sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type LocalSystem, openSystem } from '../../local/system/open-system.ts';
import { type LocalOptions, readOptions } from '../../local/system/options.ts';

export interface TestSystem {
  readonly system: LocalSystem;
  readonly data: string;
  readonly workbooks: Readonly<Record<string, string>>;
  /** A person of the district; protection holds. */
  readonly person: sheets_v4.Sheets;
  readonly owner: sheets_v4.Sheets;
  call(name: string, body?: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
  close(): Promise<void>;
}

export function optionsOf(flags: readonly string[]): LocalOptions {
  const reading = readOptions(['--port', '0', '--quotas', 'off', ...flags]);
  if (!('options' in reading)) throw new Error(JSON.stringify(reading));
  return reading.options;
}

function clientFor(rootUrl: string, token: string | null): sheets_v4.Sheets {
  if (token === null) return sheets({ version: 'v4', rootUrl });
  const identity = new auth.OAuth2();
  identity.setCredentials({ access_token: token });
  return sheets({ version: 'v4', rootUrl, auth: identity });
}

/** Opens the system on a fresh folder, or on one that another system left. */
export async function openTestSystem(flags: readonly string[], folder?: string): Promise<TestSystem> {
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'to-cong-nghe-so-')));
  const system = await openSystem(optionsOf(['--data', data, ...flags]), () => {});
  const local = (await (await fetch(`${system.address}local.json`)).json()) as { workbooks: Record<string, string> };
  return {
    system,
    data,
    workbooks: local.workbooks,
    person: clientFor(system.address, null),
    owner: clientFor(system.address, 'owner'),
    async call(name, body = {}) {
      const response = await fetch(`${system.address}functions/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    },
    async close() {
      await system.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

const CELL =
  'userEnteredValue,effectiveValue,formattedValue,userEnteredFormat,note,dataValidation,hyperlink,textFormatRuns';

/** The cells of a tab as rows of cell data, with everything that a person could see or have set, each said once. */
export async function readTab(client: sheets_v4.Sheets, spreadsheetId: string, title: string) {
  const fields = `sheets(data(rowData(values(${CELL}))))`;
  const { data } = await client.spreadsheets.get({ spreadsheetId, ranges: [`'${title}'`], fields });
  return data.sheets?.[0]?.data?.[0]?.rowData ?? [];
}
