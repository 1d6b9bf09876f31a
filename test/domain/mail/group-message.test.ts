/** The lines for the district's Zalo group: short, no name, no row, no link. */
import assert from 'node:assert/strict';
import { type RawRow, validRow, type WorkbookRows, workbookOf } from '../../support/workbooks.ts';
import { mailAbout, toldOf } from './golden-mails.ts';

const team = (changes: RawRow): RawRow => ({ ...validRow('teams'), ...changes });
const WRONG: WorkbookRows = {
  teams: [team({ decisionDate: 'hôm qua', signer: 'Khác' })],
  members: [{ ...validRow('members'), phone: '12345' }],
};

/** What stands below the heading of the block. */
function messageIn(text: string): readonly string[] {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith('Đoạn nhắn nhóm Zalo'));
  return lines.slice(from + 3, lines.indexOf('', from + 3));
}

describe('the words for the Zalo group', () => {
  it('count by tab, and say the day by which the report is due', () => {
    assert.deepEqual(messageIn(mailAbout(workbookOf(WRONG)).text), [
      'Huyện Vĩnh Linh – kiểm tra số liệu Tổ công nghệ số cộng đồng ngày 25/08/2022:',
      '– Còn 2 lỗi cần sửa: Tổ 1, Thành viên 1.',
      '– Còn 2 điều cần xem: Tổ 2.',
      '– Báo cáo 08-2022: hạn nộp hết ngày 29/08/2022.',
      'Cách sửa ghi ở cột «Kiểm tra», ngay bên cạnh từng dòng trong bảng tính.',
    ]);
  });

  it('say what changed', () => {
    const { text } = mailAbout(workbookOf(), toldOf(workbookOf(WRONG)));
    assert.deepEqual(messageIn(text), [
      'Huyện Vĩnh Linh – kiểm tra số liệu Tổ công nghệ số cộng đồng ngày 25/08/2022:',
      '– Không còn lỗi. Cảm ơn các anh, chị.',
      '– So với lần trước: 4 đã xong.',
      '– Báo cáo 08-2022: hạn nộp hết ngày 29/08/2022.',
    ]);
  });

  it('hold no link, no row and nobody’s name', () => {
    const message = messageIn(mailAbout(workbookOf(WRONG)).text).join('\n');
    assert.doesNotMatch(message, /https?:|Dòng|Nguyễn|12345/);
  });
});
