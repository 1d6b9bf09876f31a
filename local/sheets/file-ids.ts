/** Ids of files: those made here, and those that only Google makes. */
import { randomBytes } from 'node:crypto';

const ID_BYTES = 32;

/** 44 characters, as long as Google's; the letter in front keeps the two kinds apart. */
export const newFileId = (): string => `L${randomBytes(ID_BYTES).toString('base64url')}`;

/** A 1 and 256 bits in base64, whose last letter carries only four of its six bits. */
const OF_GOOGLE = /^1[\w-]{42}[AEIMQUYcgkosw048]$/;

/**
 * Whether an id has the form of Google's own. A file that has such an id and is not stored here is someone's at Google's,
 * shared with nobody here: Google answers 403 for it, and 404 for an id that no file can have.
 */
export const isGoogleFileId = (id: string): boolean => OF_GOOGLE.test(id);
