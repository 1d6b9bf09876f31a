/** The system's clock, and the form that sets it to another moment, from which it runs on. */
import { element } from './element.js';
import { setClock } from './origin.js';
import { clockText, momentInVietnam } from './wording.js';

/** Date and time to the minute, with a year of four digits, as the field gives it. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

const FIELD_ID = 'clock-field';
const BUTTON_ID = 'set-clock';

/** @param {string} moment @returns {import('./jobs.js').Job} */
const setTo = (moment) => ({
  running: 'Đang đặt…',
  started: 'Đang đặt đồng hồ của hệ thống.',
  failed: 'Chưa đặt được đồng hồ.',
  async run() {
    const { now } = await setClock(`${moment}:00+07:00`);
    const text = `Đã đặt đồng hồ của hệ thống: ${clockText(now)}. Kỳ và hạn nộp tính theo giờ này từ lần kiểm tra sau.`;
    return { text, tone: 'good' };
  },
});

/**
 * @param {string} asOf
 * @param {import('./jobs.js').Jobs} jobs
 */
export function drawClock(asOf, jobs) {
  const time = element('time', { datetime: asOf }, clockText(asOf));
  const field = element('input', {
    type: 'datetime-local',
    id: FIELD_ID,
    class: 'field',
    max: '9999-12-31T23:59',
    value: momentInVietnam(asOf),
  });
  const button = element('button', { type: 'submit', id: BUTTON_ID, class: 'button small' }, 'Đặt giờ');
  const label = element('label', { for: FIELD_ID }, 'Đặt ngày giờ khác');
  const form = element('form', { class: 'clock-form', novalidate: true }, label, field, button);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!MOMENT.test(field.value)) {
      jobs.say({ text: 'Vui lòng chọn đủ ngày và giờ, ví dụ 15/09/2022 21:00.', tone: 'warn' });
      return field.focus();
    }
    await jobs.run(button, setTo(field.value));
    // The list was drawn anew, and the button with it.
    if (document.activeElement === document.body) document.getElementById(BUTTON_ID)?.focus();
  });
  const shown = element('p', {}, 'Đồng hồ của hệ thống: ', time, ' (giờ Việt Nam)');
  return element('div', { class: 'clock' }, shown, form);
}
