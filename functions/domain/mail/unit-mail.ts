/** The nightly mail to a district: what is to be put right, row by row, or that all is right now. */
import { formatDate, formatPeriod, type PlainDate } from '../../../schemas/calendar.ts';
import type { ReportDocument, RowCounts } from '../../../schemas/documents.ts';
import { fieldOf, SHEETS, SYSTEM_TABS } from '../../../schemas/tabs.ts';
import type { ReportingUnit } from '../../../schemas/units.ts';
import { dueDate } from '../period.ts';
import type { WorkbookReview } from '../review.ts';
import { type Block, facts, heading, type Item, items, link, type Piece, paragraph, section } from './blocks.ts';
import type { MailContent } from './outbox.ts';
import { lineOf, type ProblemGroup, problemGroups, type RowRange } from './problem-groups.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { sayTogether } from './wording.ts';

export interface UnitMailRequest {
  readonly unit: ReportingUnit;
  readonly review: WorkbookReview;
  /** The open months', the earliest first. */
  readonly reports: readonly Pick<ReportDocument, 'period' | 'counts' | 'submittedAt'>[];
  /** `https://docs.google.com/spreadsheets/d/<id>/edit` */
  readonly workbookUrl: string;
  readonly today: PlainDate;
}

export interface UnitMail extends MailContent {
  /** What there is to put right or look at; empty when there is nothing. Two mails with the same lines say the same. */
  readonly lines: readonly string[];
}

const MAX_GROUPS = 40;
/** Of one group; a list of two hundred rows helps nobody on a phone. */
const MAX_RANGES = 20;

const count = (groups: readonly ProblemGroup[]): number =>
  groups.reduce((sum, { problems }) => sum + problems.length, 0);

/** «3 lỗi cần sửa, 2 điều cần xem», or that there is nothing. */
function countsText(errors: number, others: number): string {
  const parts = [...(errors > 0 ? [`${errors} lỗi cần sửa`] : []), ...(others > 0 ? [`${others} điều cần xem`] : [])];
  return parts.length === 0 ? 'không còn lỗi' : parts.join(', ');
}

function rangePiece([from, to]: RowRange, sheetId: number | null, workbookUrl: string): Piece {
  const text = from === to ? String(from) : `${from}–${to}`;
  if (sheetId === null) return { text };
  const range = from === to ? `A${from}` : `A${from}:A${to}`;
  return { text, url: `${workbookUrl}#gid=${sheetId}&range=${range}` };
}

function placesOf({ rows, sheetId }: ProblemGroup, workbookUrl: string): readonly Piece[] {
  if (rows.length === 0) return sheetId === null ? [] : [{ text: 'Cả trang', url: `${workbookUrl}#gid=${sheetId}` }];
  const shown = rows.slice(0, MAX_RANGES).map((range) => rangePiece(range, sheetId, workbookUrl));
  const rest = rows.slice(MAX_RANGES).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const separated = shown.flatMap((piece, index) => (index === 0 ? [piece] : [{ text: ', ' }, piece]));
  return [{ text: 'Dòng ' }, ...separated, ...(rest > 0 ? [{ text: ` và ${rest} dòng khác` }] : [])];
}

function itemOf(group: ProblemGroup, workbookUrl: string): Item {
  const [first] = group.problems;
  const { what, fix } = sayTogether(group.problems);
  const header = fieldOf(first.tab, first.column)?.header;
  return {
    ...(header === undefined ? {} : { lead: `Cột «${header}»` }),
    text: `${what} ${fix}`,
    places: placesOf(group, workbookUrl),
  };
}

function listOf(title: string, groups: readonly ProblemGroup[], all: number, workbookUrl: string): readonly Block[] {
  if (groups.length === 0) return [];
  const byTab = [...Map.groupBy(groups, (group) => group.title)];
  return [
    section(`${title} (${all})`),
    ...byTab.flatMap(([tab, ofTab]) => [
      heading(`Trang «${tab}»`),
      items(ofTab.map((group) => itemOf(group, workbookUrl))),
    ]),
  ];
}

/** Errors first; what goes beyond the cap is only counted. */
function problemBlocks(
  errors: readonly ProblemGroup[],
  others: readonly ProblemGroup[],
  url: string,
): readonly Block[] {
  const shownErrors = errors.slice(0, MAX_GROUPS);
  const shownOthers = others.slice(0, MAX_GROUPS - shownErrors.length);
  const left = errors.length + others.length - shownErrors.length - shownOthers.length;
  return [
    ...listOf('Lỗi cần sửa', shownErrors, count(errors), url),
    ...listOf('Điều cần xem', shownOthers, count(others), url),
    ...(left > 0 ? [paragraph(`… và ${left} điều khác, xin xem ở trang «${SYSTEM_TABS.results}».`)] : []),
  ];
}

const counted = ({ read, accepted }: RowCounts): string => `${accepted}/${read} dòng được tính`;

function progress(reports: UnitMailRequest['reports']): Block {
  const months = reports.map(({ period, counts, submittedAt }): [string, string] => {
    const sent = submittedAt === null ? `hạn nộp: hết ngày ${formatDate(dueDate(period))}` : 'đã gửi báo cáo';
    return [`${SHEETS.activities.title} ${formatPeriod(period)}`, `${counted(counts.activities)}; ${sent}`];
  });
  const roster = reports[0]?.counts;
  if (roster === undefined) return facts(months);
  return facts([
    [SHEETS.teams.title, counted(roster.teams)],
    [SHEETS.members.title, counted(roster.members)],
    ...months,
  ]);
}

function opening(problems: number, counts: string, today: PlainDate): readonly Block[] {
  const checked = `Ngày ${formatDate(today)}, hệ thống đã kiểm tra bảng tính Tổ công nghệ số cộng đồng của đơn vị`;
  if (problems === 0) {
    return [paragraph(`${checked}: các trang đang mở không còn lỗi. Trân trọng cảm ơn.`)];
  }
  return [
    paragraph(`${checked}: ${counts}.`),
    paragraph(
      'Vui lòng mở bảng tính, sửa các dòng dưới đây theo hướng dẫn ở cột «Kiểm tra». Dòng có lỗi chưa được tính cho đến ' +
        'khi sửa xong; điều cần xem thì dòng vẫn được tính, nếu đúng xin để nguyên.',
    ),
  ];
}

const CLOSING = paragraph(
  'Hệ thống kiểm tra lại mỗi đêm và chỉ gửi thư khi có thay đổi. Thư không ghi họ tên, số điện thoại; xin xem tại bảng ' +
    'tính. Thư gửi tự động, vui lòng không trả lời; cần hỗ trợ xin liên hệ Sở.',
);

/** Vietnamese, in plain text and HTML with the same content. Carries nothing that was typed into a cell. */
export function unitMail({ unit, review, reports, workbookUrl, today }: UnitMailRequest): UnitMail {
  const errors = problemGroups(review, ({ severity }) => severity === 'error');
  const others = [
    ...problemGroups(review, ({ severity }) => severity === 'warning'),
    ...problemGroups(review, ({ severity }) => severity === 'finding'),
  ];
  const all = count(errors) + count(others);
  const counts = countsText(count(errors), count(others));
  const subject = `[Tổ CNS] ${unit.fullName}: ${counts} – ${formatDate(today)}`;
  const blocks = [
    paragraph(`Kính gửi: ${unit.fullName}`),
    ...opening(all, counts, today),
    link('Mở bảng tính', workbookUrl),
    ...problemBlocks(errors, others, workbookUrl),
    ...(reports.length === 0 ? [] : [section('Số liệu đã đọc'), progress(reports)]),
    CLOSING,
  ];
  return {
    subject,
    text: renderText(blocks),
    html: renderHtml(subject, blocks),
    lines: [...errors, ...others].map(lineOf),
  };
}
