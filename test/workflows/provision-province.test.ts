/** Over HTTP, with the real Google client against the local server; the tabs themselves: test/end-to-end/province.test.ts. */
import assert from 'node:assert/strict';
import { googleFiles } from '../../functions/adapters/google-files.ts';
import { googleSheets } from '../../functions/adapters/google-sheets.ts';
import { googleTemplates } from '../../functions/adapters/google-template.ts';
import { memoryStore } from '../../functions/adapters/memory-store.ts';
import { settingsFrom } from '../../functions/domain/settings.ts';
import type { Store } from '../../functions/ports.ts';
import { loadSettings } from '../../functions/workflows/load-settings.ts';
import { provisionProvince } from '../../functions/workflows/provision-province.ts';
import type { Instant, Period } from '../../schemas/calendar.ts';
import { SETTINGS_PATH } from '../../schemas/document-paths.ts';
import type { SettingsDocument } from '../../schemas/documents.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import { type LocalGoogle, noCalls, OWNER, SERVICE_ACCOUNT, STAFF, startLocalGoogle } from '../support/local-google.ts';

const people = { owner: OWNER, serviceAccount: SERVICE_ACCOUNT, staff: [STAFF] };
const silent = () => {};

describe('provisionProvince', () => {
  let google: LocalGoogle;
  let store: Store;
  before(async () => {
    google = await startLocalGoogle();
  });
  after(() => google.close());
  beforeEach(() => {
    store = memoryStore();
  });

  function provision(workbookId?: string) {
    const client = google.as(OWNER);
    const ports = {
      templates: googleTemplates({ client, calls: noCalls() }),
      files: googleFiles(client),
      store,
      log: silent,
    };
    return provisionProvince({ people, calendar: DEFAULT_CALENDAR, ...(workbookId ? { workbookId } : {}) }, ports);
  }
  const stored = async () => (await store.get([SETTINGS_PATH])).get(SETTINGS_PATH) as SettingsDocument;
  function load() {
    const parts = { client: google.as(SERVICE_ACCOUNT), calls: noCalls(), log: silent };
    const now = '2022-08-25T21:00:00+07:00' as Instant;
    return loadSettings({ ...parts, sheets: googleSheets(parts), store }, { now });
  }

  it('notes the workbook, with the calendar as version 1', async () => {
    const { workbookId } = await provision();
    assert.deepEqual(await stored(), { ...settingsFrom(DEFAULT_CALENDAR), workbookId });
  });

  it('a new tab begins with what was stored before, and is read back as the same version', async () => {
    const before: SettingsDocument = {
      ...settingsFrom(DEFAULT_CALENDAR),
      version: 4,
      graceWorkingDays: 2,
      departmentMail: ['so@example.vn'],
      mailTo: { '2022:464': ['a@example.vn'] },
      staff: { '2022:464': ['b@example.vn'] },
      tasks: { ['2022-08' as Period]: ['Cài đặt VNeID', 'Ngày Chuyển đổi số 10/10'] },
    };
    await store.write(new Map([[SETTINGS_PATH, before]]));
    const { workbookId } = await provision();
    const { settings, source } = await load();
    assert.deepEqual([settings, source], [{ ...before, workbookId }, 'tab']);
  });

  it('repairs the workbook that was noted, or the one that is named', async () => {
    const first = await provision();
    assert.deepEqual(await provision(), { ...first, created: false });
    const store1 = store;
    store = memoryStore();
    const second = await provision();
    assert.notEqual(second.workbookId, first.workbookId);
    store = store1;
    assert.deepEqual(await provision(second.workbookId), { ...second, created: false });
    assert.equal((await stored()).workbookId, second.workbookId);
  });
});
