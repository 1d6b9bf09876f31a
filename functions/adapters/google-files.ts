/** Who a file is shared with, in Google Drive. */
import type { Files } from '../ports.ts';
import type { CallOptions, Google } from './google-client.ts';

const WRITER_ROLES = new Set(['owner', 'organizer', 'fileOrganizer', 'writer']);
const FIELDS = 'nextPageToken,permissions(emailAddress,role,type)';
const PAGE_SIZE = 100;

const REPEATABLE: CallOptions = { repeatable: true };

export function googleFiles(client: Google): Files {
  return {
    async writers(fileId) {
      const { permissions } = await client.drive();
      const writers = new Map<string, 'owner' | 'writer'>();
      let pageToken: string | null | undefined;
      do {
        const params = { fileId, fields: FIELDS, pageSize: PAGE_SIZE, supportsAllDrives: true };
        const page = await client.call(
          (attempt) => permissions.list({ ...params, ...(pageToken ? { pageToken } : {}) }, attempt),
          REPEATABLE,
        );
        for (const { emailAddress, role } of page.permissions ?? []) {
          if (!emailAddress || !WRITER_ROLES.has(role ?? '')) continue;
          writers.set(emailAddress.toLowerCase(), role === 'owner' ? 'owner' : 'writer');
        }
        pageToken = page.nextPageToken;
      } while (pageToken);
      return writers;
    },
    /** An account has one permission a file, so sharing again only raises its role. */
    async share(fileId, emailAddress) {
      const { permissions } = await client.drive();
      const requestBody = { type: 'user', role: 'writer', emailAddress };
      const params = { fileId, requestBody, sendNotificationEmail: false, supportsAllDrives: true, fields: 'id' };
      await client.call((attempt) => permissions.create(params, attempt), REPEATABLE);
    },
  };
}
