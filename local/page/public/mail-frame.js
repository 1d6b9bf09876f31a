/**
 * A mail's HTML in a frame of its own: no scripts, no forms, nothing of the page within reach. The frame has the page's
 * policy, so that no picture is fetched from outside.
 */
import { element } from './element.js';

/** Links stay readable and lead nowhere: a frame would follow them by itself. @param {Document} mail */
function disarmLinks(mail) {
  for (const link of mail.querySelectorAll('a[href], area[href]')) {
    link.setAttribute('title', link.getAttribute('href') ?? '');
    link.removeAttribute('href');
  }
}

/** @param {string} html */
export function drawMailFrame(html) {
  const mail = new DOMParser().parseFromString(html, 'text/html');
  disarmLinks(mail);
  return element('iframe', {
    sandbox: '',
    class: 'mail-frame',
    title: 'Nội dung thư',
    // Without links nothing inside takes the focus, and the arrow keys could not scroll.
    tabindex: 0,
    srcdoc: `<!doctype html>${mail.documentElement.outerHTML}`,
  });
}
