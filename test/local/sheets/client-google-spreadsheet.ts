/** The independent client `google-spreadsheet`, pointed at the server under test. */
import { GoogleSpreadsheet, type GoogleSpreadsheetWorksheet } from 'google-spreadsheet';
import type { SheetsClient } from './clients-under-test.ts';

export async function openWithGoogleSpreadsheet(root: string, id: string, token: string): Promise<SheetsClient> {
  const doc = new GoogleSpreadsheet(id, { token });
  // It knows Google's addresses only, as the prefix of the two functions that it calls with.
  Object.assign(doc, {
    sheetsApi: doc.sheetsApi.extend({ prefix: `${root}/v4/spreadsheets/${id}` }),
    driveApi: doc.driveApi.extend({ prefix: `${root}/drive/v3/files/${id}` }),
  });
  await doc.loadInfo();
  const tab = (title: string): GoogleSpreadsheetWorksheet => {
    const found = doc.sheetsByTitle[title];
    if (!found) throw new Error(`There is no tab '${title}'.`);
    return found;
  };
  return {
    async addTab(title, headerValues) {
      await doc.addSheet({ title, headerValues: [...headerValues] });
    },
    async append(title, rows) {
      await tab(title).addRows(rows.map((row) => [...row]));
    },
    async rows(title) {
      const rows = await tab(title).getRows();
      return rows.map((row) => tab(title).headerValues.map((header) => row.get(header) ?? ''));
    },
    async mark(title, address, { value, note, red }) {
      const sheet = tab(title);
      await sheet.loadCells(address);
      const cell = sheet.getCellByA1(address);
      cell.value = value;
      cell.note = note;
      cell.backgroundColor = { red, green: 0, blue: 0, alpha: 1 };
      await sheet.saveUpdatedCells();
    },
    async replace(title, find, replacement) {
      await tab(title).findReplace(find, replacement, { matchCase: true });
    },
    async protect(title, users) {
      const { sheetId } = tab(title);
      await tab(title).addProtectedRange({
        range: { sheetId, startRowIndex: 0, endRowIndex: 1 } as never,
        editors: { users: [...users], groups: [], domainUsersCanEdit: false },
      } as never);
    },
    async share(email, role) {
      await doc.share(email, { role });
    },
    async rename(title) {
      await doc.updateProperties({ title } as never);
    },
    async removeTab(title) {
      await tab(title).delete();
    },
  };
}
