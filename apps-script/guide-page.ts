/** The sidebar's page, made at build time from the same chapters as the tab `Hướng dẫn`. Nothing is loaded from outside. */
import { guideTab, RULES_HEADING } from '../functions/domain/template-guide.ts';
import { unitsWithCommunes } from '../schemas/units.ts';
import { DEADLINES_PLACE } from './deadlines-place.ts';

interface Chapter {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The chapters of the tab: a heading, its rows, a blank row. The title above them names a unit, and is left out. */
function chapters(): readonly Chapter[] {
  const [unit] = unitsWithCommunes();
  if (!unit) throw new Error('There is no unit to make a guide for.');
  const { rows, headings } = guideTab(unit);
  const starts = headings.slice(1);
  return starts.map((start, index) => ({
    heading: rows[start] ?? [],
    rows: rows.slice(start + 1, starts[index + 1] ?? rows.length).filter(([name]) => name !== ''),
  }));
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

const isRules = ({ heading }: Chapter): boolean => heading[0]?.startsWith(RULES_HEADING) ?? false;
const isSteps = ({ rows }: Chapter): boolean => rows.every(([name], index) => name === String(index + 1));

/** Short chapters stand open, the long lists of columns are folded: a sidebar is 300 pixels wide. */
function chapterHtml(chapter: Chapter): string {
  const heading = escapeHtml(chapter.heading[0] ?? '');
  if (isSteps(chapter))
    return `<h2>${heading}</h2>\n<ol>${chapter.rows.map(([, text = '']) => `<li>${escapeHtml(text)}</li>`).join('\n')}</ol>`;
  const list = `<dl>\n${chapter.rows.map(rowHtml).join('\n')}\n</dl>`;
  const isLong = chapter.rows.length > LONGEST_OPEN;
  return isLong
    ? `<details>\n<summary><h2>${heading}</h2></summary>\n${list}\n</details>`
    : `<h2>${heading}</h2>\n${list}`;
}

const LONGEST_OPEN = 5;

function rowHtml([name = '', text = '', clause = '']: readonly string[]): string {
  const basis = clause === '' ? '' : ` <span class="clause">(căn cứ: ${escapeHtml(clause)})</span>`;
  return `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(text)}${basis}</dd>`;
}

/** Colours keep a contrast of 7 : 1 on white; sizes follow the reader's own. */
const STYLE = `
body { font: 0.875rem/1.5 Arial, sans-serif; color: #202124; background: #fff; margin: 0; padding: 0.75rem; }
h1 { font-size: 1.125rem; margin: 0 0 0.5rem; }
h2 { font-size: 1rem; margin: 1rem 0 0.25rem; }
summary { cursor: pointer; }
summary h2 { display: inline; }
details { margin-top: 1rem; }
:focus-visible { outline: 2px solid #0b57d0; outline-offset: 2px; }
ol, ul { margin: 0; padding-left: 1.25rem; }
dt { font-weight: bold; margin-top: 0.5rem; }
dd { margin: 0; }
.clause { color: #3c4043; }
`;

export function guidePage(): string {
  const body = chapters()
    .filter((chapter) => !isRules(chapter))
    .map(chapterHtml)
    .join('\n');
  return `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<base target="_top">
<title>Hướng dẫn</title>
<style>${STYLE}</style>
</head>
<body>
<main lang="vi">
<h1>Tổ công nghệ số cộng đồng</h1>
<h2>Thời hạn</h2>
<ul>${DEADLINES_PLACE}</ul>
<p>Menu «Tổ công nghệ số» có «Kiểm tra trang này» và «Kiểm tra tất cả»: xem ngay dòng nào đã đúng, không cần chờ đến đêm.</p>
${body}
</main>
</body>
</html>
`;
}
