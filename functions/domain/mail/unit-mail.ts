/** The nightly mail to a district: what changed, what is to be put right, what is left before the report can be sent. */
import { formatDate, formatPeriod, type PlainDate } from '../../../schemas/calendar.ts';
import type { RowCounts, Told, ToldGroup } from '../../../schemas/documents.ts';
import { fieldOf, SHEETS, SYSTEM_TABS } from '../../../schemas/tabs.ts';
import type { ReportingUnit } from '../../../schemas/units.ts';
import type { WorkbookReview } from '../review.ts';
import { type LeftToDo, leftToDo, type MailedReport, stepsText } from './before-sending.ts';
import { type Block, copy, facts, heading, type Item, items, link, paragraph, section } from './blocks.ts';
import { changeBlocks, changesText, countChanges } from './change-blocks.ts';
import { groupMessage } from './group-message.ts';
import type { MailContent } from './outbox.ts';
import { placesOf, workbookUrl } from './places.ts';
import { type ProblemGroup, problemGroups } from './problem-groups.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { type Changes, changesSince, codesOf, toldGroups } from './told.ts';
import { sayTogether } from './wording.ts';

export interface UnitMailRequest {
  readonly unit: ReportingUnit;
  readonly review: WorkbookReview;
  /** The open months', the earliest first. */
  readonly reports: readonly MailedReport[];
  readonly workbookId: string;
  readonly today: PlainDate;
  /** What the district was told last; null before the first mail. */
  readonly told: Told | null;
}

export interface UnitMail extends MailContent {
  /** What there is to put right or look at; empty when there is nothing. Two mails with the same groups say the same. */
  readonly groups: readonly ToldGroup[];
}

const MAX_GROUPS = 40;

const count = (groups: readonly ProblemGroup[]): number =>
  groups.reduce((sum, { problems }) => sum + problems.length, 0);

/** «3 lỗi cần sửa, 2 điều cần xem», or that there is nothing. */
function countsText(errors: number, others: number): string {
  const parts = [...(errors > 0 ? [`${errors} lỗi cần sửa`] : []), ...(others > 0 ? [`${others} điều cần xem`] : [])];
  return parts.length === 0 ? 'không còn lỗi' : parts.join(', ');
}

function itemOf(group: ProblemGroup, url: string): Item {
  const [first] = group.problems;
  const { what, fix } = sayTogether(group.problems);
  const header = fieldOf(first.tab, first.column)?.header;
  return {
    ...(header === undefined ? {} : { lead: `Cột «${header}»` }),
    text: `${what} ${fix}`,
    places: placesOf(group.rows, group.sheetId, url),
  };
}

function listOf(title: string, groups: readonly ProblemGroup[], all: number, url: string): readonly Block[] {
  if (groups.length === 0) return [];
  const byTab = [...Map.groupBy(groups, (group) => group.title)];
  return [
    section(`${title} (${all})`),
    ...byTab.flatMap(([tab, ofTab]) => [heading(`Trang «${tab}»`), items(ofTab.map((group) => itemOf(group, url)))]),
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
  const months = reports.map(({ period, counts, submittedAt }): [string, string] => [
    `${SHEETS.activities.title} ${formatPeriod(period)}`,
    `${counted(counts.activities)}${submittedAt === null ? '' : '; đã gửi báo cáo'}`,
  ]);
  const roster = reports[0]?.counts;
  if (roster === undefined) return facts(months);
  return facts([
    [SHEETS.teams.title, counted(roster.teams)],
    [SHEETS.members.title, counted(roster.members)],
    ...months,
  ]);
}

function leftBlocks(left: readonly LeftToDo[]): readonly Block[] {
  if (left.length === 0) return [];
  const rows = left.map((one): [string, string] => [one.title, `${stepsText(one)}; hạn nộp: hết ngày ${one.due}`]);
  return [section('Trước khi gửi báo cáo'), facts(rows)];
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
        'khi sửa xong; điều cần xem thì dòng vẫn được tính. Nếu điều cần xem thực ra đã đúng, xin đánh dấu «Đã kiểm tra, ' +
        `đúng» ở trang «${SYSTEM_TABS.results}», hoặc để nguyên.`,
    ),
  ];
}

const COPY_TITLE = 'Đoạn nhắn nhóm Zalo (chép phần dưới đây)';

const CLOSING = paragraph(
  'Hệ thống kiểm tra lại mỗi đêm và chỉ gửi thư khi có thay đổi. Thư không ghi họ tên, số điện thoại; xin xem tại bảng ' +
    'tính. Thư gửi tự động, vui lòng không trả lời; cần hỗ trợ xin liên hệ Sở.',
);

function subjectOf({ unit, today }: UnitMailRequest, counts: string, changes: Changes | null): string {
  const changed = changes === null ? '' : changesText(countChanges(changes));
  return `[Tổ CNS] ${unit.fullName}: ${counts}${changed === '' ? '' : ` (${changed})`} – ${formatDate(today)}`;
}

/** Vietnamese, in plain text and HTML with the same content. Carries nothing that was typed into a cell. */
export function unitMail(request: UnitMailRequest): UnitMail {
  const { unit, review, reports, workbookId, today, told } = request;
  const errors = problemGroups(review, ({ severity }) => severity === 'error');
  const others = [
    ...problemGroups(review, ({ severity }) => severity === 'warning'),
    ...problemGroups(review, ({ severity }) => severity === 'finding'),
  ];
  const groups = [...errors, ...others];
  const codeOf = codesOf(review, workbookId);
  const changes = told === null ? null : changesSince(told, groups, codeOf);
  const left = leftToDo(reports, review);
  const counts = countsText(count(errors), count(others));
  const url = workbookUrl(workbookId);
  const subject = subjectOf(request, counts, changes);
  const message = groupMessage({ unit, today, errors, others, changes: changes && countChanges(changes), left });
  const blocks = [
    paragraph(`Kính gửi: ${unit.fullName}`),
    ...opening(count(groups), counts, today),
    link('Mở bảng tính', url),
    ...(told === null || changes === null ? [] : changeBlocks(changes, told.on, url)),
    ...problemBlocks(errors, others, url),
    ...leftBlocks(left),
    ...(reports.length === 0 ? [] : [section('Số liệu đã đọc'), progress(reports)]),
    section(COPY_TITLE),
    copy(message),
    CLOSING,
  ];
  return { subject, text: renderText(blocks), html: renderHtml(subject, blocks), groups: toldGroups(groups, codeOf) };
}
