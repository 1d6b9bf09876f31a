/** A tab that is edited: what is typed goes to the server, what others change comes back, and neither loses the other. */
import { readCard } from './card-details.js';
import { createChartsView } from './charts-view.js';
import { drawCheckSummary } from './check-summary.js';
import { confirmed } from './confirm.js';
import { drawEditBar } from './edit-bar.js';
import { createEditQueue } from './edit-queue.js';
import { cellName, closedReason, placeName, sortOut } from './edit-rules.js';
import { element } from './element.js';
import { rowFollower } from './follow-row.js';
import { loadEditor } from './load-editor.js';
import { PageProblem, problemText } from './origin.js';
import { deleteRows, insertRows, sortRows } from './row-actions.js';
import { fireEdit } from './script.js';
import { cellAt, listRangesOf, readSheet } from './sheet-content.js';
import { changedPlaces, hasSameShape } from './sheet-diff.js';
import { askTab, askValues, changeSheet, quotedTitle, writeValues } from './sheets-api.js';
import { isFromCheck, readTab } from './tab-content.js';

/**
 * @typedef {import('./sheet-content.js').SheetContent} SheetContent
 * @typedef {import('./load-editor.js').Edit} Edit
 * @typedef {import('./load-editor.js').Place} Place
 * @typedef {import('./load-editor.js').Area} Area
 * @typedef {import('./origin.js').SheetAnswer} SheetAnswer
 */

const DARK = matchMedia('(prefers-color-scheme: dark)');
/** Changes that come in quick succession are read together; reads are counted. */
const SETTLE_MS = 400;
const RETRY_MS = 5_000;

/** @param {string} id @param {SheetAnswer} answer @returns {Promise<SheetContent>} */
async function readContent(id, answer) {
  const ranges = listRangesOf(answer);
  const values = await askValues(
    id,
    ranges.map((range) => range.replace(/^=/, '')),
    'FORMATTED_VALUE',
  );
  const lists = ranges.map(
    (range, index) => /** @type {const} */ ([range, (values[index] ?? []).map(String).filter(Boolean)]),
  );
  return readSheet(answer, new Map(lists));
}

/**
 * @param {import('./tab-view.js').TabName} tab
 * @param {import('./tab-view.js').ViewContext} context
 * @returns {Promise<import('./tab-view.js').TabView>}
 */
export async function openEditView({ id, title }, { card, targetOf, titles, signal }) {
  const [openSheetEditor, first] = await Promise.all([loadEditor(), askTab(id, title, signal)]);
  let content = await readContent(id, first);
  if (signal.aborted) throw new DOMException('Another tab was opened.', 'AbortError');
  /** A newer content with other rows, while a cell is being typed into. @type {SheetContent | null} */
  let held = null;
  /** The content when typing began. @type {SheetContent | null} */
  let begun = null;
  let standing = Promise.resolve();
  let isReading = false;
  let isClosed = false;
  let isStale = false;
  let timer = 0;

  const box = element('div', { class: 'editor', role: 'application', 'aria-label': `Bảng sửa: ${title}` });
  const bar = drawEditBar([
    {
      label: 'Thêm dòng',
      title: 'Thêm dòng trống dưới các dòng đang chọn',
      run: () => act(insertRows(content, area())),
    },
    { label: 'Xóa dòng', title: 'Xóa các dòng đang chọn', run: removeRows },
    {
      label: 'Sắp xếp A → Z',
      title: 'Sắp xếp các dòng theo cột đang chọn, từ nhỏ đến lớn',
      run: () => act(sortRows(content, area(), 'ASCENDING')),
    },
    {
      label: 'Z → A',
      title: 'Sắp xếp các dòng theo cột đang chọn, từ lớn đến nhỏ',
      run: () => act(sortRows(content, area(), 'DESCENDING')),
    },
  ]);
  const charts = createChartsView(id, titles);
  const root = element('div', { class: 'edit-view' }, bar.root, charts.root, box);

  const queue = createEditQueue(quotedTitle(title), {
    write: (data) => writeValues(id, data),
    settled: (edits) => {
      content = withTexts(content, edits);
      showTruth(edits);
      // Marks come back like any other change; without them the night will mark.
      fireEdit(id, content.sheetId, edits).catch(() =>
        bar.say('Chưa kiểm tra ngay được; hệ thống sẽ kiểm tra trong đêm.'),
      );
    },
    refused: (edits, problem) => {
      showTruth(edits);
      bar.say(`Chưa lưu được ô ${edits.map(cellName).slice(0, 5).join(', ')}. ${problem.message}`);
    },
    state: bar.state,
  });

  const editor = openSheetEditor(
    box,
    {
      refusal(place) {
        const reason = closedReason(content, place);
        if (reason === null) begun ??= content;
        card.hide();
        return reason;
      },
      refused: (reason) => bar.say(reason),
      edited: takeEdits,
      selected: showPlace,
      hovered: (place) => card.point(() => (place === null ? null : detailsOf(place))),
      scrolled: () => card.moved(),
      editEnded,
      noteMark({ row, column }) {
        const { note } = cellAt(content, row, column);
        return note === '' ? null : isFromCheck(note) ? 'found' : 'plain';
      },
    },
    DARK.matches,
  );

  /** @returns {Area} */
  function area() {
    return editor.selection() ?? { top: content.frozenRows, left: 0, bottom: content.frozenRows + 1, right: 1 };
  }

  /** @param {Place} place */
  function detailsOf(place) {
    if (isClosed || editor.editing()) return null;
    const rect = editor.rectOf(place);
    const view = box.getBoundingClientRect();
    if (!rect || rect.top >= view.bottom || rect.left >= view.right || rect.bottom <= view.top) return null;
    return readCard(cellAt(content, place.row, place.column), placeName(content, place), rect, targetOf);
  }

  /** @param {Place} place */
  function namePlace(place) {
    const { text } = cellAt(content, place.row, place.column);
    bar.place(`${placeName(content, place)}: ${text === '' ? 'ô trống' : text}`);
  }

  /** @param {Area} chosen */
  function showPlace({ top, left }) {
    const place = { row: top, column: left };
    namePlace(place);
    card.select(() => detailsOf(place));
  }

  /** Shows what the server has in cells that nobody here is typing into. @param {Place[]} places */
  function showTruth(places) {
    const typing = editor.editing();
    const free = places.filter(
      (place) => !queue.has(place) && !(typing && typing.row === place.row && typing.column === place.column),
    );
    if (free.length === 0 || isClosed) return;
    editor.update(content, free);
    const chosen = editor.selection();
    if (chosen) namePlace({ row: chosen.top, column: chosen.left });
  }

  /** @param {Edit[]} edits */
  function sayLost(edits) {
    const texts = edits.map(({ text }) => `«${text}»`).join(', ');
    bar.say(`Dòng vừa sửa đã bị người khác xóa hoặc đổi chỗ nên chưa lưu được. Nội dung đã gõ: ${texts}.`);
  }

  /** A person's edits, in the rows where these stand now. @param {Edit[]} edits */
  function takeEdits(edits) {
    bar.say('');
    const from = begun ?? content;
    begun = null;
    const real = edits.filter(
      ({ row, column, text }) => text !== cellAt(content, row, column).text || from !== content,
    );
    const { taken, refused, reason } = sortOut(from, real);
    if (reason !== null) bar.say(reason);
    const to = held ?? content;
    const follow = from === to ? (/** @type {number} */ row) => row : rowFollower(from, to);
    const moved = taken.flatMap((edit) => {
      const row = follow(edit.row);
      return row === null ? [] : [{ ...edit, row }];
    });
    const lost = taken.filter((edit) => follow(edit.row) === null);
    queue.add(moved);
    if (lost.length > 0) sayLost(lost);
    const elsewhere = taken.filter((edit) => follow(edit.row) !== edit.row);
    queueMicrotask(() => showTruth([...refused, ...elsewhere]));
    if (elsewhere.length > 0) showWaiting();
  }

  /** What is typed and not yet saved stays on the screen. */
  function showWaiting() {
    const waiting = queue.waiting();
    if (waiting.length > 0) editor.update(withTexts(content, waiting), waiting);
  }

  function editEnded() {
    if (editor.editing() || isClosed) return;
    begun = null;
    if (!held) return showTruth(skipped.splice(0));
    bar.say('');
    takeIn(held);
  }

  /** Cells that others changed while they were typed into here. @type {Place[]} */
  const skipped = [];

  /** @param {SheetContent} fresh */
  function takeIn(fresh) {
    const typing = editor.editing();
    if (hasSameShape(content, fresh)) {
      const places = changedPlaces(content, fresh);
      content = fresh;
      held = null;
      if (typing) skipped.push(...places.filter(({ row, column }) => row === typing.row && column === typing.column));
      return showTruth(places);
    }
    if (typing) {
      held = fresh;
      return bar.say('Người khác vừa đổi các dòng của trang. Trang sẽ hiện lại ngay khi gõ xong ô này.');
    }
    const lost = queue.move(rowFollower(content, fresh));
    const chosen = editor.selection();
    content = fresh;
    held = null;
    editor.show(content);
    showWaiting();
    if (chosen) editor.select({ row: Math.min(chosen.top, content.rowCount - 1), column: chosen.left });
    if (lost.length > 0) sayLost(lost);
  }

  async function readAgain() {
    if (isReading) {
      isStale = true;
      return;
    }
    isReading = true;
    try {
      const answer = await askTab(id, title, signal);
      const fresh = await readContent(id, answer);
      if (signal.aborted) return;
      takeIn(fresh);
      drawSummary(answer);
      await charts.show(answer.charts ?? []);
    } finally {
      isReading = false;
    }
    if (isStale) {
      isStale = false;
      later(SETTLE_MS);
    }
  }

  /** @param {number} ms */
  function later(ms) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      readAgain().catch((problem) => {
        if (problem instanceof DOMException && problem.name === 'AbortError') return;
        if (problem instanceof PageProblem && problem.status === 404) return bar.say(problemText(problem));
        later(RETRY_MS);
      });
    }, ms);
  }

  /** @param {object[] | null} requests */
  async function act(requests) {
    if (requests === null) return bar.say('Vui lòng chọn các dòng có nội dung, bên dưới dòng tiêu đề.');
    bar.say('');
    await queue.drained();
    try {
      await changeSheet(id, requests);
      await readAgain();
    } catch (problem) {
      bar.say(problemText(problem));
    }
    editor.focus();
  }

  async function removeRows() {
    const requests = deleteRows(content, area());
    const { top, bottom } = area();
    const rows = bottom - top === 1 ? `dòng ${top + 1}` : `${bottom - top} dòng, từ dòng ${top + 1} đến dòng ${bottom}`;
    if (requests === null || (await confirmed(`Xóa ${rows}? Nội dung đã xóa không lấy lại được ở đây.`, 'Xóa'))) {
      await act(requests);
    }
  }

  /** @param {SheetAnswer} answer */
  function drawSummary(answer) {
    const tab = readTab(answer);
    bar.summary(
      drawCheckSummary(tab, {
        table: box,
        active: () => ({ row: area().top, column: area().left }),
        goTo: (place) => editor.select(place),
      }),
    );
  }

  async function stand() {
    editor.show(content);
    await Promise.all([editor.rendered(), charts.show(first.charts ?? [])]);
    if (!isClosed) editor.select({ row: Math.min(content.frozenRows, content.rowCount - 1), column: 0 });
  }

  /** @param {import('./address.js').Area} wanted */
  function goTo({ firstRow, lastRow, column }) {
    if (isClosed) return;
    const bottom = content.rowCount - 1;
    const place = { row: Math.min(firstRow, bottom), column: Math.min(column, content.columnCount - 1) };
    editor.select(place, Math.min(lastRow, bottom));
    editor.focus();
  }

  const schemeChanged = () => editor.setDark(DARK.matches);
  DARK.addEventListener('change', schemeChanged);
  drawSummary(first);

  return {
    root,
    start() {
      standing = stand();
      return standing;
    },
    goTo(wanted) {
      // Another address may be opened while the grid is still being drawn.
      void standing.then(() => goTo(wanted));
    },
    changed: () => later(SETTLE_MS),
    position: () => ({
      at: { row: area().top, column: area().left },
      top: 0,
      hadFocus: box.contains(document.activeElement),
    }),
    restore({ at }) {
      if (at) editor.select({ row: Math.min(at.row, content.rowCount - 1), column: at.column });
    },
    hasUnsaved: () => !queue.isEmpty() || editor.editing() !== null,
    async close() {
      clearTimeout(timer);
      DARK.removeEventListener('change', schemeChanged);
      await editor.finish();
      isClosed = true;
      charts.stop();
      card.select(() => null);
      editor.dispose();
    },
  };
}

/** @param {SheetContent} content @param {Edit[]} edits @returns {SheetContent} */
function withTexts(content, edits) {
  const cells = content.cells.slice();
  for (const { row, column, text } of edits) {
    const line = (cells[row] ?? []).slice();
    line[column] = { ...cellAt(content, row, column), text };
    cells[row] = line;
  }
  return { ...content, cells };
}
