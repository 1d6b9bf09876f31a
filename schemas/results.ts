/**
 * `Kết quả kiểm tra`: every problem of a workbook, one line each, with a box to say that a warning was checked, and one to
 * have a safe suggestion written. What was written so is kept in `Nhật ký sửa giúp`.
 */

interface ResultColumn {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  /** What the heading's note says. */
  readonly help: string;
}

// biome-ignore format: one column, one line
export const RESULT_COLUMNS = [
  { key: 'tab', header: 'Trang', width: 130, help: 'Trang tính có điều cần xem.' },
  { key: 'row', header: 'Dòng', width: 80, help: 'Bấm để tới dòng đó.' },
  { key: 'column', header: 'Cột', width: 150, help: 'Cột có điều cần xem.' },
  { key: 'value', header: 'Giá trị', width: 160, help: 'Giá trị đang ghi. Họ tên, số điện thoại không hiện ở đây.' },
  { key: 'level', header: 'Mức', width: 120, help: 'Lỗi: chưa được tính. Cần xem lại, Chưa đúng kế hoạch: vẫn được tính.' },
  { key: 'what', header: 'Vấn đề', width: 360, help: 'Sai ở đâu, vì sao.' },
  { key: 'fix', header: 'Cách sửa', width: 360, help: 'Cần làm gì.' },
  { key: 'suggestion', header: 'Gợi ý', width: 150, help: 'Giá trị có thể đúng.' },
  { key: 'clause', header: 'Căn cứ', width: 110, help: 'Mục của Kế hoạch 115/KH-UBND hoặc luật.' },
  { key: 'rule', header: 'Mã quy tắc', width: 160, help: 'Mã để trao đổi với Sở.' },
  { key: 'checked', header: 'Đã kiểm tra, đúng', width: 110, help: 'Đánh dấu khi điều «Cần xem lại» thực ra đã đúng. Dấu giữ đến khi ô đó thay đổi.' },
  { key: 'replace', header: 'Sửa giúp', width: 90, help: 'Đánh dấu để lần kiểm tra tới hệ thống ghi lại ô theo cách viết chuẩn, nếu ô chưa thay đổi. Việc đã làm ghi ở trang «Nhật ký sửa giúp».' },
  { key: 'code', header: 'Mã đối chiếu', width: 100, help: 'Hệ thống dùng để nhận ra đúng dòng khi dòng chuyển chỗ.' },
] as const satisfies readonly ResultColumn[];

/** The boxes that staff tick; all other columns are ours. */
export const RESULT_BOXES = ['checked', 'replace'] as const satisfies readonly ResultKey[];

// biome-ignore format: one column, one line
export const LOG_COLUMNS = [
  { key: 'day', header: 'Ngày', width: 100, help: 'Ngày kiểm tra.' },
  { key: 'tab', header: 'Trang', width: 130, help: 'Trang tính có ô được nhờ sửa.' },
  { key: 'row', header: 'Dòng', width: 80, help: 'Dòng vào lúc đó; dòng có thể đã chuyển chỗ.' },
  { key: 'column', header: 'Cột', width: 150, help: 'Cột có ô được nhờ sửa.' },
  { key: 'before', header: 'Trước khi sửa', width: 260, help: 'Họ tên, số điện thoại không hiện ở đây: xin xem lịch sử chỉnh sửa của ô.' },
  { key: 'after', header: 'Sau khi sửa', width: 260, help: 'Giá trị hệ thống đã ghi.' },
  { key: 'outcome', header: 'Kết quả', width: 320, help: 'Đã sửa, hoặc vì sao chưa sửa.' },
] as const satisfies readonly ResultColumn[];

/** Lines of the log, the newest on top; older ones go. */
export const MAX_LOG_LINES = 200;

export type ResultKey = (typeof RESULT_COLUMNS)[number]['key'];

export const RESULT_INDEX = Object.fromEntries(RESULT_COLUMNS.map(({ key }, index) => [key, index])) as Readonly<
  Record<ResultKey, number>
>;
