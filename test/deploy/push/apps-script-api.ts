/** As much of Google's Apps Script API as clasp asks for a push, on this machine. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface ScriptFile {
  readonly name: string;
  readonly type: 'SERVER_JS' | 'HTML' | 'JSON';
  readonly source: string;
}

export interface AppsScriptApi {
  readonly address: string;
  /** The files of each script, by its id. */
  readonly scripts: Map<string, readonly ScriptFile[]>;
  /** Title and workbook of each script that was made. */
  readonly made: { readonly title: string; readonly parentId: string }[];
  close(): Promise<void>;
}

/** What Google puts into a new script. */
const NEW_SCRIPT: readonly ScriptFile[] = [
  { name: 'appsscript', type: 'JSON', source: '{}' },
  { name: 'Code', type: 'SERVER_JS', source: 'function myFunction() {}' },
];

export const NEW_SCRIPT_ID = '1made-made-made-made-made-made-made';

export async function startAppsScriptApi(): Promise<AppsScriptApi> {
  const scripts: AppsScriptApi['scripts'] = new Map();
  const made: { title: string; parentId: string }[] = [];
  const server = createServer(async (request, response) => {
    const answer = answerTo(request, JSON.parse((await text(request)) || '{}'));
    response.statusCode = answer === null ? 404 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer ?? { error: { code: 404, message: 'Requested entity was not found.' } }));
  });

  function answerTo({ method, url = '' }: IncomingMessage, body: unknown): object | null {
    if (method === 'POST' && url === '/v1/projects') {
      made.push(body as { title: string; parentId: string });
      scripts.set(NEW_SCRIPT_ID, NEW_SCRIPT);
      return { scriptId: NEW_SCRIPT_ID, ...(body as object) };
    }
    const scriptId = /^\/v1\/projects\/([\w-]+)\/content$/.exec(url)?.[1] ?? '';
    if (!scripts.has(scriptId)) return null;
    if (method === 'PUT') scripts.set(scriptId, (body as { files: readonly ScriptFile[] }).files);
    return { scriptId, files: scripts.get(scriptId) };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    scripts,
    made,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
