/**
 * What Google calls: each export becomes a function at the top level of the built script. None takes an argument from
 * the outside, because any page of the script could call it.
 */
import './polyfills.ts';
import { checkMessage } from './check-message.ts';
import { type CheckScope, checkTabs } from './check-tabs.ts';
import type { Google } from './google.ts';
import { showGuidePage } from './guide.ts';
import { addMenu } from './menu.ts';
import { openSheetPort } from './sheet-port.ts';

/** Google's own services; the compiler proves that they have all that we use. */
const google = (): Google<GoogleAppsScript.HTML.HtmlOutput> => ({
  spreadsheets: SpreadsheetApp,
  utilities: Utilities,
  html: HtmlService,
});

/** A simple trigger: no authorisation yet, 30 seconds. https://developers.google.com/apps-script/guides/triggers */
export function onOpen(): void {
  addMenu(google());
}

export function checkThisTab(): void {
  check('this-tab');
}

export function checkAll(): void {
  check('all');
}

export function showGuide(): void {
  showGuidePage(google());
}

function check(scope: CheckScope): void {
  const port = openSheetPort(google());
  port.say('Đang kiểm tra…');
  port.say(checkMessage(checkTabs(port, scope), scope, port.activeSheetId));
}
