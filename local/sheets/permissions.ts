/** Who may read and write a workbook. */
import type { DriveFile, Permission } from './model.ts';

export interface Identity {
  readonly email: string;
  /** May do everything with every file. */
  readonly owner?: boolean;
}

/** An identity as one file sees it. */
export interface Caller {
  readonly email: string;
  readonly role: Permission['role'];
  /** The account that owns the file. */
  readonly fileOwner: string;
}

export const sameEmail = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const RANK: Readonly<Record<Permission['role'], number>> = { reader: 1, writer: 2, owner: 3 };

/** The caller with the strongest role that the file grants, or null when it is not shared with the identity. */
export function callerOf(file: DriveFile, identity: Identity): Caller | null {
  const { email } = identity;
  const fileOwner = file.owner;
  if (identity.owner || sameEmail(fileOwner, email)) return { email, role: 'owner', fileOwner };
  let strongest: Permission['role'] | null = null;
  for (const permission of file.permissions) {
    const isMine =
      permission.type === 'anyone' ||
      (permission.emailAddress !== undefined && sameEmail(permission.emailAddress, email));
    if (isMine && (strongest === null || RANK[permission.role] > RANK[strongest])) strongest = permission.role;
  }
  return strongest && { email, role: strongest, fileOwner };
}

export const mayWrite = (caller: Caller): boolean => caller.role !== 'reader';
