/** Goes over the whole rulebook: words, clauses, placeholders, and every example played through the review. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderProblem } from '../../functions/domain/message.ts';
import { problemsOf, reviewWorkbook } from '../../functions/domain/review.ts';
import type { FormReview } from '../../functions/domain/review-form.ts';
import { editAfterLock, editAfterSubmission, reviewSubmission } from '../../functions/domain/submission.ts';
import type { Instant, PlainDate } from '../../schemas/calendar.ts';
import type { Example, Problem, Rule } from '../../schemas/rule.ts';
import { RULES, variantOf } from '../../schemas/rulebook.ts';
import type { Sheet } from '../../schemas/sheet.ts';
import { SHEETS } from '../../schemas/tabs.ts';
import { contradictions } from '../support/contradictions.ts';
import { DIRTY_CELLS } from '../support/dirty-cells.ts';
import { historyOfExample, workbookOfExample } from '../support/examples.ts';
import { AUGUST, contextOf, TODAY, unitOf } from '../support/workbooks.ts';

const DOMAIN = fileURLToPath(new URL('../../functions/domain', import.meta.url));
/** `#REF!` and its like are quoted from the cell. */
const ERROR_VALUE = /#[A-Z0-9/]+[!?]/g;
const RULE_ID = /'(?:cell|tab|row|team|member|activity|report)\.[a-z0-9-]+'/g;

const domainSources = (): string[] =>
  readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`${DOMAIN}/${file}`, 'utf8'))
    .concat(Object.values(SHEETS).map((sheet) => whenBlank(sheet as Sheet)));

/** A column may name the rule that speaks of its blank. */
const whenBlank = ({ columns }: Sheet): string =>
  Object.values(columns)
    .map((column) => `'${column.whenBlank?.rule}'`)
    .join();

const MAX_MESSAGE = 200;
const plain = (text: string): string => text.replaceAll('«', '').replaceAll('»', '');

const SENT = '2022-08-26T09:00:00.000+07:00' as Instant;
const LOCKED = '2022-09-06T00:15:00.000+07:00' as Instant;

function editOfExample({ edited }: Example, form: FormReview | undefined): readonly Problem[] {
  if (!form || !edited) return [];
  return [edited === 'after-lock' ? editAfterLock(form, LOCKED) : editAfterSubmission(form, SENT)];
}

/** What the review finds, and for the rules on reports what the sending of the month would. */
function play(example: Example, rule?: Rule): readonly Problem[] {
  const today = (example.today ?? TODAY) as PlainDate;
  const base = contextOf(unitOf(example.unit ?? '2022:464'), [example.period ?? AUGUST], today);
  const context = { ...base, history: historyOfExample(example) };
  const review = reviewWorkbook(workbookOfExample(example), context);
  const [month] = context.periods;
  const [form] = review.forms;
  const isSent = example.tab === 'monthlyReport' || rule?.id.startsWith('report.');
  const sending = isSent && month ? reviewSubmission(review, month).problems : [];
  return [...problemsOf(review), ...sending, ...editOfExample(example, form)];
}

function nameOf({ tab, set, edit, before, without, remarks, period, edited, says }: Example): string {
  const change = set ?? edit ?? {};
  const rest = { before, without, remarks, period, edited };
  const more = Object.values(rest).some((value) => value !== undefined) ? ` ${JSON.stringify(rest)}` : '';
  return `${tab} ${JSON.stringify(change)}${more} → ${says ?? 'silent'}`;
}

const isMechanical = (problem: Problem): boolean => variantOf(problem.rule, problem.variant).mechanical === true;

describe('the rulebook', () => {
  it('says which suggestions are mechanical: those variants alone carry a replacement, and each of them does', () => {
    const mechanical = RULES.flatMap(({ id, variants }) =>
      Object.entries(variants).flatMap(([variant, { mechanical: is }]) => (is ? [`${id}/${variant}`] : [])),
    );
    const found = RULES.flatMap((rule: Rule) => rule.examples.flatMap((example) => play(example, rule))).filter(
      (one) => one.replacement !== undefined,
    );
    assert.deepEqual(
      found.filter((problem) => !isMechanical(problem)),
      [],
    );
    const replaced = new Set(found.map(({ rule, variant }) => `${rule}/${variant}`));
    assert.deepEqual([...replaced].sort(), [...mechanical].sort());
    assert.deepEqual(mechanical, [
      'cell.formula-text/bullet',
      'cell.normalised/understood',
      'cell.normalised/personal',
      'member.beyond-eight/member',
    ]);
  });

  it('has no id twice', () => {
    const ids = RULES.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  it('has ids of the form group.name', () => {
    assert.deepEqual(
      RULES.map(({ id }) => id).filter((id) => !/^[a-z]+\.[a-z]+(-[a-z0-9]+)*$/.test(id)),
      [],
    );
  });

  const mentioned = new Set(
    domainSources()
      .flatMap((source) => source.match(RULE_ID) ?? [])
      .map((id) => id.slice(1, -1)),
  );

  it('has every rule that the domain speaks of', () => {
    const ids = new Set(RULES.map(({ id }) => id));
    assert.deepEqual(
      [...mentioned].filter((id) => !ids.has(id)),
      [],
    );
  });

  it('has no rule that nothing in the domain speaks of', () => {
    assert.deepEqual(
      RULES.map(({ id }) => id).filter((id) => !mentioned.has(id)),
      [],
    );
  });
});

/** Ends like a sentence; `{help}` is one itself. */
const SENTENCE = /^(?:\p{Lu}|[«{]).*(?:[.?]|\.\)|\{help\})$/u;
/** Asks, or says that nothing needs to be done. */
const POLITE = /[Vv]ui lòng|[Xx]in |[Kk]hông cần làm gì/;
/** `III.3.1.1`, several with a comma, or a law. */
const CLAUSE = /^(?:[IVX]+(?:\.\d+)*(?:, )?)+$|^Luật \d+\/\d{4}/;

describe('contradictions: two problems of one cell that cannot both be followed', () => {
  it('are seen', () => {
    const place = { tab: 'teams', title: 'Tổ', row: 2, column: 'decisionDate', value: '' } as const;
    const error = { ...place, severity: 'error', variant: 'any' } as const;
    const unreadable = { ...error, rule: 'cell.not-a-date' };
    for (const [one, other, why] of [
      [
        { ...unreadable, suggestion: '1' },
        { ...error, rule: 'cell.date-ambiguous', suggestion: '2' },
        'different values',
      ],
      [unreadable, { ...error, severity: 'info', rule: 'cell.normalised' }, 'understood and unreadable'],
      [unreadable, { ...error, rule: 'cell.required' }, 'blank and blamed'],
      [unreadable, unreadable, 'said twice'],
    ] as const) {
      const [said = ''] = contradictions([one, other]);
      assert.ok(said.endsWith(why), said);
    }
    const outside = { ...error, rule: 'activity.outside-window' };
    assert.deepEqual(contradictions([outside, { ...error, severity: 'info', rule: 'cell.normalised' }]), []);
    assert.deepEqual(contradictions([unreadable, { ...unreadable, row: 3 }]), []);
  });

  it('are in no cell as staff type it', () => {
    for (const [id, place, district, typed] of DIRTY_CELLS) {
      const [tab, column = ''] = place.split('.') as [Example['tab'], string];
      const found = play({ tab, unit: `2022:${district}`, set: { [column]: typed }, says: null });
      assert.deepEqual(contradictions(found), [], id);
    }
  });
});

for (const rule of RULES as readonly Rule[]) {
  describe(`${rule.id}: ${rule.title}`, () => {
    it('has a title, a clause or none, and two whole sentences in each variant', () => {
      assert.match(rule.title, /^\p{Lu}.*[^.]$/u);
      assert.ok(rule.clause === null || CLAUSE.test(rule.clause), `${rule.clause}`);
      assert.ok(Object.keys(rule.variants).length > 0, 'no variant');
      for (const { sentence, fix } of Object.values(rule.variants)) {
        assert.match(sentence, SENTENCE);
        assert.match(fix, SENTENCE);
        assert.match(fix, POLITE);
      }
    });

    it('contradicts no other rule in its examples', () => {
      for (const example of rule.examples) assert.deepEqual(contradictions(play(example, rule)), [], nameOf(example));
    });

    it('has an example for each variant, and one that stays silent', () => {
      const said = new Set(rule.examples.map(({ says }) => says));
      assert.deepEqual(
        Object.keys(rule.variants).filter((variant) => !said.has(variant)),
        [],
      );
      assert.ok(said.has(null), 'no example stays silent');
    });

    for (const example of rule.examples) {
      it(nameOf(example), () => {
        const found = play(example, rule).filter((problem) => problem.rule === rule.id);
        if (example.says === null) assert.deepEqual(found, []);
        else
          assert.ok(
            found.some(({ variant }) => variant === example.says),
            `found ${JSON.stringify(found)}`,
          );
        for (const problem of found) assertReadable(problem);
      });
    }
  });
}

/** Placeholders filled, two parts, polite, short enough. */
function assertReadable(problem: Problem): void {
  const { what, fix } = renderProblem(problem);
  const text = `${what} ${fix}`;
  assert.doesNotMatch(text, /\{\w+\}|undefined|null|NaN/, text);
  assert.doesNotMatch(text.replaceAll(ERROR_VALUE, ''), /!/, `no exclamation marks: ${text}`);
  assert.ok(what.length > 0 && fix.length > 0, text);
  assert.ok(plain(text).length <= MAX_MESSAGE, `${text.length} characters: ${text}`);
}
