/** The words for where a report stands, and for how serious a problem is, in tables. */
import type { ReportStatus } from '../report-status.ts';
import type { Severity } from '../rule.ts';

/** `late` is said with its days where the date is known. DESIGN, report status. */
export const STATUS_LABELS: Readonly<Record<ReportStatus, string>> = {
  'not-started': 'Chưa nộp',
  'in-progress': 'Đang nhập',
  'has-errors': 'Có lỗi',
  submitted: 'Đúng hạn',
  'submitted-edited': 'Đúng hạn, có sửa sau',
  late: 'Trễ hạn',
  nil: 'Không phát sinh',
  'not-applicable': 'Không áp dụng',
};

export const SEVERITY_LABELS: Readonly<Record<Exclude<Severity, 'info'>, string>> = {
  error: 'Lỗi (dòng chưa được tính)',
  warning: 'Cần xem lại',
  finding: 'Chưa đúng kế hoạch',
};
