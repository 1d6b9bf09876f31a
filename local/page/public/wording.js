/** What the page says: labels of statuses, months, moments and figures, in Vietnamese. */

/** Labels of a report's status, and the tone that colours them. */
const STATUSES = /** @type {const} */ ({
  'not-started': { label: 'Chưa nộp', tone: 'quiet' },
  'in-progress': { label: 'Đang nhập', tone: 'busy' },
  'has-errors': { label: 'Có lỗi', tone: 'bad' },
  submitted: { label: 'Đúng hạn', tone: 'good' },
  'submitted-edited': { label: 'Đúng hạn, có sửa sau', tone: 'good' },
  late: { label: 'Trễ', tone: 'warn' },
  nil: { label: 'Không phát sinh', tone: 'good' },
  'not-applicable': { label: 'Không áp dụng', tone: 'quiet' },
});

/** @typedef {{ label: string, tone: 'quiet' | 'busy' | 'bad' | 'good' | 'warn' }} StatusWording */

/**
 * A status that the page does not know is shown as it is.
 * @param {string} status
 * @returns {StatusWording}
 */
export function statusWording(status) {
  const known = /** @type {Record<string, StatusWording>} */ (STATUSES);
  return (Object.hasOwn(known, status) ? known[status] : undefined) ?? { label: status, tone: 'quiet' };
}

/**
 * `2022-12` → `12/2022`.
 * @param {string} period
 */
export function periodText(period) {
  const [year, month] = period.split('-');
  return month === undefined ? period : `${month}/${year}`;
}

const FIGURES = new Intl.NumberFormat('vi-VN');

/** @param {number} figure */
export const figureText = (figure) => FIGURES.format(figure);

const CLOCK = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hourCycle: 'h23',
});

/** The parts of a moment in Việt Nam, whatever zone the reader's machine is in. @param {string} instant */
const partsOf = (instant) =>
  Object.fromEntries(CLOCK.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));

/**
 * `21:00, Thứ Ba, 20/12/2022`.
 * @param {string} instant
 */
export function clockText(instant) {
  const { hour, minute, weekday, day, month, year } = partsOf(instant);
  return `${hour}:${minute}, ${weekday}, ${day}/${month}/${year}`;
}

/**
 * `21:00, 20/12/2022`.
 * @param {string} instant
 */
export function momentText(instant) {
  const { hour, minute, day, month, year } = partsOf(instant);
  return `${hour}:${minute}, ${day}/${month}/${year}`;
}

/**
 * `2022-12-20T21:00`, as a field for date and time holds it.
 * @param {string} instant
 */
export function momentInVietnam(instant) {
  const { hour, minute, day, month, year } = partsOf(instant);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** Vietnamese order: Đ after D, tones as in a dictionary. */
export const inVietnameseOrder = new Intl.Collator('vi', { numeric: true }).compare;
