/** Google's own client, pointed at the server under test. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { SheetsClient } from './clients-under-test.ts';
import type { SheetsUnderTest } from './sheets-under-test.ts';

/** `B2` as zero-based row and column. */
function coordinateOf(address: string): { rowIndex: number; columnIndex: number } {
  const [, letter = '', digits = ''] = /^([A-Z])(\d+)$/.exec(address) ?? [];
  return { rowIndex: Number(digits) - 1, columnIndex: letter.charCodeAt(0) - 'A'.charCodeAt(0) };
}

export function openWithGoogleapis(server: SheetsUnderTest, spreadsheetId: string, token: string): SheetsClient {
  const { spreadsheets } = server.sheets(token);
  const batch = (...requests: sheets_v4.Schema$Request[]) =>
    spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  const sheetIdOf = async (title: string): Promise<number> => {
    const { data } = await spreadsheets.get({ spreadsheetId, fields: 'sheets.properties(sheetId,title)' });
    const found = data.sheets?.find(({ properties }) => properties?.title === title);
    if (found?.properties?.sheetId == null) throw new Error(`There is no tab '${title}'.`);
    return found.properties.sheetId;
  };
  return {
    async addTab(title, header) {
      await batch({ addSheet: { properties: { title } } });
      await spreadsheets.values.update({
        spreadsheetId,
        range: `'${title}'!1:1`,
        valueInputOption: 'USER_ENTERED',
        requestBody: { values: [[...header]] },
      });
    },
    async append(title, rows) {
      await spreadsheets.values.append({
        spreadsheetId,
        range: `'${title}'!A1`,
        valueInputOption: 'USER_ENTERED',
        requestBody: { values: rows.map((row) => [...row]) },
      });
    },
    async rows(title) {
      const { data } = await spreadsheets.values.get({ spreadsheetId, range: `'${title}'` });
      const [header = [], ...rows] = (data.values ?? []) as string[][];
      return rows.map((row) => header.map((_, column) => row[column] ?? ''));
    },
    async mark(title, address, { value, note, red }) {
      const start = { sheetId: await sheetIdOf(title), ...coordinateOf(address) };
      const userEnteredFormat = { backgroundColor: { red, green: 0, blue: 0, alpha: 1 } };
      const cell = { userEnteredValue: { stringValue: value }, note, userEnteredFormat };
      const fields = 'userEnteredValue,note,userEnteredFormat.backgroundColor';
      await batch({ updateCells: { start, rows: [{ values: [cell] }], fields } });
    },
    async replace(title, find, replacement) {
      await batch({ findReplace: { find, replacement, matchCase: true, sheetId: await sheetIdOf(title) } });
    },
    async protect(title, users) {
      const range = { sheetId: await sheetIdOf(title), startRowIndex: 0, endRowIndex: 1 };
      const editors = { users: [...users], groups: [], domainUsersCanEdit: false };
      await batch({ addProtectedRange: { protectedRange: { range, editors } } });
    },
    async share(emailAddress, role) {
      const requestBody = { type: 'user', role, emailAddress };
      await server.drive(token).permissions.create({ fileId: spreadsheetId, requestBody });
    },
    async rename(title) {
      await batch({ updateSpreadsheetProperties: { properties: { title }, fields: 'title' } });
    },
    async removeTab(title) {
      await batch({ deleteSheet: { sheetId: await sheetIdOf(title) } });
    },
  };
}
