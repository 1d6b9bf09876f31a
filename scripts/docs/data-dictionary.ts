/** `docs/data-dictionary.md`: every tab, column, line, list and document, as the schemas describe them. */
import * as z from 'zod/mini';
import type { Cell } from '../../schemas/cells.ts';
import { CHOICE_LISTS } from '../../schemas/choice-lists.ts';
import { COLLECTIONS, documentSchemaOf } from '../../schemas/documents.ts';
import type { Line } from '../../schemas/form.ts';
import { SettingsSheet } from '../../schemas/province/settings-tab.ts';
import type { Sheet } from '../../schemas/sheet.ts';
import { MonthlyReport } from '../../schemas/tabs/monthly-report.ts';
import { SHEETS } from '../../schemas/tabs.ts';
import { code, codes, GENERATED, page, table } from './markdown.ts';

/** What a kind of cell takes. Keyed by kind, so that the compiler asks for a new one. */
const KINDS: Readonly<Record<Cell['kind'], string>> = {
  text: 'free text',
  date: 'day',
  count: 'whole number from 0',
  year: 'year of birth',
  choice: 'one of a list',
  choices: 'one or several of a list',
  commune: 'commune of the unit, stored as its code',
  village: 'thôn, bản, khu phố',
  personName: "person's name",
  phone: 'phone number',
  decisionNumber: 'number and symbol of a decision',
  zaloLink: 'invitation to a Zalo group',
  link: 'web address',
  checkbox: 'check box',
};

function kindOf(cell: Cell): string {
  switch (cell.kind) {
    case 'choice':
    case 'choices':
      return `${KINDS[cell.kind]} «${cell.list.title}»`;
    case 'date':
      return cell.past ? `${KINDS.date}, not after today` : KINDS.date;
    case 'count':
      return cell.units.length > 0 ? `${KINDS.count} (${cell.units.join(', ')})` : KINDS.count;
    case 'text':
      return `${KINDS.text}, at most ${cell.maxLength} characters`;
    default:
      return KINDS[cell.kind];
  }
}

const stays = (personal: boolean | undefined): string => (personal ? 'stays in the workbook' : '');

function sheetPart(sheet: Sheet): string {
  const rows = Object.entries(sheet.columns).map(([key, column]) => [
    column.header,
    code(key),
    kindOf(column.cell),
    column.required ? 'yes' : '',
    (column.aliases ?? []).join('; '),
    column.help,
    column.clause ?? '',
    stays(column.personal),
  ]);
  const title = sheet.monthly ? `${sheet.title} MM-YYYY` : sheet.title;
  const header = ['Header', 'Key', 'Kind', 'Required', 'Aliases', 'Help', 'Clause', 'Personal'];
  return page([`## Tab «${title}» (${code(sheet.key)})`, table(header, rows)]).trimEnd();
}

function formPart(): string {
  const rows = Object.entries<Line>(MonthlyReport.lines).map(([key, line]) => [
    line.label,
    code(key),
    kindOf(line.cell),
    line.owned ? 'written by the functions' : line.requiredAtSubmit ? 'when sent' : '',
    (line.aliases ?? []).join('; '),
    line.help,
    line.clause ?? '',
    stays(line.personal),
  ]);
  const header = ['Label', 'Key', 'Kind', 'Required', 'Aliases', 'Help', 'Clause', 'Personal'];
  const tasks = `One line for each task of the month stands below ${code(MonthlyReport.tasksBelow)}.`;
  return page([
    `## Form «${MonthlyReport.title} MM-YYYY» (${code(MonthlyReport.key)})`,
    tasks,
    table(header, rows),
  ]).trimEnd();
}

function listPart({ id, title, choices }: (typeof CHOICE_LISTS)[number]): string {
  const rows = choices.map(
    (choice: { value: string; label: string; aliases?: readonly string[]; guesses?: readonly string[] }) => [
      code(choice.value),
      choice.label,
      (choice.aliases ?? []).join('; '),
      (choice.guesses ?? []).join('; '),
    ],
  );
  return page([
    `### «${title}» (${code(id)})`,
    table(['Value', 'Label', 'Also understood', 'Understood and said back'], rows),
  ]).trimEnd();
}

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly pattern?: string;
  readonly format?: string;
}

function typeOf(schema: JsonSchema): string {
  if (schema.enum) return codes(schema.enum.map(String));
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(' or ');
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  if (schema.properties) return 'object';
  if (typeof schema.additionalProperties === 'object') return `map of ${typeOf(schema.additionalProperties)}`;
  const type = [schema.type ?? 'anything'].flat().join(' or ');
  return schema.format ? `${type} (${schema.format})` : type;
}

/** The object inside `null or object` and `list of objects`, whose fields are listed, too. */
function objectOf(schema: JsonSchema): JsonSchema | undefined {
  if (schema.properties) return schema;
  const inner = schema.items ?? schema.anyOf?.find(({ type }) => type === 'object');
  const values = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
  const found = inner ?? values;
  return found && objectOf(found);
}

function fieldRows(schema: JsonSchema, path: string): readonly (readonly string[])[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([name, field]) => {
    const full = path === '' ? name : `${path}.${name}`;
    const inner = objectOf(field);
    const row = [code(full), typeOf(field), required.includes(name) ? '' : 'may be absent'];
    return inner ? [row, ...fieldRows(inner, full)] : [row];
  });
}

function documentPart(collection: string): string {
  const path = collection
    .split('/')
    .map((name) => `${name}/{id}`)
    .join('/');
  const schema = z.toJSONSchema(documentSchemaOf(path), { unrepresentable: 'any' }) as JsonSchema;
  return page([`### ${code(path)}`, table(['Field', 'Type', 'Note'], fieldRows(schema, ''))]).trimEnd();
}

export function dataDictionaryPage(): string {
  return page([
    GENERATED,
    '# Data dictionary',
    'Headers, aliases and labels are matched without marks and case. A blank optional cell is null, which is not zero. Column A of every staff tab is «Kiểm tra», which the functions own.',
    ...Object.values(SHEETS).map((sheet) => sheetPart(sheet as Sheet)),
    formPart(),
    sheetPart(SettingsSheet as Sheet),
    '## Choice lists',
    ...CHOICE_LISTS.map(listPart),
    '## Firestore documents',
    'Derived from the schemas that every document is parsed by on its way in and out. Field names inside a map are its keys.',
    ...COLLECTIONS.map(documentPart),
  ]);
}
