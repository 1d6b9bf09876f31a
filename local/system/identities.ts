/** Who is who on this machine, by bearer token. */

/** Owns the workbooks and runs the operator's commands. */
export const OWNER = 'owner@so.local';
export const OWNER_TOKEN = 'owner';

/** The functions; their token comes from the metadata server. */
export const SERVICE_ACCOUNT = 'functions@to-cong-nghe-so.local';

/** Whoever comes without a token: a person of the district, a writer whom protection binds. */
export const STAFF = 'can-bo@huyen.local';

/** A person of the Department, who edits `Cấu hình`. */
export const DEPARTMENT = 'chuyen-vien@so.local';

export interface LocalIdentity {
  readonly email: string;
  readonly owner?: boolean;
}

export function identify(token: string | null): LocalIdentity {
  if (token === null) return { email: STAFF };
  return token === OWNER_TOKEN ? { email: OWNER, owner: true } : { email: token };
}
