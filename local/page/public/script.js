/** The Apps Script of a workbook, run for the person at the page: its menu, its sidebar, its trigger. */
import { columnLetters } from './address.js';
import { ask } from './origin.js';

/**
 * @typedef {{ startRowIndex?: number, endRowIndex?: number, startColumnIndex?: number, endColumnIndex?: number }} Range
 * @typedef {{ sheetId: number, range: Range }} ActivePlace
 * @typedef {{ caption: string, run: string | null }} MenuItem
 * @typedef {{
 *   result: unknown,
 *   toasts: string[],
 *   menus: { title: string, items: MenuItem[] }[],
 *   sidebar: { title: string } | null,
 *   active: ActivePlace | null,
 * }} ScriptOutcome
 * @typedef {{ name: string, args?: unknown[], edited?: ActivePlace, activeSheetId?: number | undefined }} ScriptCall
 */

/** @param {string} id */
const addressOf = (id) => `/_local/script/${encodeURIComponent(id)}`;

/** @param {string} id @param {ScriptCall} call */
export const callScript = async (id, call) =>
  /** @type {ScriptOutcome} */ (
    await ask(addressOf(id), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(call),
    })
  );

/** The page of a sidebar that a function of the script opens. @param {string} id @param {string} name */
export const sidebarAddress = (id, name) => `${addressOf(id)}/sidebar?run=${encodeURIComponent(name)}`;

/** As it stands in a link: `B5`. @param {Range} range */
export const rangeText = ({ startRowIndex = 0, startColumnIndex = 0 }) =>
  `${columnLetters(startColumnIndex)}${startRowIndex + 1}`;

/**
 * What Google does after a person has typed, pasted or filled: the trigger gets the smallest range around the cells.
 * @param {string} id
 * @param {number} sheetId
 * @param {readonly { row: number, column: number }[]} cells
 */
export async function fireEdit(id, sheetId, cells) {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const range = {
    startRowIndex: Math.min(...rows),
    endRowIndex: Math.max(...rows) + 1,
    startColumnIndex: Math.min(...columns),
    endColumnIndex: Math.max(...columns) + 1,
  };
  await callScript(id, { name: 'onEdit', edited: { sheetId, range } });
}
