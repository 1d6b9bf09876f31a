/** What the two ways to show a tab, to edit it and to read it, have in common. */

/**
 * @typedef {import('./address.js').Area} Area
 * @typedef {{ id: string, title: string }} TabName the workbook's id, the tab's title
 * @typedef {{ at: { row: number, column: number } | null, top: number, hadFocus: boolean }} Position where the reader is; `top` is scrolled, in pixels
 * @typedef {object} ViewContext
 * @property {import('./cell-card.js').CellCard} card
 * @property {(link: string) => import('./grid.js').LinkTarget | null} targetOf
 * @property {ReadonlyMap<number, string>} titles of the workbook's tabs, by id
 * @property {AbortSignal} signal aborted when another tab is opened
 * @typedef {object} TabView
 * @property {HTMLElement} root
 * @property {() => Promise<void>} start draws the grid, once `root` has its place on the page
 * @property {(area: Area) => void} goTo
 * @property {() => void} changed reads the tab again soon, and shows what is new
 * @property {() => Position} position
 * @property {(position: Position) => void} restore back to where the reader was in another view of the same tab
 * @property {() => boolean} hasUnsaved
 * @property {() => Promise<void>} close what is being typed is saved first
 */

export {};
