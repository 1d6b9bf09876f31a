/** The editing grid: draws one tab with Univer, tells what a person did, and takes in what the server says. */
import {
  CanceledError,
  CellValueType,
  CommandType,
  ICommandService,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  UniverInstanceType,
} from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import {
  INTERCEPTOR_POINT,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetWorksheetRowHeightMutation,
  SheetInterceptorService,
} from '@univerjs/sheets';
import { ILayoutService } from '@univerjs/ui';
import { isAllowed } from './commands.js';
import { pastedBlock } from './pasted.js';
import { seenRect } from './seen-rect.js';
import { createTouchedCells, textOf } from './touched-cells.js';
import { makeUniver } from './univer.js';
import { cellData, rowHeight, SHEET, workbookData } from './workbook-data.js';

/**
 * @typedef {import('../public/load-editor.js').Place} Place
 * @typedef {import('../public/load-editor.js').Area} Area
 * @typedef {import('../public/sheet-content.js').SheetContent} SheetContent
 */

/** Corners in the colours of page.css. */
const MARKS = { found: { color: '#b3261e', size: 8 }, plain: { color: '#8a938d', size: 6 } };

/** Univer moves on to the next cell after it says that an edit has ended; a tab must not be drawn anew before. */
const AFTER_EDIT_MS = 200;

/** What scrolls of the grid. */
const MAIN_VIEW = 'viewMain';

const BLOCK_TOO_WIDE = 'Khối dán vượt quá cột cuối của trang. Vui lòng chọn ô khác rồi dán lại.';

/** Rows that stay in view above one that was jumped to. */
const ROWS_ABOVE = 4;

/** @param {any} range @returns {Area} */
const areaOf = ({ startRow, endRow, startColumn, endColumn }) => ({
  top: startRow,
  left: startColumn,
  bottom: endRow + 1,
  right: endColumn + 1,
});

/** Cells of a newer content, and how high their rows then are, as Univer's mutations take them. @param {SheetContent} content @param {Place[]} places */
function changesOf(content, places) {
  /** @type {Record<number, Record<number, import('@univerjs/core').ICellData>>} */
  const cellValue = {};
  for (const { row, column } of places) {
    const cell = content.cells[row]?.[column];
    cellValue[row] ??= {};
    cellValue[row][column] = cell ? cellData(cell) : { v: '', t: 1, p: null, f: null };
  }
  const rows = Object.keys(cellValue).map(Number);
  return {
    cells: { cellValue },
    heights: {
      ranges: rows.map((row) => ({ startRow: row, endRow: row, startColumn: 0, endColumn: content.columnCount - 1 })),
      rowHeight: Object.fromEntries(rows.map((row) => [row, rowHeight(content, row)])),
    },
  };
}

/**
 * @type {import('../public/load-editor.js').OpenSheetEditor}
 */
export function openSheetEditor(container, hooks, startsDark) {
  const { univer, api } = makeUniver(container, startsDark);
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const instances = injector.get(IUniverInstanceService);
  let unitId = '';
  let drawn = 0;
  let isOurs = false;
  const sheet = () => api.getActiveWorkbook()?.getActiveSheet() ?? null;
  /** A cell of Univer's, as it is now. @param {Place} place */
  const cellAt = ({ row, column }) => sheet()?.getSheet().getCellRaw(row, column);
  const touched = createTouchedCells(cellAt, (edits) => hooks.edited(edits));

  /** Runs what is no person's doing. @param {() => void} work */
  function ours(work) {
    isOurs = true;
    try {
      work();
    } finally {
      isOurs = false;
    }
  }

  /** As a person does it. @param {Place} corner @param {import('@univerjs/core').ICellData[][]} value */
  function enter({ row, column }, value) {
    const width = Math.max(...value.map((line) => line.length));
    const range = { startRow: row, startColumn: column, endRow: row + value.length - 1, endColumn: column + width - 1 };
    commands.syncExecuteCommand(SetRangeValuesCommand.id, { unitId, subUnitId: SHEET, range, value });
  }

  /** @param {Place} place */
  function tick(place) {
    const isTicked = textOf(cellAt(place)) === 'TRUE';
    enter(place, [[{ v: isTicked ? 0 : 1, t: CellValueType.BOOLEAN }]]);
  }

  /** Univer would begin to type. @param {KeyboardEvent} event */
  function spaceTicks(event) {
    const isPlain = !event.ctrlKey && !event.shiftKey && !event.altKey && !event.metaKey;
    if (event.key !== ' ' || !isPlain || api.getActiveWorkbook()?.isCellEditing()) return;
    const area = selection();
    const place = area && { row: area.top, column: area.left };
    if (!place || !hooks.isBox(place)) return;
    event.preventDefault();
    event.stopPropagation();
    tick(place);
  }

  /** @returns {Area | null} */
  function selection() {
    const range = sheet()?.getSelection()?.getActiveRange()?.getRange();
    return range ? areaOf(range) : null;
  }

  /** @param {string} text */
  function paste(text) {
    const area = selection();
    const worksheet = sheet();
    if (!area || !worksheet) return;
    const block = pastedBlock(text, area);
    const width = block[0]?.length ?? 0;
    if (area.left + width > worksheet.getMaxColumns()) return hooks.refused(BLOCK_TOO_WIDE);
    const missing = area.top + block.length - worksheet.getMaxRows();
    if (missing > 0) return hooks.rowsMissing(area, missing, () => paste(text));
    enter(
      { row: area.top, column: area.left },
      block.map((line) => line.map((cell) => ({ v: cell, t: CellValueType.STRING, p: null, f: null }))),
    );
  }

  /** What is in view already stays where it is. @param {Place} place */
  function bringIntoView({ row, column }) {
    const seen = sheet()?.getVisibleRange();
    const isSeen = (/** @type {number} */ at, /** @type {number} */ first, /** @type {number} */ last) =>
      at >= first && at < last;
    if (seen && isSeen(row, seen.startRow, seen.endRow) && isSeen(column, seen.startColumn, seen.endColumn)) return;
    // Near the left edge the columns that say what a row is stay in view.
    const isBeside = (sheet()?.getRange(row, column).getCellRect().right ?? 0) <= container.clientWidth;
    sheet()?.scrollToCell(Math.max(0, row - ROWS_ABOVE), isBeside ? 0 : Math.max(0, column - 1));
  }

  commands.beforeCommandExecuted((info) => {
    if (isOurs || info.type !== CommandType.COMMAND || isAllowed(info.id)) return;
    throw new CanceledError();
  });
  commands.onCommandExecuted((info) => {
    if (!isOurs && info.id === SetRangeValuesMutation.id) touched.add(/** @type {any} */ (info.params));
  });
  /** Univer has its sheets' services once it has a sheet. */
  function markNotes() {
    injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      handler(cell, { row, col }, next) {
        const mark = hooks.noteMark({ row, column: col });
        return next(mark === null ? cell : { ...cell, markers: { ...cell?.markers, tr: MARKS[mark] } });
      },
    });
  }
  api.addEvent(api.Event.BeforeSheetEditStart, (event) => {
    const reason = hooks.refusal({ row: event.row, column: event.column });
    if (reason === null) return;
    event.cancel = true;
    hooks.refused(reason);
  });
  api.addEvent(api.Event.SheetEditEnded, () => setTimeout(hooks.editEnded, AFTER_EDIT_MS));
  api.addEvent(api.Event.BeforeClipboardPaste, (event) => {
    event.cancel = true;
    if (event.text) paste(event.text);
  });
  api.addEvent(api.Event.SelectionChanged, ({ selections: [range] }) => {
    if (range) hooks.selected(areaOf(range));
  });
  api.addEvent(api.Event.CellHover, ({ row, column }) => hooks.hovered({ row, column }));
  api.addEvent(api.Event.Scroll, hooks.scrolled);
  container.addEventListener('pointerleave', () => hooks.hovered(null));
  container.addEventListener('keydown', spaceTicks, { capture: true });

  return {
    rendered: () => injector.get(LifecycleService).onStage(LifecycleStages.Rendered),
    show(content) {
      ours(() => {
        const before = unitId;
        drawn += 1;
        unitId = `tab-${drawn}`;
        univer.createUnit(UniverInstanceType.UNIVER_SHEET, workbookData(unitId, content));
        if (before === '') markNotes();
        if (before !== '') instances.disposeUnit(before);
      });
    },
    update(content, places) {
      const { cells, heights } = changesOf(content, places);
      const target = { unitId, subUnitId: SHEET };
      ours(() => {
        commands.syncExecuteCommand(SetRangeValuesMutation.id, { ...target, ...cells });
        commands.syncExecuteCommand(SetWorksheetRowHeightMutation.id, { ...target, ...heights });
      });
    },
    select({ row, column }, lastRow = row) {
      const worksheet = sheet();
      if (!worksheet) return;
      worksheet.setActiveSelection(worksheet.getRange(row, column, lastRow - row + 1, 1));
      bringIntoView({ row, column });
      hooks.selected({ top: row, left: column, bottom: lastRow + 1, right: column + 1 });
    },
    selection,
    editing() {
      const book = api.getActiveWorkbook();
      const cell = book?.isCellEditing() ? book.getActiveCell() : null;
      return cell ? { row: cell.getRow(), column: cell.getColumn() } : null;
    },
    rectOf(place) {
      const worksheet = sheet();
      const main = injector.get(IRenderManagerService).getRenderById(unitId)?.scene.getViewport(MAIN_VIEW);
      if (!worksheet || !main) return null;
      const rect = seenRect(
        worksheet.getRange(place.row, place.column).getCellRect(),
        place,
        worksheet.getFreeze(),
        main,
      );
      const { left, top } = container.getBoundingClientRect();
      return rect && new DOMRect(left + rect.x, top + rect.y, rect.width, rect.height);
    },
    focus() {
      instances.focusUnit(unitId);
      injector.get(ILayoutService).focus();
    },
    setDark: (isDark) => api.toggleDarkMode(isDark),
    async finish() {
      await api.getActiveWorkbook()?.endEditingAsync(true);
    },
    dispose: () => univer.dispose(),
  };
}
