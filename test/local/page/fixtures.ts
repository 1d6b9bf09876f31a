/** What the stub server answers: two workbooks, one of which has a tab with every kind of row, and mails. */

export const VINH_LINH = 'workbook-vinh-linh';
export const DONG_HA = 'workbook-dong-ha';
export const TEAMS = 11;
export const RESULTS = 12;
export const MANY = 13;
export const UNCHECKED = 15;
const HIDDEN = 14;

export const HOSTILE = '<img src=x onerror="document.title=\'taken over\'">';
export const SIGNER_NOTE = '⚠ Kiểm tra\n! Người ký không phải Chủ tịch UBND xã. Vui lòng xem lại quyết định.';
export const OWN_NOTE = 'Hỏi lại anh Văn';
export const LONG_VERDICT =
  '✗ Cột «Số quyết định» còn trống. Vui lòng ghi số và ký hiệu quyết định thành lập, ví dụ «45/QĐ-UBND», ' +
  'rồi chờ lần kiểm tra kế tiếp. ✗ Cột «Ngày quyết định»: «31/02/2022» không phải là ngày. Vui lòng ghi lại.';

type Json = Readonly<Record<string, unknown>>;

const rows = (read: number, accepted: number) => ({ read, accepted, rejected: read - accepted });

const OVERVIEW = {
  asOf: '2022-12-20T21:00:00.000+07:00',
  firestore: 'Firestore nhúng, dữ liệu trong thư mục .data',
  workbooks: [
    {
      unit: '2022:464',
      name: 'Huyện Vĩnh Linh',
      id: VINH_LINH,
      reports: [
        {
          period: '2022-12',
          status: 'has-errors',
          counts: { teams: rows(18, 16), members: rows(96, 95), activities: rows(1240, 1240) },
          problems: { error: 3, warning: 12, finding: 2, info: 9 },
        },
        {
          period: '2023-01',
          status: 'not-started',
          counts: { teams: rows(18, 18), members: rows(96, 96), activities: rows(0, 0) },
          problems: { error: 0, warning: 0, finding: 0, info: 0 },
        },
      ],
    },
    {
      unit: '2022:461',
      name: 'Thành phố Đông Hà',
      id: DONG_HA,
      reports: [
        {
          period: '2022-12',
          status: 'submitted',
          counts: { teams: rows(9, 9), members: rows(45, 45), activities: rows(61, 61) },
          problems: { error: 0, warning: 0, finding: 0, info: 1 },
        },
      ],
    },
  ],
};

const NO_REPORTS = { ...OVERVIEW, workbooks: OVERVIEW.workbooks.map((line) => ({ ...line, reports: [] })) };
const NO_WORKBOOKS = { ...OVERVIEW, workbooks: [] };

/** The answer of the nightly function. */
export const NIGHTLY = {
  runId: 'run-1',
  asOf: OVERVIEW.asOf,
  units: [
    {
      unit: '2022:464',
      outcome: 'checked',
      periods: [{ period: '2022-12', problems: { error: 3, warning: 12, finding: 2, info: 9 } }],
    },
    { unit: '2022:461', outcome: 'failed', periods: [], error: { code: 'busy', message: 'quota' } },
  ],
  summary: { outcomes: { checked: 1, failed: 1 }, calls: { sheetsReads: 4, sheetsWrites: 1, cellsWritten: 7 } },
};

const tab = (sheetId: number, title: string, index: number, more: Json = {}) => ({
  properties: { sheetId, title, index, sheetType: 'GRID', ...more },
});

const STRUCTURES: Readonly<Record<string, Json>> = {
  [VINH_LINH]: {
    properties: { title: 'Huyện Vĩnh Linh - Tổ công nghệ số cộng đồng' },
    sheets: [
      tab(TEAMS, 'Tổ', 0),
      tab(RESULTS, 'Kết quả kiểm tra', 2),
      tab(MANY, 'Hoạt động 12-2022', 1),
      tab(HIDDEN, 'Hoạt động 06-2022', 3, { hidden: true }),
    ],
  },
  [DONG_HA]: {
    properties: { title: 'Thành phố Đông Hà' },
    sheets: [tab(TEAMS, 'Tổ', 0), tab(UNCHECKED, 'Hoạt động 01-2023', 1)],
  },
};

const text = (formattedValue: string, more: Json = {}) => ({ formattedValue, ...more });
const filled = (red: number, green: number, blue: number) => ({
  effectiveFormat: { backgroundColor: { red, green, blue } },
});
const header = (...titles: string[]) => ({
  values: titles.map((title) => text(title, { effectiveFormat: { wrapStrategy: 'WRAP', textFormat: { bold: true } } })),
});
const box = (ticked: boolean) => ({
  formattedValue: ticked ? 'TRUE' : 'FALSE',
  dataValidation: { condition: { type: 'BOOLEAN' } },
});

const TEAM_ROWS = [
  header(
    'Kiểm tra',
    'Xã/phường/thị trấn',
    'Số quyết định',
    'Người ký',
    'Số người trong nhóm Zalo',
    'Đã rà soát',
    'Ghi chú',
  ),
  {
    values: [
      text('✓'),
      text('Xã Vĩnh Tú', { note: OWN_NOTE }),
      text('45/QĐ-UBND'),
      text('Chủ tịch UBND cấp xã'),
      right('9'),
      box(true),
    ],
  },
  { values: [text(LONG_VERDICT), text('Xã Vĩnh Thái'), {}, text('Chủ tịch UBND cấp xã'), {}, box(false)] },
  {
    values: [
      text('! Người ký không phải Chủ tịch UBND xã.'),
      text('Xã Vĩnh Giang'),
      text('12/QĐ-UBND'),
      text('Khác', { note: SIGNER_NOTE, ...filled(0.992, 0.922, 0.827) }),
      right('1.250'),
      box(false),
    ],
  },
  {},
  {
    values: [
      text('✗ Xã này chưa có trong danh sách. Vui lòng chọn lại.'),
      text(HOSTILE),
      text('javascript', { hyperlink: 'javascript:document.title="taken over"' }),
    ],
  },
  { values: [text('✓'), text('Thị trấn Hồ Xá'), text('7/QĐ-UBND'), text('KT. Chủ tịch')] },
  ...Array.from({ length: 40 }, () => ({ values: [{}, {}, {}, {}, {}, box(false)] })),
];

function right(formattedValue: string): Json {
  return text(formattedValue, { effectiveFormat: { horizontalAlignment: 'RIGHT' } });
}

const RESULT_ROWS = [
  header('Trang', 'Dòng', 'Cột', 'Mức', 'Vấn đề'),
  {
    values: [
      text('Tổ'),
      text('Dòng 6', { hyperlink: `#gid=${TEAMS}&range=B6` }),
      text('Xã/phường/thị trấn'),
      text('Lỗi'),
      text('Xã này chưa có trong danh sách của huyện.', { effectiveFormat: { wrapStrategy: 'WRAP' } }),
    ],
  },
];

const UNCHECKED_ROWS = [header('Kiểm tra', 'Ngày'), { values: [{}, text('02/01/2023')] }];

/** As many rows as a large district types in a month. */
const MANY_ROWS = [
  header('Kiểm tra', 'Ngày', 'Xã/phường/thị trấn', ...Array.from({ length: 14 }, (_, index) => `Cột ${index + 4}`)),
  ...Array.from({ length: 1500 }, (_, index) => ({
    values: [
      text(index % 500 === 499 ? '✗ Ngày này ở ngoài kỳ báo cáo.' : '✓'),
      text('11/12/2022'),
      ...Array.from({ length: 15 }, (_, column) => text(`Nội dung ${index + 2}.${column + 3}`)),
    ],
  })),
];

const TABS: Readonly<Record<string, { sheetId: number; rowData: readonly unknown[]; widths: readonly number[] }>> = {
  Tổ: { sheetId: TEAMS, rowData: TEAM_ROWS, widths: [320, 170, 130, 170, 110, 80, 220] },
  'Kết quả kiểm tra': { sheetId: RESULTS, rowData: RESULT_ROWS, widths: [130, 80, 150, 120, 360] },
  'Hoạt động 01-2023': { sheetId: UNCHECKED, rowData: UNCHECKED_ROWS, widths: [320, 100] },
  'Hoạt động 12-2022': { sheetId: MANY, rowData: MANY_ROWS, widths: [320, 100, 170] },
};

function tabAnswer(range: string): Json | null {
  const title = range.slice(1, -1);
  const found = TABS[title];
  if (!found) return null;
  const columnMetadata = found.widths.map((pixelSize) => ({ pixelSize }));
  const properties = { sheetId: found.sheetId, title, gridProperties: { frozenRowCount: 1 } };
  return { sheets: [{ properties, data: [{ rowData: found.rowData, columnMetadata }] }] };
}

/** What `spreadsheets.get` answers, with a range or without; null for what is not there. */
export function spreadsheetAnswer(url: URL): Json | null {
  const id = url.pathname.slice('/v4/spreadsheets/'.length);
  const range = url.searchParams.get('ranges');
  return range === null ? (STRUCTURES[id] ?? null) : tabAnswer(range);
}

const mail = (id: string, subject: string, at: string, html: string) => ({
  id,
  to: ['phong-vhtt@huyen.example'],
  subject,
  text: `${subject}\nKính gửi Phòng Văn hóa và Thông tin.`,
  html,
  at,
});

/** A mail as ours are written, and with what must do nothing: a script, a form, a picture and a frame from outside. */
const MAIL_HTML =
  '<!doctype html><html lang="vi"><head><meta charset="utf-8"></head><body style="margin:0;padding:16px">' +
  '<p id="said" style="color:#b3261e;background:url(https://outside.example/dot.png)">Xã Vĩnh Thái: còn trống.</p>' +
  '<p><a href="https://docs.google.com/spreadsheets/d/abc/edit#gid=11&amp;range=B3">Dòng 3</a></p>' +
  '<script>parent.document.title = "taken over"; document.body.dataset.ran = "yes"</script>' +
  '<img src="https://outside.example/dot.png" alt=""><iframe src="https://outside.example/"></iframe>' +
  '</body></html>';

export const PLAIN_MAIL = 'plain/<1@máy>';

/** The oldest first, as the sink keeps them. */
export const MAILS = [
  mail(PLAIN_MAIL, 'Nhắc nộp báo cáo tháng 12/2022', '2022-12-19T08:00:00.000+07:00', ''),
  mail('digest-464', 'Huyện Vĩnh Linh: 3 dòng cần sửa', '2022-12-20T21:00:00.000+07:00', MAIL_HTML),
] as const;

/** One that comes between two looks. */
export const LATE_MAIL = mail(
  'receipt-461',
  'Đã nhận báo cáo của thành phố Đông Hà',
  '2022-12-20T21:05:00.000+07:00',
  '<p>Đã nhận.</p>',
);

/** Answers of `/_local/overview`. */
export const OVERVIEWS = { full: OVERVIEW, 'no-reports': NO_REPORTS, 'no-workbooks': NO_WORKBOOKS } as const;
