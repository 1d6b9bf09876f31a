/** Which workbooks changed, by one listing of Google Drive. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { type Instant, toInstant } from '../../schemas/calendar.ts';
import { AppError } from '../errors.ts';
import type { Changes } from '../ports.ts';
import type { CallOptions, Google } from './google-client.ts';

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
/** Drive's own limit. */
const LARGEST_PAGE = 1_000;
const FIELDS = 'nextPageToken,incompleteSearch,files(id,modifiedTime)';
/** Shared drives too: there the files belong to nobody. */
const ALL_DRIVES = { supportsAllDrives: true, includeItemsFromAllDrives: true } as const;

const REPEATABLE: CallOptions = { repeatable: true };

const toMoment = (text: string): Instant => toInstant(Date.parse(text));

/** Drive compares in UTC when no zone is named. https://developers.google.com/workspace/drive/api/guides/ref-search-terms */
function queryOf(moment: Instant): string {
  const utc = new Date(Date.parse(moment)).toISOString();
  return `mimeType = '${SPREADSHEET}' and trashed = false and modifiedTime >= '${utc}'`;
}

export function googleChanges(client: Google, pageSize: number = LARGEST_PAGE): Changes {
  return {
    async since(moment) {
      // The oldest first: a file that changes during the listing moves to its end, never to a page that was read already.
      const params = { q: queryOf(moment), orderBy: 'modifiedTime', pageSize, fields: FIELDS, ...ALL_DRIVES };
      const changed = new Map<string, Instant>();
      let pageToken: string | undefined;
      do {
        const page = await listPage(client, { ...params, ...(pageToken ? { pageToken } : {}) });
        for (const { id, modifiedTime } of page.files ?? [])
          if (id && modifiedTime) changed.set(id, toMoment(modifiedTime));
        pageToken = page.nextPageToken ?? undefined;
      } while (pageToken);
      return changed;
    },
    async of(fileId) {
      const { files } = await client.drive();
      const params = { fileId, fields: 'modifiedTime', supportsAllDrives: true };
      const { modifiedTime } = await client.call((attempt) => files.get(params, attempt), REPEATABLE);
      if (!modifiedTime) throw new AppError('internal', 'Google named no moment of change');
      return toMoment(modifiedTime);
    },
  };
}

/** A search that left drives out might have left out a workbook that changed, so it counts as none. */
async function listPage(
  client: Google,
  params: drive_v3.Params$Resource$Files$List,
): Promise<drive_v3.Schema$FileList> {
  const { files } = await client.drive();
  const page = await client.call((attempt) => files.list(params, attempt), REPEATABLE);
  if (page.incompleteSearch) throw new AppError('unavailable', 'Google did not search all drives');
  return page;
}
