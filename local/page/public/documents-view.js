/** The documents of Firestore: by collection, found by what they hold, and one of them as it is stored. */
import { documentsAddress } from './address.js';
import { element } from './element.js';
import { askDocuments, problemText } from './origin.js';
import { figureText, momentText } from './wording.js';

/**
 * @typedef {import('./origin.js').StoredDocument} StoredDocument
 * @typedef {{ open(path: string | null): Promise<void>, refresh(): Promise<void>, leave(): void, isOpen(): boolean }} DocumentsView
 */

/** What the collections hold, for those who do not know their names. @type {Record<string, string>} */
const HELD = {
  units: 'đơn vị báo cáo',
  settings: 'cấu hình của tỉnh',
  reports: 'báo cáo của từng đơn vị, từng tháng',
  'reports/teams': 'số liệu của từng tổ trong một báo cáo',
  snapshots: 'bản chốt của báo cáo đã gửi',
  summaries: 'tổng hợp toàn tỉnh',
  mail: 'thư đi',
  runs: 'các lần chạy',
  audit: 'nhật ký',
};

/** More than these at once would take long to draw; the search narrows them down. */
const MOST_LISTED = 200;

/** `reports/x/teams/y` lies in `reports/teams`. @param {string} path */
const collectionOf = (path) =>
  path
    .split('/')
    .filter((_, index) => index % 2 === 0)
    .join('/');

/** @param {string} path */
const nameOf = (path) => path.split('/').slice(1).join(' / ');

/** @param {StoredDocument[]} documents @param {string} words */
function found(documents, words) {
  const wanted = words.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
  return documents.filter((document) => {
    const text = `${document.path} ${JSON.stringify(document.fields)}`.normalize('NFC').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** @param {StoredDocument[]} documents @param {string | null} openPath */
function drawCollection(documents, openPath) {
  const [first] = documents;
  const collection = collectionOf(first?.path ?? '');
  const links = documents
    .slice(0, MOST_LISTED)
    .map(({ path }) =>
      element(
        'li',
        {},
        element('a', { href: documentsAddress(path), 'aria-current': path === openPath && 'true' }, nameOf(path)),
      ),
    );
  const rest = documents.length - links.length;
  return element(
    'details',
    { class: 'collection', open: documents.some(({ path }) => path === openPath) || documents.length <= 12 },
    element(
      'summary',
      {},
      element('strong', {}, collection),
      element('span', { class: 'quiet' }, ` ${HELD[collection] ?? ''} (${figureText(documents.length)})`),
    ),
    element('ul', {}, ...links),
    rest === 0 ? null : element('p', { class: 'quiet' }, `Còn ${figureText(rest)} tài liệu. Gõ vào ô tìm để thấy.`),
  );
}

/** @param {StoredDocument} document */
function drawDocument({ path, fields, updateTime }) {
  return [
    element('a', { class: 'back to-list', href: documentsAddress() }, '‹ Các tài liệu'),
    element('h2', { tabindex: -1 }, path),
    element('p', { class: 'quiet' }, `Sửa lần cuối: ${momentText(updateTime)}`),
    element(
      'pre',
      { class: 'json', tabindex: 0, 'aria-label': `Nội dung của ${path}` },
      JSON.stringify(fields, null, 2),
    ),
  ];
}

const drawNothing = (/** @type {string} */ text) => [element('p', { class: 'notice' }, text)];

/** @param {HTMLElement} main @returns {DocumentsView} */
export function createDocumentsView(main) {
  /** @type {StoredDocument[]} */
  let documents = [];
  let isShown = false;
  /** @type {string | null} */
  let openPath = null;
  let words = '';
  const list = element('div', { class: 'collections' });
  const reader = element('section', { class: 'document', 'aria-label': 'Tài liệu đang mở' });
  const count = element('p', { class: 'quiet', role: 'status', 'aria-live': 'polite' });
  const field = element('input', {
    type: 'search',
    id: 'document-search',
    class: 'field',
    placeholder: 'ví dụ: 2022:464 12/2022',
  });
  const root = element('div', { class: 'documents' });

  function drawList() {
    const shown = found(documents, words);
    const groups = Map.groupBy(shown, ({ path }) => collectionOf(path));
    list.replaceChildren(...[...groups.values()].map((group) => drawCollection(group, openPath)));
    count.textContent =
      words.trim() === ''
        ? `${figureText(documents.length)} tài liệu`
        : `Tìm thấy ${figureText(shown.length)} trong ${figureText(documents.length)} tài liệu`;
    if (documents.length === 0) {
      list.replaceChildren(
        ...drawNothing('Kho chưa có tài liệu nào. Bấm «Kiểm tra ngay» để hệ thống ghi kết quả đầu tiên.'),
      );
    }
  }

  function drawReader() {
    const open = documents.find(({ path }) => path === openPath);
    root.dataset.open = String(open !== undefined);
    if (open) return reader.replaceChildren(...drawDocument(open));
    const text = openPath === null ? 'Chọn một tài liệu ở bên cạnh để xem.' : 'Tài liệu này không còn trong kho.';
    reader.replaceChildren(...drawNothing(text));
  }

  function drawFrame() {
    const label = element('label', { for: 'document-search' }, 'Tìm trong tài liệu');
    root.replaceChildren(
      element('div', { class: 'document-list' }, element('p', { class: 'document-search' }, label, field), count, list),
      reader,
    );
    const heading = element('h1', { tabindex: -1 }, 'Kho dữ liệu Firestore');
    const back = element('a', { class: 'back', href: '#/' }, '‹ Danh sách');
    main.replaceChildren(element('div', { class: 'title' }, back, heading), root);
    if (document.activeElement === document.body) heading.focus({ preventScroll: true });
  }

  async function read() {
    try {
      documents = await askDocuments();
      if (!isShown) return;
      drawList();
      drawReader();
    } catch (problem) {
      list.replaceChildren(element('p', { class: 'notice bad', role: 'alert' }, problemText(problem)));
    }
  }

  field.addEventListener('input', () => {
    words = field.value;
    drawList();
  });
  return {
    isOpen: () => isShown,
    refresh: read,
    async open(path) {
      openPath = path;
      document.title = 'Kho dữ liệu Firestore';
      if (isShown) {
        drawList();
        drawReader();
        reader.querySelector('h2')?.focus({ preventScroll: true });
        return;
      }
      isShown = true;
      drawFrame();
      await read();
    },
    leave() {
      isShown = false;
    },
  };
}
