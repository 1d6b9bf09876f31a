/** `Hướng dẫn`: how the workbook works, what the signs mean, what to type into each column, and which rules are applied. */
import type { Line } from '../../schemas/form.ts';
import type { Rule } from '../../schemas/rule.ts';
import type { Columns } from '../../schemas/sheet.ts';
import { MonthlyReport } from '../../schemas/tabs/monthly-report.ts';
import { SHEETS, SYSTEM_TABS } from '../../schemas/tabs.ts';
import type { TextTemplate } from '../../schemas/template.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import { SIGNS } from './message.ts';
import { outlineOf, RULE_GROUPS } from './rule-outline.ts';

type GuideRow = readonly [string, string?, string?];

interface Chapter {
  readonly heading: GuideRow;
  readonly rows: readonly GuideRow[];
}

const HOW_IT_WORKS: Chapter = {
  heading: ['Cách làm việc'],
  rows: [
    ['1', 'Ghi tổ vào trang «Tổ», thành viên vào trang «Thành viên», hoạt động vào trang «Hoạt động» của tháng.'],
    ['2', 'Mỗi đêm hệ thống đọc từng dòng và trả lời ở cột «Kiểm tra», ngay bên cạnh dòng đó.'],
    ['3', 'Mọi điều cần xem cũng nằm ở trang «Kết quả kiểm tra», có liên kết tới dòng và cách sửa.'],
    ['4', 'Trước ngày 30, điền trang «Báo cáo» của tháng rồi đánh dấu ô GỬI BÁO CÁO. Biên nhận hiện ở các dòng dưới.'],
    ['5', 'Có thể sắp xếp, thêm, xóa dòng, và thêm cột riêng ở bên phải. Xin giữ nguyên tên trang và dòng tiêu đề.'],
    ['6', 'Ô để trống nghĩa là chưa báo cáo; không có thì ghi 0.'],
    ['7', 'Hệ thống không tự sửa chữ của anh, chị; chỉ ghi vào cột «Kiểm tra» và ghi chú bắt đầu bằng «⚠ Kiểm tra».'],
    [
      '',
      'Ở trang «Kết quả kiểm tra»: đánh dấu «Đã kiểm tra, đúng» để một điều cần xem không nhắc lại; đánh dấu «Sửa giúp» ' +
        'để hệ thống ghi lại ô theo cách viết chuẩn. Việc đã sửa ghi ở trang «Nhật ký sửa giúp».',
    ],
    ['8', 'Họ tên, số điện thoại, link nhóm Zalo ở lại trong bảng tính này, không chuyển đi nơi khác.'],
  ],
};

const SIGN_MEANINGS: Chapter = {
  heading: ['Dấu ở cột «Kiểm tra»', 'Ý nghĩa'],
  rows: [
    ['✗', 'Lỗi số liệu: dòng chưa được tính cho đến khi sửa xong.'],
    ['!', 'Đã được tính; xin xem lại, hoặc chưa đúng Kế hoạch.'],
    ['✓', 'Dòng đã đúng và được tính.'],
  ],
};

const columnsChapter = (title: string, columns: Columns): Chapter => ({
  heading: [`Trang «${title}»`, 'Cách ghi', 'Căn cứ (Kế hoạch 115)'],
  rows: Object.values(columns).map(({ header, required, help, clause }) => [
    required ? `${header} (cần có)` : header,
    help,
    clause ?? '',
  ]),
});

const FORM: Chapter = {
  heading: [`Trang «${MonthlyReport.title}»`, 'Cách ghi', 'Căn cứ (Kế hoạch 115)'],
  rows: Object.values<Line>(MonthlyReport.lines).map(({ label, help, clause }) => [label, help, clause ?? '']),
};

/** Begins the heading of a chapter of rules. */
export const RULES_HEADING = 'Quy tắc: ';

/** One row for each way in which a rule speaks; its name stands on the first. */
const rulesOf = ({ id, title, clause, variants }: Rule): readonly GuideRow[] =>
  Object.values(variants).map((variant, at) => [
    at === 0 ? `${title} (${id})` : '',
    `${SIGNS[variant.severity]} ${outlineOf(variant)}`,
    at === 0 ? (clause ?? '') : '',
  ]);

const ruleChapters: readonly Chapter[] = RULE_GROUPS.map(({ title, rules }) => ({
  heading: [`${RULES_HEADING}${title}`, 'Hệ thống báo gì, cách sửa', 'Căn cứ (Kế hoạch 115)'],
  rows: rules.flatMap(rulesOf),
}));

const CHAPTERS: readonly Chapter[] = [
  HOW_IT_WORKS,
  SIGN_MEANINGS,
  ...Object.values(SHEETS).map(({ title, columns }) => columnsChapter(title, columns)),
  FORM,
  ...ruleChapters,
];

const blank: GuideRow = [''];

/** Blank rows below the text, for a longer one of a later version. */
const SPARE_ROWS = 50;

export function guideTab(unit: ReportingUnit): TextTemplate {
  const title: GuideRow = [`Tổ công nghệ số cộng đồng – ${unit.fullName}`];
  const rows: GuideRow[] = [title];
  const headings = [0];
  for (const { heading, rows: lines } of CHAPTERS) {
    headings.push(rows.length + 1);
    rows.push(blank, heading, ...lines);
  }
  return {
    kind: 'text',
    key: 'guide',
    title: SYSTEM_TABS.guide,
    period: null,
    rowCount: rows.length + SPARE_ROWS,
    frozenRows: 1,
    rows: rows.map(([name, text = '', clause = '']) => [name, text, clause]),
    widths: [260, 640, 180],
    headings,
    whole: true,
  };
}
