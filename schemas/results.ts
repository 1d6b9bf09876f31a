/** `Kết quả kiểm tra`: every problem of a workbook, one line each, with a box to say that a warning was checked. */

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
  { key: 'checked', header: 'Đã kiểm tra, đúng', width: 110, help: 'Đánh dấu khi điều «Cần xem lại» thực ra đã đúng.' },
] as const satisfies readonly ResultColumn[];

export type ResultKey = (typeof RESULT_COLUMNS)[number]['key'];

export const RESULT_INDEX = Object.fromEntries(RESULT_COLUMNS.map(({ key }, index) => [key, index])) as Readonly<
  Record<ResultKey, number>
>;
