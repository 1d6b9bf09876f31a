/** A tab of our own words, made new and repaired. */
import assert from 'node:assert/strict';
import { newText, textTabRepairs } from '../../functions/domain/template-text.ts';
import type { Step, TabState, TextTemplate } from '../../schemas/template.ts';
import { placeKey } from '../../schemas/workbook.ts';

const COUNTS = { type: 'NUMBER', pattern: '#,##0' } as const;

const guide: TextTemplate = {
  kind: 'text',
  key: 'guide',
  title: 'Hướng dẫn',
  period: null,
  rowCount: 10,
  frozenRows: 1,
  rows: [['Tiêu đề'], ['Một'], ['Hai']],
  widths: [260, 640],
  headings: [0],
  whole: true,
};
const table: TextTemplate = {
  ...guide,
  key: 'summary',
  title: 'Tổng hợp',
  rows: [['Tổng hợp']],
  headerRow: 3,
  figures: { startRow: 4, endRow: 44, startColumn: 1 },
  whole: false,
};

const stylesOf = (steps: readonly Step[]) =>
  steps.flatMap((step) => (step.do === 'style' ? [[step.style, step.area.startRow, step.area.endRow]] : []));
const formatsOf = (steps: readonly Step[]) =>
  steps.flatMap((step) => (step.do === 'format' ? [[step.area, step.format]] : []));

describe('a new tab of our own words', () => {
  it('a text wraps, with its headings', () => {
    assert.deepEqual(stylesOf(newText(5, guide, [])), [
      ['wrapped', 0, 3],
      ['heading', 0, 1],
    ]);
    assert.deepEqual(formatsOf(newText(5, guide, [])), []);
  });

  it('a table has a title that runs on, a header that wraps, and counts in groups of three', () => {
    assert.deepEqual(stylesOf(newText(5, table, [])), [
      ['heading', 0, 1],
      ['header', 3, 4],
    ]);
    assert.deepEqual(formatsOf(newText(5, table, [])), [[table.figures, COUNTS]]);
  });
});

describe('a tab of our own words that was changed', () => {
  const stateOf = (part: Partial<TabState>): TabState => ({
    sheetId: 5,
    title: 'Tổng hợp',
    key: 'summary',
    rowCount: 100,
    columnCount: 6,
    frozenRows: 1,
    columnKeys: new Map(),
    protections: [],
    values: [['Tổng hợp']],
    notes: new Map(),
    formats: new Map(),
    rules: new Map(),
    ...part,
  });
  const said = (state: TabState, template: TextTemplate) =>
    textTabRepairs(state, template, [])
      .map((repair) => repair.said)
      .filter((text) => text.includes('định dạng'));

  it('gets the format of its counts back, once', () => {
    const formats = new Map([[placeKey(4, 1), 'NUMBER' as const]]);
    assert.deepEqual(said(stateOf({}), table), ['Trang «Tổng hợp»: đã đặt lại định dạng số.']);
    assert.deepEqual(said(stateOf({ formats: new Map([[placeKey(4, 1), 'TEXT']]) }), table).length, 1);
    assert.deepEqual(said(stateOf({ formats }), table), []);
  });

  it('has none to get back where it is a text', () => assert.deepEqual(said(stateOf({}), guide), []));
});
