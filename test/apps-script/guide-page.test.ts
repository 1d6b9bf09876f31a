import assert from 'node:assert/strict';
import { DEADLINES_PLACE } from '../../apps-script/deadlines-place.ts';
import { guidePage } from '../../apps-script/guide-page.ts';
import type { Line } from '../../schemas/form.ts';
import { MonthlyReport } from '../../schemas/tabs/monthly-report.ts';
import { SHEETS } from '../../schemas/tabs.ts';

describe('the guide in the sidebar', () => {
  const page = guidePage();

  it('is a Vietnamese page that loads nothing from outside', () => {
    assert.match(page, /^<!DOCTYPE html>\n<html lang="vi">/);
    assert.doesNotMatch(page, /<script|<link|<img|\bsrc=|\bhref=|@import|url\(/);
  });

  it('explains the three signs', () => {
    for (const sign of ['✗', '!', '✓']) assert.match(page, new RegExp(`<dt>${sign}</dt><dd>.+</dd>`));
  });

  it('has the help of every column and of every line of the form', () => {
    const columns = Object.values(SHEETS).flatMap((sheet) => Object.values(sheet.columns).map(({ help }) => help));
    const lines = Object.values<Line>(MonthlyReport.lines).map(({ help }) => help);
    const missing = [...columns, ...lines].filter((help) => !page.includes(help));
    assert.deepEqual(missing, []);
  });

  it('names the clause that asks for a column', () => {
    assert.match(
      page,
      /<dt>Số quyết định \(cần có\)<\/dt><dd>[^<]+ <span class="clause">\(căn cứ: III\.3\.1\.1\)<\/span>/,
    );
  });

  it('has one place for the dates, which the script fills in', () => {
    assert.equal(page.split(DEADLINES_PLACE).length, 2);
  });

  it('goes down the headings one level at a time, and folds long lists with what a keyboard can open', () => {
    assert.equal(page.match(/<h1>/g)?.length, 1);
    assert.doesNotMatch(page, /<h[3-6]/);
    assert.equal(page.match(/<details>\n<summary><h2>/g)?.length, 4);
    assert.doesNotMatch(page, /tabindex|onclick/);
  });
});
