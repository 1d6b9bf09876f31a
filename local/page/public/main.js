/** Joins the page: the address decides which view is shown. */
import { parseAddress, workbookAddress } from './address.js';
import { createCellCard } from './cell-card.js';
import { CHECK_NOW } from './check-now.js';
import { createDocumentsView } from './documents-view.js';
import { byId } from './element.js';
import { showHome } from './home-view.js';
import { createInboxView } from './inbox-view.js';
import { createJobs } from './jobs.js';
import { fetchEditorAhead } from './load-editor.js';
import { SEND_MAIL } from './send-mail.js';
import { wantedWay } from './view-switch.js';
import { createWorkbookView } from './workbook-view.js';

const main = byId('main');
const workbookView = createWorkbookView(main, createCellCard(byId('cell-card')));
const inboxView = createInboxView(main);
const documentsView = createDocumentsView(main);
const jobs = createJobs(byId('check-result'), refresh);
let shown = 0;

/** @returns {Promise<void>} */
async function show() {
  shown += 1;
  const mine = shown;
  const place = parseAddress(location.hash);
  const id = workbookView.id();
  if (place.view === 'link' && id !== null) return location.replace(workbookAddress(id, place.sheetId, place.range));
  const cameBack = id !== null || inboxView.isOpen() || documentsView.isOpen();
  document.body.dataset.view = place.view === 'link' ? 'home' : place.view;
  if (place.view !== 'workbook') await workbookView.leave();
  if (place.view !== 'inbox') inboxView.leave();
  if (place.view !== 'documents') documentsView.leave();
  if (place.view === 'workbook') return workbookView.open(place);
  if (place.view === 'inbox') return inboxView.open(place.id);
  if (place.view === 'documents') return documentsView.open(place.path);
  await showHome(main, { isStillWanted: () => mine === shown, jobs });
  if (cameBack && mine === shown) main.querySelector('h1')?.focus({ preventScroll: true });
}

/** @returns {Promise<void>} */
function refresh() {
  if (workbookView.id() !== null) return workbookView.refresh();
  if (documentsView.isOpen()) return documentsView.refresh();
  return inboxView.isOpen() ? inboxView.refresh() : show();
}

/** @param {string} id @param {import('./jobs.js').Job} job */
function wire(id, job) {
  const button = /** @type {HTMLButtonElement} */ (byId(id));
  button.addEventListener('click', () => jobs.run(button, job));
}

byId('skip').addEventListener('click', (event) => {
  // The address after # belongs to the views.
  event.preventDefault();
  main.focus();
});
byId('refresh').addEventListener('click', refresh);
wire('check-now', CHECK_NOW);
wire('send-mail', SEND_MAIL);
addEventListener('hashchange', () => {
  // A result belongs to what was on the screen.
  jobs.clear();
  return show();
});
await show();
if (wantedWay() === 'edit') fetchEditorAhead();
