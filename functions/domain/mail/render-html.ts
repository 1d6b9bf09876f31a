/**
 * The HTML of a mail: tables with styles on the elements, because mail programs drop style sheets, and one column at most
 * 640 pixels wide, because most is read on a phone. https://developers.google.com/workspace/gmail/design/css
 */
import type { Block, Item, Piece } from './blocks.ts';

const FONT = 'font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#202124';
const CELL = 'padding:8px 10px;border:1px solid #dadce0;vertical-align:top;overflow-wrap:anywhere';
/** A short label is not squeezed by a long text beside it. */
const LABEL = `${CELL};width:35%`;
const TABLE =
  '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;margin:0 0 16px">';
const COPY = 'margin:0 0 16px;padding:12px;border:1px dashed #80868b;background:#f8f9fa';
const LINK = 'color:#0b57d0';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A whole document; `title` is the subject. */
export function renderHtml(title: string, blocks: readonly Block[]): string {
  return [
    '<!doctype html>',
    '<html lang="vi">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    '</head>',
    `<body style="margin:0;padding:16px;background:#ffffff;${FONT}">`,
    '<div style="max-width:640px;margin:0 auto">',
    ...blocks.map(renderBlock),
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="margin:0 0 16px">${escapeHtml(block.text)}</p>`;
    case 'link':
      return `<p style="margin:0 0 16px">${anchor(block.text, block.url)}</p>`;
    case 'section':
      return `<h2 style="margin:24px 0 8px;font-size:20px;line-height:1.3">${escapeHtml(block.text)}</h2>`;
    case 'heading':
      return `<h3 style="margin:16px 0 8px;font-size:16px;line-height:1.4">${escapeHtml(block.text)}</h3>`;
    case 'copy':
      return `<div style="${COPY}">${block.lines.map(escapeHtml).join('<br>\n')}</div>`;
    case 'items':
      return [TABLE, ...block.items.map(renderItem), '</table>'].join('\n');
    case 'facts':
      return [TABLE, ...block.rows.map(renderFact), '</table>'].join('\n');
  }
}

function renderItem({ lead, text, places = [] }: Item): string {
  const said = `${lead === undefined ? '' : `<strong>${escapeHtml(lead)}:</strong> `}${escapeHtml(text)}`;
  const where = places.length === 0 ? '' : `<br>${places.map(renderPiece).join('')}`;
  return `<tr><td style="${CELL}">${said}${where}</td></tr>`;
}

function renderFact([label, value]: readonly [string, string]): string {
  return `<tr><td style="${LABEL}">${escapeHtml(label)}</td><td style="${CELL}">${escapeHtml(value)}</td></tr>`;
}

const renderPiece = ({ text, url }: Piece): string => (url === undefined ? escapeHtml(text) : anchor(text, url));

const anchor = (text: string, url: string): string =>
  `<a href="${escapeHtml(url)}" style="${LINK}">${escapeHtml(text)}</a>`;
