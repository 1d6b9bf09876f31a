/** What a program does with a workbook, whichever client it uses. */
export interface SheetsClient {
  /** Adds a tab with these headers in row 1. */
  addTab(title: string, header: readonly string[]): Promise<void>;
  /** Appends rows as if typed. */
  append(title: string, rows: readonly (readonly (string | number)[])[]): Promise<void>;
  /** The rows below the header as people see them, as wide as the header. */
  rows(title: string): Promise<string[][]>;
  /** Gives a cell a text, a note and a red of that strength as its background. */
  mark(title: string, address: string, as: { value: string; note: string; red: number }): Promise<void>;
  /** Replaces a text in a tab. */
  replace(title: string, find: string, replacement: string): Promise<void>;
  /** Closes row 1 to everyone but these. */
  protect(title: string, users: readonly string[]): Promise<void>;
  share(email: string, role: 'reader' | 'writer'): Promise<void>;
  rename(title: string): Promise<void>;
  removeTab(title: string): Promise<void>;
}
