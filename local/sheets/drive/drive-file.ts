/** Files and permissions as Drive prints them. */
import { createHash } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import type { DriveFile, Permission } from '../model.ts';
import { callerOf, type Identity, mayWrite, sameEmail } from '../permissions.ts';

export const SPREADSHEET_TYPE = 'application/vnd.google-apps.spreadsheet';

const ID_DIGITS = 20;

/** Drive's permission ids are numbers that belong to an account; ours are made of its address. */
export function permissionIdOf(email: string): string {
  const hash = createHash('sha256').update(email.toLowerCase()).digest('hex');
  return BigInt(`0x${hash}`).toString().slice(0, ID_DIGITS);
}

const ownerPermission = ({ owner }: DriveFile): Permission => ({
  id: permissionIdOf(owner),
  type: 'user',
  role: 'owner',
  emailAddress: owner,
});

export const allPermissions = (file: DriveFile): Permission[] => [ownerPermission(file), ...file.permissions];

export const printPermission = (permission: Permission): JsonObject => ({
  kind: 'drive#permission',
  ...permission,
  ...(permission.emailAddress && { displayName: permission.emailAddress }),
});

export function printFile(file: DriveFile, identity: Identity): JsonObject {
  const caller = callerOf(file, identity);
  const isMine = sameEmail(file.owner, identity.email);
  const canEdit = caller !== null && mayWrite(caller);
  const owner = {
    kind: 'drive#user',
    displayName: file.owner,
    me: isMine,
    permissionId: permissionIdOf(file.owner),
    emailAddress: file.owner,
  };
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: SPREADSHEET_TYPE,
    trashed: file.trashed,
    version: `${file.version}`,
    createdTime: file.createdTime,
    modifiedTime: file.modifiedTime,
    owners: [owner],
    ownedByMe: isMine,
    shared: file.permissions.length > 0,
    capabilities: { canEdit, canShare: canEdit, canCopy: true, canDelete: caller?.role === 'owner' },
    webViewLink: `https://docs.google.com/spreadsheets/d/${file.id}/edit`,
    ...(canEdit && { permissions: allPermissions(file).map(printPermission) }),
  };
}
