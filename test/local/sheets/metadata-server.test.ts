import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drive } from 'googleapis/build/src/apis/drive/index.js';
import { auth, sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { metadataEnvironment } from '../../../local/sheets/metadata-server.ts';
import { SERVICE_ACCOUNT, type ServedSheets, serveSheets } from '../../../local/sheets/serve.ts';

// biome-ignore lint/style/noProcessEnv: Google's libraries look for their credentials here and nowhere else
const environment = process.env;

describe('application default credentials', function () {
  this.timeout(180_000);
  let served: ServedSheets;
  let directory: string;
  const environmentBefore = { ...environment };
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sheets-metadata-'));
    served = await serveSheets({ directory });
    Object.assign(environment, metadataEnvironment(Number(new URL(served.root).port)));
  });
  after(async () => {
    for (const name of Object.keys(metadataEnvironment(0))) {
      if (environmentBefore[name] === undefined) delete environment[name];
      else environment[name] = environmentBefore[name];
    }
    await served.close();
    await rm(directory, { recursive: true });
  });

  it('work as in a deployed function: the service account signs in, owns what it makes, and is told the project', async () => {
    const credentials = new auth.GoogleAuth({ scopes: ['https://www.googleapis.com/auth/spreadsheets'] });
    const { spreadsheets } = sheets({ version: 'v4', rootUrl: served.root, auth: credentials });
    const { data } = await spreadsheets.create({ requestBody: { properties: { title: 'T' } } });
    const fileId = data.spreadsheetId ?? '';
    const { files } = drive({ version: 'v3', rootUrl: served.root, auth: credentials });
    const file = await files.get({ fileId, fields: 'owners(emailAddress,me)' });
    assert.deepEqual(file.data.owners, [{ emailAddress: SERVICE_ACCOUNT, me: true }]);
    assert.equal(await credentials.getProjectId(), 'local');
  });

  it('do not let a person without them in', async () => {
    const credentials = new auth.GoogleAuth({ scopes: ['https://www.googleapis.com/auth/spreadsheets'] });
    const { spreadsheets } = sheets({ version: 'v4', rootUrl: served.root, auth: credentials });
    const { data } = await spreadsheets.create({ requestBody: {} });
    assert.equal((await fetch(`${served.root}/v4/spreadsheets/${data.spreadsheetId}`)).status, 403);
  });

  it('need the header that tells Google’s libraries who answers', async () => {
    const token = await fetch(`${served.root}/computeMetadata/v1/instance/service-accounts/default/token?scopes=x`);
    assert.equal(token.headers.get('metadata-flavor'), 'Google');
    assert.deepEqual(await token.json(), { access_token: SERVICE_ACCOUNT, expires_in: 3599, token_type: 'Bearer' });
  });
});
