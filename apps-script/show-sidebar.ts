/** The sidebar «Việc cần làm»: one page, opened at the section that the menu names. */
import type { Google, ScriptPage } from './google.ts';
import { SECTION_PLACE } from './section-place.ts';
import type { Section } from './sidebar/state.ts';

export function showSidebar<Page extends ScriptPage>({ html, spreadsheets }: Google<Page>, section: Section): void {
  const built = html.createHtmlOutputFromFile('sidebar').getContent();
  const page = html.createHtmlOutput(built.replace(SECTION_PLACE, section));
  page.setTitle('Việc cần làm');
  spreadsheets.getUi().showSidebar(page);
}
