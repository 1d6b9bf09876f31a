/** Generated documents are those that a fresh generation gives, and leave nothing out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { guideTab } from '../../functions/domain/template-guide.ts';
import type { Line } from '../../schemas/form.ts';
import { RULES } from '../../schemas/rulebook.ts';
import { MonthlyReport } from '../../schemas/tabs/monthly-report.ts';
import { SHEETS } from '../../schemas/tabs.ts';
import { DOCUMENTS } from '../../scripts/docs/documents.ts';
import { VINH_LINH } from '../support/workbooks.ts';

const written = (file: string): string => readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8');

describe('generated documents', () => {
  for (const [file, generate] of Object.entries(DOCUMENTS)) {
    it(`docs/${file} is fresh; otherwise run npm run docs`, () => {
      assert.ok(written(file) === generate(), `docs/${file} is stale: npm run docs`);
    });
  }

  it('docs/rulebook.md has every rule with its title, every sentence and every fix', () => {
    const text = written('rulebook.md');
    const sentences = RULES.flatMap(({ variants }) =>
      Object.values(variants).flatMap(({ sentence, fix }) => [sentence, fix]),
    );
    const missing = [...RULES.map(({ id, title }) => `### \`${id}\` ${title}`), ...sentences].filter(
      (part) => !text.includes(part),
    );
    assert.deepEqual(missing, []);
  });

  it('docs/data-dictionary.md has every column and every line of the form', () => {
    const text = written('data-dictionary.md');
    const columns = Object.values(SHEETS).flatMap(({ columns }) =>
      Object.values(columns).map(({ header, help }) => [header, help]),
    );
    const lines = Object.values<Line>(MonthlyReport.lines).map(({ label, help }) => [label, help]);
    assert.deepEqual(
      [...columns, ...lines].flat().filter((part) => !text.includes(part)),
      [],
    );
  });

  it('docs/data-dictionary.md has the fields of documents, nested ones too', () => {
    const text = written('data-dictionary.md');
    for (const field of [
      '`reports/{id}/teams/{id}`',
      '`counts.teams.accepted`',
      '`lease.until`',
      '`totals.turnsByPlatform`',
    ]) {
      assert.ok(text.includes(field), field);
    }
  });
});

describe('the tab «Hướng dẫn»', () => {
  const rows = guideTab(VINH_LINH).rows.map((row) => row.join(' | '));

  it('has every rule under the tab that it speaks of, with what is said and how to put it right', () => {
    const missing = RULES.filter(({ id, title }) => !rows.some((row) => row.startsWith(`${title} (${id}) | `)));
    assert.deepEqual(
      missing.map(({ id }) => id),
      [],
    );
    const place = (text: string) => rows.findIndex((row) => row.startsWith(text));
    assert.ok(place('Quy tắc: Trang «Thành viên»') < place('Họ và tên (member.name-incomplete)'));
    assert.ok(place('Họ và tên (member.name-incomplete)') < place('Quy tắc: Trang «Hoạt động»'));
  });

  it('says it with … for the words of a cell, and with the clause', () => {
    assert.ok(
      rows.includes(
        'Xã không thuộc đơn vị (team.commune-unknown) | ✗ Không có «…» ở …. Vui lòng chọn xã, phường hoặc thị trấn trong danh sách. | III.1',
      ),
    );
    assert.deepEqual(
      rows.filter((row) => /\{\w+\}/.test(row)),
      [],
    );
  });
});
