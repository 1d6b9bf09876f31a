/** The inbox: the mails that the system has sent on this machine, and the one that is open. */
import { inboxAddress } from './address.js';
import { element } from './element.js';
import { drawMailFrame } from './mail-frame.js';
import { drawMailList, fillMailList, focusMail, markMail } from './mail-list.js';
import { askInbox, problemText } from './origin.js';
import { figureText, momentText } from './wording.js';

/**
 * @typedef {import('./origin.js').Mail} Mail
 * @typedef {{ root: HTMLElement, list: HTMLElement, reader: HTMLElement, status: HTMLElement }} Inbox
 * @typedef {{ open(id: string | null): Promise<void>, refresh(): Promise<void>, leave(): void, isOpen(): boolean }} InboxView
 */

/** One of list and mail is shown at a time: the same width stands in inbox.css. */
const NARROW = matchMedia('(max-width: 800px)');

const LINKS_NOTE = 'Các liên kết trong thư dẫn tới Google, nên ở đây không bấm được.';

/** @param {HTMLElement} main @returns {Inbox} */
function drawInbox(main) {
  const heading = element('h1', { tabindex: -1 }, 'Hộp thư');
  const back = element('a', { class: 'back', href: '#/' }, '‹ Danh sách');
  const status = element('p', { class: 'inbox-status', role: 'status', 'aria-live': 'polite' }, 'Đang mở hộp thư…');
  const list = drawMailList();
  const reader = element('section', { class: 'reader', 'aria-label': 'Thư đang mở' });
  const root = element('div', { class: 'inbox', hidden: true }, list, reader);
  main.replaceChildren(element('div', { class: 'title' }, back, heading, status), root);
  if (document.activeElement === document.body) heading.focus({ preventScroll: true });
  return { root, list, reader, status };
}

const drawEmpty = () =>
  element(
    'div',
    { class: 'empty' },
    element('h2', {}, 'Chưa có thư nào'),
    element(
      'p',
      {},
      'Thư được soạn sau khi kiểm tra. Bấm «Gửi thư đang chờ» để gửi; thư sẽ nằm ở đây, không ra ngoài máy này.',
    ),
    element(
      'p',
      { class: 'quiet' },
      'Nếu hệ thống gửi qua một máy chủ thư riêng (SMTP_URL), thư không vào hộp thư này.',
    ),
  );

/** @param {Mail} mail */
function drawMail({ to, subject, text, html, at }) {
  return [
    element('a', { class: 'back to-mails', href: inboxAddress() }, '‹ Các thư'),
    element('h2', { tabindex: -1 }, subject || '(không có tiêu đề)'),
    element('p', { class: 'envelope' }, 'Gửi tới: ', element('strong', {}, to.join(', ')), ` · ${momentText(at)}`),
    element('p', { class: 'links-note' }, LINKS_NOTE),
    html === '' ? element('pre', { class: 'mail-text', tabindex: 0 }, text) : drawMailFrame(html),
  ];
}

/** @param {Mail[]} mails @param {Mail[] | null} before */
function countText(mails, before) {
  if (before === null) return mails.length === 0 ? '' : `${figureText(mails.length)} thư`;
  const known = new Set(before.map(({ id }) => id));
  const fresh = mails.filter(({ id }) => !known.has(id)).length;
  return `${figureText(mails.length)} thư, ${fresh === 0 ? 'không có thư mới' : `${figureText(fresh)} thư mới`}`;
}

/**
 * @param {HTMLElement} main
 * @returns {InboxView}
 */
export function createInboxView(main) {
  /** @type {Inbox | null} */
  let inbox = null;
  /** @type {Mail[] | null} */
  let mails = null;
  /** @type {string | null} */
  let wanted = null;
  /** @type {Mail | null} */
  let shown = null;
  let reading = 0;

  /** @param {Inbox} drawn @param {Mail[]} found */
  function take({ root, list, status }, found) {
    status.className = 'inbox-status';
    status.textContent = countText(found, mails);
    mails = found;
    fillMailList(list, found);
    root.hidden = found.length === 0;
    main.querySelector('.empty')?.remove();
    if (found.length === 0) main.append(drawEmpty());
  }

  async function read() {
    reading += 1;
    const mine = reading;
    try {
      const found = await askInbox();
      if (inbox && mine === reading) take(inbox, found);
    } catch (problem) {
      const text = problemText(problem);
      if (!inbox || mine !== reading) return;
      inbox.status.className = 'inbox-status notice bad';
      inbox.status.textContent = text;
    }
  }

  /** @param {HTMLElement} reader @param {Mail | null} mail */
  function fillReader(reader, mail) {
    const missing = wanted === null ? 'Chọn một thư để đọc.' : 'Không tìm thấy thư này. Vui lòng chọn một thư khác.';
    const back = element('a', { class: 'back to-mails', href: inboxAddress() }, '‹ Các thư');
    reader.replaceChildren(...(mail ? drawMail(mail) : [back, element('p', { class: 'notice' }, missing)]));
  }

  /** A mail never changes: one that is open stays as it is, with the place where it is read. */
  function choose() {
    if (!inbox || mails === null) return;
    const { root, list, reader } = inbox;
    const mail = mails.find(({ id }) => id === wanted) ?? null;
    const last = shown;
    root.classList.toggle('reading', wanted !== null);
    markMail(list, wanted);
    document.title = [mail?.subject, 'Hộp thư'].filter(Boolean).join(' · ');
    if (mail === null || mail.id !== last?.id) fillReader(reader, mail);
    shown = mail;
    if (!NARROW.matches || mail?.id === last?.id) return;
    // The one of list and mail that had the focus has just been hidden.
    if (mail) reader.querySelector('h2')?.focus({ preventScroll: true });
    else if (last) focusMail(list, last.id);
  }

  return {
    isOpen: () => inbox !== null,
    async open(id) {
      wanted = id;
      if (inbox) return choose();
      inbox = drawInbox(main);
      document.title = 'Hộp thư';
      await read();
      choose();
    },
    async refresh() {
      await read();
      choose();
    },
    leave() {
      reading += 1;
      inbox = null;
      mails = null;
      shown = null;
    },
  };
}
