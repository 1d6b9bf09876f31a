import { guard } from '../change.ts';
import { withColours } from '../colours.ts';
import { invalidArgument } from '../google-error.ts';
import { rectIn, sheetById, stored } from '../grid-range.ts';
import type { JsonObject } from '../json.ts';
import type { GridRange, Sheet } from '../model.ts';
import { handler } from './handler.ts';

function normalRule(rule: JsonObject): JsonObject {
  const ranges = ((rule.ranges ?? []) as GridRange[]).map((range) => stored(range) as JsonObject);
  return withColours({ ...rule, ranges });
}

function rulesOf(sheet: Sheet, index: number): JsonObject[] {
  const rules = sheet.conditionalFormats ?? [];
  if (index >= rules.length)
    throw invalidArgument(`No conditional format on sheet: ${sheet.properties.sheetId} at index: ${index}`);
  return rules;
}

interface RuleRequest {
  rule?: JsonObject;
  index?: number;
  sheetId?: number;
  newIndex?: number;
}

export const addConditionalFormatRule = handler<RuleRequest>((change, { rule = {}, index }) => {
  const ranges = (rule.ranges ?? []) as GridRange[];
  if (ranges.length === 0) throw invalidArgument('rule.ranges must not be empty.');
  const sheet = sheetById(change.spreadsheet, ranges[0]?.sheetId);
  for (const range of ranges) guard(change, sheet, rectIn(sheet, range));
  const rules = sheet.conditionalFormats ?? [];
  sheet.conditionalFormats = rules.toSpliced(Math.min(index ?? 0, rules.length), 0, normalRule(rule));
});

export const updateConditionalFormatRule = handler<RuleRequest>(
  ({ spreadsheet }, { rule, index = 0, sheetId, newIndex }) => {
    const ranges = (rule?.ranges ?? []) as GridRange[];
    const sheet = sheetById(spreadsheet, sheetId ?? ranges[0]?.sheetId);
    const rules = rulesOf(sheet, index);
    const oldRule = rules[index] ?? {};
    if (rule) {
      const newRule = normalRule(rule);
      sheet.conditionalFormats = rules.with(index, newRule);
      return { oldRule, newRule, newIndex: index };
    }
    const target = newIndex ?? index;
    sheet.conditionalFormats = rules.toSpliced(index, 1).toSpliced(target, 0, oldRule);
    return { newRule: oldRule, oldIndex: index, newIndex: target };
  },
);

export const deleteConditionalFormatRule = handler<RuleRequest>(({ spreadsheet }, { index = 0, sheetId }) => {
  const sheet = sheetById(spreadsheet, sheetId);
  const rules = rulesOf(sheet, index);
  const left = rules.toSpliced(index, 1);
  if (left.length > 0) sheet.conditionalFormats = left;
  else delete sheet.conditionalFormats;
  return { rule: rules[index] ?? {} };
});
