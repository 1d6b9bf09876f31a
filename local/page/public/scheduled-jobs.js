/** The jobs that run by themselves at their hours, each with a button that runs it now. */
import { CHECK_NOW } from './check-now.js';
import { closePeriod } from './close-period.js';
import { element } from './element.js';
import { runFunction } from './origin.js';
import { SEND_MAIL } from './send-mail.js';
import { periodText } from './wording.js';

/** @typedef {import('./jobs.js').Job} Job */

/** @param {string} name of the function @param {string} running @param {string} done @returns {Job} */
const plainJob = (name, running, done) => ({
  running: 'Đang chạy…',
  started: running,
  failed: 'Chưa chạy được.',
  async run() {
    await runFunction(name);
    return { text: done, tone: 'good' };
  },
});

/** In the order of the day. @type {readonly { name: string, title: string, when: string, job: Job }[]} */
const SCHEDULED = [
  { name: 'nightly', title: 'Kiểm tra tất cả bảng tính', when: 'mỗi đêm', job: CHECK_NOW },
  {
    name: 'remind',
    title: 'Nhắc nộp báo cáo',
    when: '8 giờ sáng mỗi ngày',
    job: plainJob(
      'remind',
      'Đang soạn thư nhắc.',
      'Đã soạn thư nhắc cho các đơn vị đến hạn. Bấm «Gửi thư đang chờ» để gửi.',
    ),
  },
  {
    name: 'collect-submissions',
    title: 'Nhận báo cáo đã đánh dấu gửi',
    when: '10 phút một lần',
    job: plainJob('collect-submissions', 'Đang nhận báo cáo.', 'Đã xem các bảng tính có đánh dấu «GỬI BÁO CÁO».'),
  },
  { name: 'send-mail', title: 'Gửi thư đang chờ', when: 'sau mỗi lần kiểm tra', job: SEND_MAIL },
];

/** @param {string} period */
const closing = (period) => ({
  name: 'close-period',
  title: `Khóa kỳ ${periodText(period)}`,
  when: 'sau hạn khóa 15 phút',
  job: closePeriod(period),
});

/**
 * Those that this system has.
 * @param {readonly string[]} names of its functions
 * @param {import('./jobs.js').Jobs} jobs
 * @param {string | null} toClose the last month whose lock has passed
 */
export function drawScheduledJobs(names, jobs, toClose) {
  const all = toClose === null ? SCHEDULED : [...SCHEDULED, closing(toClose)];
  const items = all
    .filter(({ name }) => names.includes(name))
    .map(({ name, title, when, job }) => {
      const label = element('span', { id: `job-${name}` }, element('strong', {}, title), element('small', {}, when));
      const button = element(
        'button',
        { type: 'button', class: 'button small', id: `run-${name}`, 'aria-describedby': `job-${name}` },
        'Chạy ngay',
      );
      button.addEventListener('click', () => jobs.run(button, job));
      return element('li', {}, label, button);
    });
  return element(
    'section',
    { 'aria-labelledby': 'jobs-heading' },
    element('h2', { id: 'jobs-heading' }, 'Việc chạy theo giờ'),
    element('ul', { class: 'scheduled' }, ...items),
  );
}
