import assert from 'node:assert/strict';
import { copy, facts, heading, items, link, paragraph, section } from '../../../functions/domain/mail/blocks.ts';
import { escapeHtml, renderHtml } from '../../../functions/domain/mail/render-html.ts';

const NASTY = `<script>alert("1")</script> & 'x'`;
const SAFE = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;';

describe('the HTML of a mail', () => {
  it('escapes what could be markup', () => assert.equal(escapeHtml(NASTY), SAFE));

  it('escapes every part of every block', () => {
    const html = renderHtml(NASTY, [
      paragraph(NASTY),
      link(NASTY, NASTY),
      section(NASTY),
      heading(NASTY),
      items([{ lead: NASTY, text: NASTY, places: [{ text: NASTY }, { text: NASTY, url: NASTY }] }]),
      facts([[NASTY, NASTY]]),
      copy([NASTY, NASTY]),
    ]);
    assert.doesNotMatch(html, /<script|"1"|'x'/);
    assert.equal(html.split(SAFE).length - 1, 15);
  });

  it('is Vietnamese, scales on a phone, and styles elements themselves', () => {
    const html = renderHtml('Thư', [paragraph('Kính gửi')]);
    assert.ok(html.includes('<html lang="vi">') && html.includes('width=device-width'));
    assert.ok(!html.includes('<style') && !html.includes('class='));
  });
});
