/** The sidebar `Hướng dẫn`: a page made at build time, with the dates of the months that are open today. */
import type { OpenPeriod } from '../functions/domain/period.ts';
import { readMemory, rememberedPeriods } from '../functions/domain/review-memory.ts';
import { windowStatement } from '../functions/domain/template-window.ts';
import { formatDate, formatPeriod } from '../schemas/calendar.ts';
import { DEADLINES_PLACE } from './deadlines-place.ts';
import type { Google, ScriptPage } from './google.ts';
import { openSheetPort } from './sheet-port.ts';

export function showGuidePage<Page extends ScriptPage>(google: Google<Page>): void {
  const { memory, today } = openSheetPort(google);
  const deadlines = rememberedPeriods(readMemory(memory), today).map(deadlineItem).join('');
  const built = google.html.createHtmlOutputFromFile('guide').getContent();
  const page = google.html.createHtmlOutput(built.replace(DEADLINES_PLACE, deadlines));
  page.setTitle('Hướng dẫn');
  google.spreadsheets.getUi().showSidebar(page);
}

/** Dates and words of ours alone, so there is nothing to escape. */
const deadlineItem = (open: OpenPeriod): string =>
  `<li><strong>Tháng ${formatPeriod(open.period)}</strong>: ${windowStatement(open)}; khóa hết ngày ${formatDate(open.lastDay)}.</li>`;
