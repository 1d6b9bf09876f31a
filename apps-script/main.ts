/**
 * What Google calls: each export becomes a function at the top level of the built script. Any page of the script could
 * call each of them, so none trusts what it is given.
 */
import './polyfills.ts';
import { checkEdit } from './check-edit.ts';
import { checkMessage } from './check-message.ts';
import { type CheckScope, checkTabs } from './check-tabs.ts';
import type { Google, ScriptEditEvent } from './google.ts';
import { showGuidePage } from './guide.ts';
import { addMenu } from './menu.ts';
import { openSheetPort, type SheetPort } from './sheet-port.ts';
import { showSidebar } from './show-sidebar.ts';
import type { SidebarState } from './sidebar/state.ts';
import { fixProblem, goToPlace, sendMonth, stateOf } from './sidebar-deeds.ts';
import { openSubmitPort } from './submit-port.ts';

/** Google's own services; the compiler proves that they have all that we use. */
const google = (): Google<GoogleAppsScript.HTML.HtmlOutput, GoogleAppsScript.Base.Blob> => ({
  spreadsheets: SpreadsheetApp,
  utilities: Utilities,
  html: HtmlService,
  web: UrlFetchApp,
  script: ScriptApp,
  person: Session,
  locks: LockService,
  properties: PropertiesService,
});

/** Set by `address.js` where there is one (`submit-address.ts`). */
declare const SUBMIT_ADDRESS: string | undefined;
const submitAddress = (): string | null => (typeof SUBMIT_ADDRESS === 'string' ? SUBMIT_ADDRESS : null);

/** A simple trigger: no authorisation yet, 30 seconds. https://developers.google.com/apps-script/guides/triggers */
export function onOpen(): void {
  addMenu(google());
}

/** A simple trigger too: fired by what a person types, pastes or fills, never by scripts or through the API. */
export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  checkEdit(openSheetPort(google()), (event as ScriptEditEvent).range);
}

export function checkThisTab(): void {
  const port = openSheetPort(google());
  check(port, port.activeSheetId);
}

export function checkAll(): void {
  check(openSheetPort(google()), 'all');
}

export function showGuide(): void {
  showGuidePage(google());
}

export function showTasks(): void {
  showSidebar(google(), 'tasks');
}

export function showFixes(): void {
  showSidebar(google(), 'fixes');
}

export function showSending(): void {
  showSidebar(google(), 'send');
}

export function showMessage(): void {
  showSidebar(google(), 'message');
}

/** The sidebar's page calls these four (`sidebar/state.ts`). */
export function sidebarState(): SidebarState {
  return stateOf(openSheetPort(google()));
}

export function goTo(place: unknown): void {
  goToPlace(openSheetPort(google()), place);
}

export function applyFix(key: unknown): string {
  return fixProblem(openSheetPort(google()), key);
}

export function sendReport(period: unknown): string {
  const services = google();
  return sendMonth(openSheetPort(services), openSubmitPort(services, submitAddress()), period);
}

function check(port: SheetPort, scope: CheckScope): void {
  port.say('Đang kiểm tra…');
  port.say(checkMessage(checkTabs(port, scope), scope));
}
