/** What the sidebar shows: made by the script, drawn by its page. JSON values only, as `google.script.run` carries them. */

/** A cell, counted from 0. */
export interface CellPlace {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

/** A replacement that is safe to make. */
export interface Fix {
  readonly where: string;
  readonly place: CellPlace;
  /** Names the problem until its cell changes. */
  readonly key: string;
  /** The cell as it would be; empty where the value names or reaches a person. */
  readonly to: string;
}

/** One thing to put right or to look at. */
export interface Task {
  /** «Tổ, dòng 5, cột Ngày quyết định». */
  readonly where: string;
  readonly text: string;
  /** Null for a tab that is missing. */
  readonly place: CellPlace | null;
}

export interface MonthState {
  readonly period: string;
  /** «Tháng 08-2022». */
  readonly name: string;
  /** `dd/MM/yyyy`, the last day on time. */
  readonly due: string;
  /** Days until the end of the due date, today not counted; negative when it is over. */
  readonly daysLeft: number;
  /** What the form says of itself, as the functions last wrote it; null before the first night. */
  readonly status: string | null;
  readonly receivedAt: string | null;
  readonly receipt: string | null;
  /** What stands there is no more what the receipt is for: it may be sent again. */
  readonly edited: boolean;
  /** The box GỬI BÁO CÁO is ticked. */
  readonly ticked: boolean;
  /** What stops the sending now; empty when nothing does. */
  readonly blocking: readonly string[];
  /** GỬI BÁO CÁO; null when the form has no such line. */
  readonly place: CellPlace | null;
}

export interface SidebarState {
  /** The unit's full name; null in a workbook that is nobody's. */
  readonly unit: string | null;
  readonly months: readonly MonthState[];
  /** Errors first; at most {@link MAX_TASKS}. */
  readonly tasks: readonly Task[];
  /** Most of them are no tasks: the row counts, and only its spelling is another. At most {@link MAX_TASKS}. */
  readonly fixes: readonly Fix[];
  readonly errors: number;
  readonly others: number;
  /** Rows of all judged tabs. */
  readonly read: number;
  readonly accepted: number;
  /** A text to paste into the district's Zalo group. */
  readonly message: string;
}

/** More than anyone works through in a sidebar; `Kết quả kiểm tra` has all. */
export const MAX_TASKS = 100;

/** Where the page opens. */
export type Section = 'tasks' | 'fixes' | 'send' | 'message';

/** Functions of the script that the page calls. */
export interface SidebarCalls {
  sidebarState(): SidebarState;
  goTo(place: CellPlace): void;
  /** What was done, in a sentence. */
  applyFix(key: string): string;
  sendReport(period: string): string;
}
