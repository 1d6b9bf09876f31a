/** Loads the editing grid, which is large, when it is first wanted. */

/**
 * @typedef {import('./sheet-content.js').SheetContent} SheetContent
 * @typedef {import('./sheet-content.js').Rect} Area
 * @typedef {{ row: number, column: number }} Place counted from 0
 * @typedef {Place & { text: string }} Edit
 * @typedef {object} Hooks
 * @property {(place: Place) => string | null} refusal why a cell may not be typed into
 * @property {(reason: string) => void} refused
 * @property {(area: Area, count: number, again: () => void) => void} rowsMissing a block is pasted at `area` that needs more rows
 *   than the tab has; `again` pastes it once they are there
 * @property {(place: Place) => boolean} isBox a space ticks the cell, instead of being typed into it
 * @property {(edits: Edit[]) => void} edited
 * @property {(area: Area) => void} selected
 * @property {(place: Place | null) => void} hovered
 * @property {() => void} scrolled
 * @property {() => void} editEnded
 * @property {(place: Place) => 'found' | 'plain' | null} noteMark
 * @typedef {object} SheetEditor
 * @property {(content: SheetContent) => void} show draws a tab anew; what could be undone before no longer can
 * @property {() => Promise<void>} rendered the first tab stands on the screen
 * @property {(content: SheetContent, places: Place[]) => void} update takes cells of a newer content over
 * @property {(place: Place, lastRow?: number) => void} select
 * @property {() => Area | null} selection
 * @property {() => Place | null} editing the cell whose text is being typed
 * @property {(place: Place) => DOMRect | null} rectOf
 * @property {() => void} focus
 * @property {(isDark: boolean) => void} setDark
 * @property {() => Promise<void>} finish takes over what is being typed
 * @property {() => void} dispose
 * @typedef {(container: HTMLElement, hooks: Hooks, isDark: boolean) => SheetEditor} OpenSheetEditor
 */

const SCRIPT = '/page/bundle/sheet-editor.js';
const STYLES = '/page/bundle/styles.css';

/** @type {Promise<OpenSheetEditor> | null} */
let loading = null;

function loadStyles() {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = STYLES;
  const loaded = new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', () => reject(new Error(`${STYLES} could not be loaded`)));
  });
  document.head.append(link);
  return loaded;
}

/** @returns {Promise<OpenSheetEditor>} */
async function load() {
  const [{ openSheetEditor }] = await Promise.all([import(SCRIPT), loadStyles()]);
  return openSheetEditor;
}

/** A failed load may be tried again. @returns {Promise<OpenSheetEditor>} */
export function loadEditor() {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** Has the browser fetch the editing grid while nothing else is wanted, so that it opens at once. */
export function fetchEditorAhead() {
  for (const [href, as] of [
    [SCRIPT, 'script'],
    [STYLES, 'style'],
  ]) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'prefetch', as, href });
    document.head.append(link);
  }
}
