/** Here and not in the domain, which Apps Script bundles too: that has no `node:crypto`. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical.ts';

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** What two equal values share, whatever the order of their properties. Throws where there is no canonical JSON. */
export function contentHash(value: unknown): string {
  return sha256(canonicalJson(value));
}
