/** The plain text of a mail. Long addresses stand on lines of their own, one for each item: its first row. */
import type { Block, Item } from './blocks.ts';

export function renderText(blocks: readonly Block[]): string {
  return `${blocks.map(renderBlock).join('\n\n')}\n`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'link':
      return `${block.text}: ${block.url}`;
    case 'section':
      return `${block.text}\n${'='.repeat(block.text.length)}`;
    case 'heading':
      return `${block.text}\n${'-'.repeat(block.text.length)}`;
    case 'copy':
      return block.lines.join('\n');
    case 'items':
      return block.items.map(renderItem).join('\n');
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
  }
}

function renderItem({ lead, text, places = [] }: Item): string {
  const said = `- ${lead === undefined ? '' : `${lead}: `}${text}`;
  if (places.length === 0) return said;
  const url = places.find((place) => place.url !== undefined)?.url;
  return `${said}\n  ${places.map((place) => place.text).join('')}${url === undefined ? '' : `\n  ${url}`}`;
}
