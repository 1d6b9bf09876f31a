/** The sidebar's own script: asks for the state, draws it, and carries out what is pressed. */
import { callScript } from './call-script.ts';
import { type Deeds, draw } from './draw.ts';
import { button, element } from './element.ts';

const FAILED = 'Chưa làm được. Vui lòng thử lại sau ít phút.';

const main = document.querySelector('main') ?? document.body.appendChild(element('main'));
const status = element('p', { role: 'status', class: 'status' });
const place = element('div');

const say = (text: string): void => {
  status.textContent = text;
};

/** One thing at a time; what fails is said, and everything can be pressed again. */
async function busy(work: () => Promise<unknown>, meanwhile: string): Promise<void> {
  say(meanwhile);
  main.setAttribute('aria-busy', 'true');
  try {
    const answer = await work();
    say(typeof answer === 'string' ? answer : '');
  } catch {
    say(FAILED);
  } finally {
    main.removeAttribute('aria-busy');
  }
}

async function load(): Promise<void> {
  place.replaceChildren(...draw(await callScript('sidebarState'), deeds));
}

const deeds: Deeds = {
  goTo: (cell) => void busy(() => callScript('goTo', cell), ''),
  applyFix: (key) => void busy(() => callScript('applyFix', key).then(afterwards), 'Đang sửa…'),
  sendReport: (period) => void busy(() => callScript('sendReport', period).then(afterwards), 'Đang gửi…'),
  copy: (text) => void copyText(text),
};

async function afterwards(answer: string): Promise<string> {
  await load();
  return answer;
}

/** A sidebar of Google's may not use the clipboard everywhere: then the text is selected for Ctrl + C. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say('Đã chép. Mở nhóm Zalo và dán.');
  } catch {
    document.querySelector('textarea')?.select();
    say('Bấm Ctrl + C để chép đoạn đang chọn.');
  }
}

function openAt(section: string): void {
  const heading = document.getElementById(`${section}-title`);
  heading?.scrollIntoView();
  heading?.focus();
}

main.append(
  status,
  place,
  button('Tải lại', () => void busy(load, 'Đang tải…')),
);
void busy(load, 'Đang tải…').then(() => openAt(document.body.dataset.section ?? 'tasks'));
