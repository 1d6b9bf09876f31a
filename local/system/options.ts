/** The flags of `npm start`. */
import { parseArgs } from 'node:util';
import { Instant } from '../../schemas/calendar.ts';
import { unitsWithCommunes } from '../../schemas/units.ts';

export type SampleKind = 'demo' | 'empty' | 'none';

export interface LocalOptions {
  readonly port: number;
  readonly data: string;
  readonly sample: SampleKind;
  readonly months: number;
  readonly seed: number;
  /** Ids of the units that get a workbook. */
  readonly units: readonly string[];
  readonly asOf: Instant;
  readonly once: boolean;
  readonly firestore: 'embedded' | 'emulator';
  readonly quotas: boolean;
}

export const USAGE = `npm start -- [tùy chọn]     cả hệ thống trên một máy, với một tỉnh mẫu

  --port N              cổng (mặc định 8080; 0 = cổng trống bất kỳ)
  --data THƯ-MỤC        nơi lưu dữ liệu (mặc định .data)
  --sample demo|empty|none
                        demo: 9 huyện có tổ, thành viên, hoạt động và lỗi như thật (mặc định)
                        empty: bảng tính trống theo mẫu · none: không có bảng tính
  --months N            số tháng hoạt động gần nhất của tỉnh mẫu (mặc định 3)
  --seed N              hạt giống của tỉnh mẫu (mặc định 1)
  --units 464,468       chỉ những đơn vị có mã này (mặc định: cả 9 huyện, thị xã, thành phố có xã)
  --as-of THỜI-ĐIỂM     giờ của hệ thống, ví dụ 2022-08-25T21:00+07:00 (mặc định 2022-12-20T21:00+07:00)
  --once                chạy một đêm kiểm tra, in bảng kết quả rồi thoát; mã khác 0 nếu có đơn vị không kiểm tra được
  --firestore embedded|emulator
                        kho dữ liệu nhúng (mặc định), hoặc trình giả lập của Google nếu máy có
  --quotas on|off       giới hạn 60 lần đọc, 60 lần ghi mỗi phút như Google (mặc định on)
  --help                in trang này`;

export type OptionsReading =
  | { readonly options: LocalOptions }
  | { readonly help: true }
  | { readonly mistakes: string[] };

const ALL_UNITS: readonly string[] = unitsWithCommunes().map(({ id }) => id);

const FLAGS = {
  port: { type: 'string', default: '8080' },
  data: { type: 'string', default: '.data' },
  sample: { type: 'string', default: 'demo' },
  months: { type: 'string', default: '3' },
  seed: { type: 'string', default: '1' },
  units: { type: 'string', default: '' },
  'as-of': { type: 'string', default: '2022-12-20T21:00+07:00' },
  once: { type: 'boolean', default: false },
  firestore: { type: 'string', default: 'embedded' },
  quotas: { type: 'string', default: 'on' },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the flags; every mistake is listed, none is guessed. */
export function readOptions(args: readonly string[]): OptionsReading {
  let values: ReturnType<typeof parseArgs<{ options: typeof FLAGS }>>['values'];
  try {
    values = parseArgs({ args: [...args], options: FLAGS }).values;
  } catch (error) {
    return { mistakes: [error instanceof Error ? error.message : String(error)] };
  }
  if (values.help) return { help: true };
  const mistakes: string[] = [];
  const wrong = <T>(text: string, fallback: T): T => {
    mistakes.push(text);
    return fallback;
  };
  const number = (flag: 'port' | 'months' | 'seed', least: number, most: number): number => {
    const value = Number(values[flag]);
    const fits = Number.isInteger(value) && value >= least && value <= most && values[flag].trim() !== '';
    return fits
      ? value
      : wrong(`--${flag} cần một số nguyên từ ${least} đến ${most}, không phải «${values[flag]}»`, least);
  };
  const oneOf = <T extends string>(flag: 'sample' | 'firestore' | 'quotas', choices: readonly T[]): T =>
    choices.find((choice) => choice === values[flag]) ??
    wrong(`--${flag} nhận ${choices.join(', ')}, không phải «${values[flag]}»`, choices[0] as T);
  const units = values.units === '' ? ALL_UNITS : values.units.split(',').map((code) => `2022:${code.trim()}`);
  for (const unit of units) if (!ALL_UNITS.includes(unit)) mistakes.push(`--units: không có đơn vị «${unit.slice(5)}»`);
  const asOf = Instant.safeParse(withSeconds(values['as-of']));
  const options: LocalOptions = {
    port: number('port', 0, 65_535),
    data: values.data,
    sample: oneOf('sample', ['demo', 'empty', 'none']),
    months: number('months', 1, 24),
    seed: number('seed', 0, 2 ** 31),
    units,
    asOf: asOf.success
      ? asOf.data
      : wrong(`--as-of cần dạng 2022-08-25T21:00+07:00, không phải «${values['as-of']}»`, '' as Instant),
    once: values.once,
    firestore: oneOf('firestore', ['embedded', 'emulator']),
    quotas: oneOf('quotas', ['on', 'off']) === 'on',
  };
  return mistakes.length > 0 ? { mistakes } : { options };
}

/** `T21:00+07:00` is what people type; ISO instants have seconds. */
const withSeconds = (text: string): string => text.replace(/T(\d\d:\d\d)(?=[+\-Z])/, 'T$1:00');
