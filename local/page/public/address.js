/** Addresses: what stands after the # of the page, and the row links that stand in cells. */

/**
 * @typedef {{ view: 'home' }
 *   | { view: 'inbox', id: string | null }
 *   | { view: 'documents', path: string | null }
 *   | { view: 'workbook', id: string, sheetId: number | null, range: string | null }
 *   | { view: 'link', sheetId: number, range: string | null }} Place
 * @typedef {{ firstRow: number, lastRow: number, column: number }} Area rows and column counted from 0
 */

const RANGE = /^([A-Z]{1,3})([1-9]\d{0,6})(?::([A-Z]{1,3})([1-9]\d{0,6}))?$/;
const SHEET_ID = /^\d{1,10}$/;

/**
 * `0` → `A`, `27` → `AB`.
 * @param {number} column
 * @returns {string}
 */
export function columnLetters(column) {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** @param {string} letters */
const columnNumber = (letters) => [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/**
 * `B5:B9` as rows and a column; null for anything else.
 * @param {string | null} range
 * @returns {Area | null}
 */
export function parseRange(range) {
  const match = RANGE.exec(range ?? '');
  if (!match) return null;
  const [, letters = 'A', row = '1', , last = row] = match;
  const firstRow = Number(row) - 1;
  return { firstRow, lastRow: Math.max(firstRow, Number(last) - 1), column: columnNumber(letters) };
}

/**
 * A link to a row of the same workbook, `#gid=0&range=B5`, as Google writes it; null for other links.
 * @param {string} link
 * @returns {{ sheetId: number, range: string | null } | null}
 */
export function parseRowLink(link) {
  if (!link.startsWith('#gid=')) return null;
  const parameters = new URLSearchParams(link.slice(1));
  const sheetId = parameters.get('gid') ?? '';
  return SHEET_ID.test(sheetId) ? { sheetId: Number(sheetId), range: parameters.get('range') } : null;
}

/**
 * @param {string} id
 * @param {number} [sheetId]
 * @param {string | null} [range]
 */
export function workbookAddress(id, sheetId, range) {
  const sheet = sheetId === undefined ? '' : `/${sheetId}`;
  return `#/w/${encodeURIComponent(id)}${sheet}${sheet && range ? `/${encodeURIComponent(range)}` : ''}`;
}

/** @param {string} [id] a mail's */
export const inboxAddress = (id) => (id === undefined ? '#/inbox' : `#/inbox/${encodeURIComponent(id)}`);

/** @param {string} [path] a document's */
export const documentsAddress = (path) =>
  path === undefined ? '#/documents' : `#/documents/${encodeURIComponent(path)}`;

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    // A broken % sequence typed by hand is taken as it stands; it names nothing, and the page will say so.
    return text;
  }
}

/**
 * Anything that is no other view's address is the list.
 * @param {string} hash
 * @returns {Place}
 */
export function parseAddress(hash) {
  const link = parseRowLink(hash);
  if (link) return { view: 'link', ...link };
  const [view, id = '', sheetId = '', range = ''] = hash.replace(/^#\/?/, '').split('/').map(decoded);
  if (view === 'documents') return { view: 'documents', path: id || null };
  if (view === 'inbox') return { view: 'inbox', id: id || null };
  if (view !== 'w' || id === '') return { view: 'home' };
  return { view: 'workbook', id, sheetId: SHEET_ID.test(sheetId) ? Number(sheetId) : null, range: range || null };
}
