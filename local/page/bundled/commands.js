/**
 * What Univer may do by key or pointer: choose, copy, type, clear, fill, undo. The rest of it (formats, moved cells,
 * merged cells, its own rows and columns) has no way to the server here, and would be undone by the next refresh.
 */
const ALLOWED = new Set([
  'sheet.command.auto-clear-content',
  'sheet.command.auto-fill',
  'sheet.command.change-zoom-ratio',
  'sheet.command.clear-selection-content',
  'sheet.command.copy',
  'sheet.command.copy-down',
  'sheet.command.copy-right',
  'sheet.command.delta-column-width',
  'sheet.command.delta-row-height',
  'sheet.command.expand-selection',
  'sheet.command.move-selection',
  'sheet.command.move-selection-enter-tab',
  'sheet.command.paste',
  'sheet.command.paste-by-short-key',
  'sheet.command.paste-value',
  'sheet.command.refill',
  'sheet.command.scroll-to-cell',
  'sheet.command.scroll-view',
  'sheet.command.scroll-view-reset',
  'sheet.command.select-all',
  'sheet.command.select-range',
  'sheet.command.set-range-values',
  'sheet.command.set-row-height',
  'sheet.command.set-scroll-relative',
  'sheet.command.set-worksheet-activate',
  'sheet.command.set-worksheet-col-width',
  'sheet.command.set-zoom-ratio',
  'sheet.command.toggle-cell-checkbox',
]);

/** Commands of the text editor and of the clipboard are none of the sheet's. @param {string} id */
export const isAllowed = (id) => !id.startsWith('sheet.command.') || ALLOWED.has(id);
