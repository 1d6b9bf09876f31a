import assert from 'node:assert/strict';
import { copy, facts, heading, items, link, paragraph, section } from '../../../functions/domain/mail/blocks.ts';
import { renderText } from '../../../functions/domain/mail/render-text.ts';

describe('the plain text of a mail', () => {
  it('says each block, the first row’s address below its rows', () => {
    const places = [
      { text: 'Dòng ' },
      { text: '5', url: 'https://x/5' },
      { text: ', ' },
      { text: '8', url: 'https://x/8' },
    ];
    const blocks = [
      paragraph('Kính gửi & <b>'),
      link('Mở bảng tính', 'https://x/'),
      section('Lỗi (1)'),
      heading('Trang «Tổ»'),
      items([{ lead: 'Cột «Ngày»', text: 'Sai.', places }, { text: 'Thiếu.' }]),
      facts([['Tổ', '2/3']]),
      copy(['Huyện Vĩnh Linh:', '– Còn 1 lỗi.']),
    ];
    assert.equal(
      renderText(blocks),
      `Kính gửi & <b>

Mở bảng tính: https://x/

Lỗi (1)
=======

Trang «Tổ»
----------

- Cột «Ngày»: Sai.
  Dòng 5, 8
  https://x/5
- Thiếu.

Tổ: 2/3

Huyện Vĩnh Linh:
– Còn 1 lỗi.
`,
    );
  });
});
