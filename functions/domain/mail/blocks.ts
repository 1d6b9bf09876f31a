/** A mail before it is plain text and HTML: both are made from the same blocks, so that they say the same. */

/** A piece of text that may lead somewhere. */
export interface Piece {
  readonly text: string;
  readonly url?: string;
}

/** One line of a list: what is said, and where. */
export interface Item {
  /** Stands out before the rest: the column, the unit. */
  readonly lead?: string;
  readonly text: string;
  /** «Dòng 5, 8, 12–15», each leading to its row. */
  readonly places?: readonly Piece[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'section'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** Words to be copied elsewhere, just as they are. */
  | { readonly kind: 'copy'; readonly lines: readonly string[] }
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  /** Two columns: what, how much. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] };

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const section = (text: string): Block => ({ kind: 'section', text });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const link = (text: string, url: string): Block => ({ kind: 'link', text, url });
export const items = (list: readonly Item[]): Block => ({ kind: 'items', items: list });
export const copy = (lines: readonly string[]): Block => ({ kind: 'copy', lines });
export const facts = (rows: readonly (readonly [string, string])[]): Block => ({ kind: 'facts', rows });
