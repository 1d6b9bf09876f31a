/** Sharing a file: https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions */
import type { Answer, Call } from '../call.ts';
import { parseFieldMask, project } from '../field-mask.ts';
import { notImplemented } from '../google-error.ts';
import type { DriveFile, Permission } from '../model.ts';
import { sameEmail } from '../permissions.ts';
import { assertCanShare, driveMask, visibleFile } from './drive-calls.ts';
import { DriveError, insufficientPermissions, permissionNotFound } from './drive-error.ts';
import { allPermissions, permissionIdOf, printPermission } from './drive-file.ts';

const DEFAULT_PERMISSION = parseFieldMask('kind,id,type,role');
const DEFAULT_LIST = parseFieldMask('kind,permissions(kind,id,type,role)');

const badRequest = (message: string): DriveError => new DriveError(400, 'badRequest', message);

const print = (call: Call, permission: Permission): Answer =>
  project(printPermission(permission), driveMask(call, DEFAULT_PERMISSION));

function find(file: DriveFile, id: string): Permission {
  const permission = allPermissions(file).find((candidate) => candidate.id === id);
  if (!permission) throw permissionNotFound(id);
  return permission;
}

function roleOf(given: unknown): Permission['role'] {
  if (given === 'owner' || given === 'writer' || given === 'reader') return given;
  if (given === 'commenter' || given === 'organizer' || given === 'fileOrganizer') {
    throw notImplemented(`Drive permission role '${given}'`);
  }
  throw badRequest(`The specified role is invalid or not supported: ${given}`);
}

function asked({ body }: Call): Permission {
  const role = roleOf(body.role);
  const { type, emailAddress } = body;
  if (type === 'anyone') return { id: 'anyoneWithLink', type, role };
  if (type !== 'user') throw notImplemented(`Drive permission type '${type}'`);
  if (typeof emailAddress !== 'string' || !emailAddress.includes('@')) {
    throw badRequest('The emailAddress of the permission is invalid.');
  }
  return { id: permissionIdOf(emailAddress), type, role, emailAddress };
}

/** Puts a permission into a file. An owner takes the file over; the old one stays as a writer. */
function grant(file: DriveFile, permission: Permission, mayTransfer: boolean): void {
  const others = file.permissions.filter(({ id }) => id !== permission.id);
  if (permission.role !== 'owner') {
    if (permission.emailAddress && sameEmail(permission.emailAddress, file.owner)) return;
    file.permissions = [...others, permission];
    return;
  }
  if (!mayTransfer) {
    throw new DriveError(
      403,
      'forbidden',
      "The transferOwnership parameter must be enabled when the permission role is 'owner'.",
    );
  }
  if (!permission.emailAddress) throw badRequest('Only a user can own a file.');
  const former: Permission = {
    id: permissionIdOf(file.owner),
    type: 'user',
    role: 'writer',
    emailAddress: file.owner,
  };
  file.permissions = sameEmail(file.owner, permission.emailAddress) ? others : [...others, former];
  file.owner = permission.emailAddress;
}

const mayTransfer = ({ query }: Call): boolean => query.get('transferOwnership')?.toLowerCase() === 'true';

export async function createPermission(call: Call, fileId: string): Promise<Answer> {
  const { caller } = visibleFile(call, fileId);
  assertCanShare(caller);
  const permission = asked(call);
  if (permission.role === 'owner' && caller.role !== 'owner') throw insufficientPermissions();
  await call.store.change(fileId, ({ file }) => grant(file, permission, mayTransfer(call)));
  return print(call, find(call.store.fileOf(fileId), permission.id));
}

export async function listPermissions(call: Call, fileId: string): Promise<Answer> {
  const { file, caller } = visibleFile(call, fileId);
  assertCanShare(caller);
  const permissions = allPermissions(file).map(printPermission);
  return project({ kind: 'drive#permissionList', permissions }, driveMask(call, DEFAULT_LIST));
}

export async function getPermission(call: Call, fileId: string, id: string): Promise<Answer> {
  const { file, caller } = visibleFile(call, fileId);
  assertCanShare(caller);
  return print(call, find(file, id));
}

export async function updatePermission(call: Call, fileId: string, id: string): Promise<Answer> {
  const { file, caller } = visibleFile(call, fileId);
  assertCanShare(caller);
  const role = roleOf(call.body.role);
  const permission = { ...find(file, id), role };
  if (permission.id === permissionIdOf(file.owner) && role !== 'owner') throw insufficientPermissions();
  if (role === 'owner' && caller.role !== 'owner') throw insufficientPermissions();
  await call.store.change(fileId, (draft) => grant(draft.file, permission, mayTransfer(call)));
  return print(call, find(call.store.fileOf(fileId), id));
}

export async function deletePermission(call: Call, fileId: string, id: string): Promise<Answer> {
  const { file, caller } = visibleFile(call, fileId);
  const permission = find(file, id);
  const isOwn = permission.emailAddress !== undefined && sameEmail(permission.emailAddress, call.identity.email);
  if (!isOwn) assertCanShare(caller);
  if (permission.role === 'owner') throw insufficientPermissions();
  await call.store.change(fileId, (draft) => {
    draft.file.permissions = draft.file.permissions.filter((other) => other.id !== id);
  });
  return undefined;
}
