/** The page's files: its own are read on every request, so that a change shows on the next reload; bundles are kept. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { prepareBundle } from './bundle.ts';

const PUBLIC = new URL('public/', import.meta.url);
const PREFIX = '/page/';
const BUNDLE = 'bundle/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Folders and names of letters, digits, `_` and hyphens: no way up, no hidden file, nothing encoded. */
const FILE_NAME = /^(?:[a-z0-9-]+\/)*[A-Za-z0-9_-]+\.[a-z]+$/;

/**
 * Cells hold whatever people paste; even markup that got through could load and run nothing. Style attributes alone are
 * allowed: mails carry them, and a mail's frame has the page's policy (https://www.w3.org/TR/CSP3/#security-inherit-csp).
 * They do no harm on the page itself, which sets text as text only, and what they name is fetched from here or not at all.
 */
const POLICY = [
  "default-src 'self'",
  // The editing grid draws small pictures of its own, which are data and load nothing.
  "img-src 'self' data:",
  "style-src-attr 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/** The path below `public/`, or null for a path that is none of the page's. */
function fileNameOf(pathname: string): string | null {
  if (pathname === '/') return 'index.html';
  const name = pathname.startsWith(PREFIX) ? pathname.slice(PREFIX.length) : '';
  return FILE_NAME.test(name) ? name : null;
}

async function fileOf(name: string): Promise<URL> {
  if (!name.startsWith(BUNDLE)) return new URL(name, PUBLIC);
  return new URL(name.slice(BUNDLE.length), `${pathToFileURL(await prepareBundle())}/`);
}

async function readIfThere(name: string): Promise<Buffer | null> {
  try {
    return await readFile(fileURLToPath(await fileOf(name)));
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** Answers `/` and `/page/…` and says so; leaves every other path, and files that do not exist, to the caller. */
export async function servePage(
  pathname: string,
  response: ServerResponse,
  knownTag?: string | undefined,
): Promise<boolean> {
  const name = fileNameOf(pathname);
  const type = name === null ? undefined : TYPES[extname(name)];
  if (name === null || type === undefined) return false;
  const body = await readIfThere(name);
  if (body === null) return false;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  if (etag === knownTag) {
    response.writeHead(304, { ...HEADERS, etag }).end();
    return true;
  }
  response.writeHead(200, { ...HEADERS, etag, 'content-type': type, 'content-length': body.length });
  response.end(body);
  return true;
}
