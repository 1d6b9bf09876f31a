/** `docs/rulebook.md`: every rule with its clause, its words, how severe it is, and an example. */
import { RULE_GROUPS } from '../../functions/domain/rule-outline.ts';
import type { Example, Rule } from '../../schemas/rule.ts';
import { MonthlyReport } from '../../schemas/tabs/monthly-report.ts';
import { fieldOf, SHEETS } from '../../schemas/tabs.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { code, GENERATED, page, table } from './markdown.ts';

const SIGNS = { error: '✗ error', warning: '! warning', finding: '! finding', info: '✓ info' } as const;
const MAX_VALUE = 40;

function shown(value: CellValue): string {
  if (value === null || value === '') return '(blank)';
  const text = String(value).replace(/\s+/g, ' ');
  return code(text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text);
}

const titleOf = (tab: Example['tab']): string => (tab === 'monthlyReport' ? MonthlyReport.title : SHEETS[tab].title);

/** What an example changes in a workbook that is all right: `Tổ · Ngày quyết định = 31/06/2022`. */
function describeExample({ tab, set = {}, edit, unit, with: others = [], ...more }: Example): string {
  const cells = Object.entries(set).map(([key, value]) => `${fieldOf(tab, key)?.header ?? key} = ${shown(value)}`);
  const { do: verb = null, ...how } = edit ?? {};
  const edits = verb === null ? [] : [`${verb} ${Object.values(how).map(describePart).join(', ')}`.trim()];
  const besides = others.map((other) => `a row in ${titleOf(other.tab)}`);
  const { says: _, ...settings } = more;
  const rest = Object.entries(settings).map(([name, value]) => `${name} ${code(JSON.stringify(value))}`);
  const parts = [...cells, ...edits, ...besides, ...rest].join('; ');
  return `${titleOf(tab)}${unit ? ` (${unit})` : ''} · ${parts || 'as it is'}`;
}

const describePart = (part: unknown): string => (Array.isArray(part) ? `${part.length} row(s)` : code(String(part)));

function describeRule({ id, title, clause, inferred, since, until, variants, examples }: Rule): string {
  const rows = Object.entries(variants).map(([name, { severity, mechanical, sentence, fix }]) => {
    const example = examples.find(({ says }) => says === name);
    return [
      code(name),
      `${SIGNS[severity]}${mechanical ? ', mechanical' : ''}`,
      sentence,
      fix,
      example ? describeExample(example) : '',
    ];
  });
  const silent = examples.find(({ says }) => says === null);
  const notes = [
    `Clause: ${clause ?? 'none, plain sense about data'}${inferred ? ' (suy luận: our reading)' : ''}.`,
    ...(since ? [`Since ${since}.`] : []),
    ...(until ? [`Until ${until}.`] : []),
    ...(silent ? [`Silent: ${describeExample(silent)}.`] : []),
  ];
  return page([
    `### ${code(id)} ${title}`,
    notes.join(' '),
    table(['Variant', 'Severity', 'Sentence', 'Fix', 'Example'], rows),
  ]).trimEnd();
}

export function rulebookPage(): string {
  const count = RULE_GROUPS.reduce((sum, { rules }) => sum + rules.length, 0);
  return page([
    GENERATED,
    '# Rulebook',
    `${count} rules. \`{value}\` is the cell as typed (left out in columns that name or reach people), \`{column}\` its header, \`{help}\` the header's note. A mechanical variant carries the cell that would leave nothing to say. An example changes one thing in a workbook that is all right; the tests play all of them.`,
    table(
      ['Severity', 'Meaning'],
      [
        ['✗ error', 'a data mistake: the row is not counted until it is put right, and the report is not sent'],
        ['! warning', 'counted; please look'],
        ['! finding', 'the plan is not met: counted, shown to the province, never blocks'],
        ['✓ info', 'shown, never mailed; the row keeps its tick'],
      ],
    ),
    ...RULE_GROUPS.flatMap(({ title, rules }) => [`## ${title}`, ...rules.map(describeRule)]),
  ]);
}
