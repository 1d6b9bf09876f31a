/** The menu beside Google's own. Functions are called by name, so each name is an export of `main.ts`. */
import type { Google } from './google.ts';
import { MENU_TITLE } from './sheet-port.ts';

export const MENU_ITEMS = [
  { caption: 'Kiểm tra trang này', run: 'checkThisTab' },
  { caption: 'Kiểm tra tất cả', run: 'checkAll' },
  { caption: 'Việc cần làm', run: 'showTasks' },
  { caption: 'Sửa giúp', run: 'showFixes' },
  { caption: 'Nộp báo cáo', run: 'showSending' },
  { caption: 'Chép tin nhắn Zalo', run: 'showMessage' },
  { caption: 'Hướng dẫn', run: 'showGuide' },
] as const;

export function addMenu({ spreadsheets }: Pick<Google, 'spreadsheets'>): void {
  const menu = spreadsheets.getUi().createMenu(MENU_TITLE);
  for (const { caption, run } of MENU_ITEMS) menu.addItem(caption, run);
  menu.addToUi();
}
