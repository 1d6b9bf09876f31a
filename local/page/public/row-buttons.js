/** The buttons for the rows that are chosen on the editing grid. */
import { confirmed } from './confirm.js';
import { deleteQuestion, NO_ROWS_CHOSEN } from './edit-wording.js';
import { problemText } from './origin.js';
import { deleteRows, insertRows, sortRows } from './row-actions.js';

/**
 * @typedef {object} Desk
 * @property {() => import('./sheet-content.js').SheetContent} content
 * @property {() => import('./load-editor.js').Area} area the cells that are chosen
 * @property {(requests: object[]) => Promise<void>} change asks the server, and shows what came of it
 * @property {(text: string) => void} say
 * @property {() => void} focus back to the grid
 */

/** @param {Desk} desk @returns {import('./edit-bar.js').Action[]} */
export function rowButtons({ content, area, change, say, focus }) {
  /** @param {object[] | null} requests */
  async function act(requests) {
    if (requests === null) return say(NO_ROWS_CHOSEN);
    say('');
    try {
      await change(requests);
    } catch (problem) {
      say(problemText(problem));
    }
    focus();
  }

  async function remove() {
    const requests = deleteRows(content(), area());
    if (requests === null || (await confirmed(deleteQuestion(area()), 'Xóa'))) await act(requests);
  }

  return [
    {
      label: 'Thêm dòng',
      title: 'Thêm dòng trống dưới các dòng đang chọn',
      run: () => act(insertRows(content(), area())),
    },
    { label: 'Xóa dòng', title: 'Xóa các dòng đang chọn', run: remove },
    {
      label: 'Sắp xếp A → Z',
      title: 'Sắp xếp các dòng theo cột đang chọn, từ nhỏ đến lớn',
      run: () => act(sortRows(content(), area(), 'ASCENDING')),
    },
    {
      label: 'Z → A',
      title: 'Sắp xếp các dòng theo cột đang chọn, từ lớn đến nhỏ',
      run: () => act(sortRows(content(), area(), 'DESCENDING')),
    },
  ];
}
