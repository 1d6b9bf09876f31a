/** `npm run verify`: counts a frozen month again and compares. Exit 0: the same; 1: it differs; 2: it cannot be said. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Firestore } from 'firebase-admin/firestore';
import type { Verified } from '../functions/verify.ts';
import { Period } from '../schemas/calendar.ts';
import { findUnit } from '../schemas/units.ts';
import { openFirestore } from './open-firestore.ts';

const USAGE = `npm run verify -- <đơn vị> <kỳ> [--data THƯ-MỤC]     npm run verify -- <unit> <period> [--data DIR]

Tính lại một kỳ đã khóa từ các dòng đã lưu, so với SHA-256 và số liệu đã chốt; không sửa gì.
Counts a locked month again from its stored rows and compares it with its SHA-256 and figures; changes nothing.

  npm run verify -- 2022:464 2022-08
  npm run verify -- 2022:464 2022-08 --data .data

  --data DIR    kho nhúng của hệ thống trên máy này / the embedded store of the local system
  --help

Không có --data / without --data:
  FIRESTORE_EMULATOR_HOST, GOOGLE_CLOUD_PROJECT   trình giả lập / an emulator
  GOOGLE_CLOUD_PROJECT                            Firestore

Mã kết thúc / exit code: 0 giống / same · 1 khác, nêu chỗ khác đầu tiên / differs, the first difference is named ·
2 không kiểm được / cannot run`;

const SAME = 0;
const DIFFERS = 1;
const CANNOT_RUN = 2;

const FLAGS = { data: { type: 'string' }, help: { type: 'boolean', default: false } } as const;

type Environment = Readonly<Record<string, string | undefined>>;

interface Opened {
  readonly firestore: Firestore;
  readonly close: () => Promise<void>;
}

/** The file is read as the local system saved it; nothing is written, so it stays. */
async function openEmbedded(folder: string, projectId: string): Promise<Opened> {
  const file = join(folder, 'firestore.json');
  await access(file).catch(() => {
    throw new Error(`Không có kho dữ liệu ở ${file}. There is no store at ${file}.`);
  });
  const { openEmbeddedFirestore } = await import('../local/firestore/embedded.ts');
  return openEmbeddedFirestore({ file, projectId });
}

async function openStore(folder: string | undefined, environment: Environment): Promise<Opened> {
  const { FIRESTORE_EMULATOR_HOST: host, GOOGLE_CLOUD_PROJECT: projectId } = environment;
  if (folder !== undefined) return openEmbedded(folder, projectId || 'to-cong-nghe-so');
  if (!projectId) throw new Error('Thiếu GOOGLE_CLOUD_PROJECT hoặc --data. GOOGLE_CLOUD_PROJECT or --data is missing.');
  const firestore = await openFirestore(projectId, host);
  return { firestore, close: () => firestore.terminate() };
}

function say(unit: string, period: string, { versions, finding }: Verified): number {
  const what = `${findUnit(unit)?.fullName ?? unit}, ${period}`;
  if (versions === 0) {
    console.error(`${what}: kỳ này chưa khóa, không có gì để so. The month was never locked.`);
    return CANNOT_RUN;
  }
  if (finding === null) {
    console.log(`${what}: giống bản đã chốt (${versions} phiên bản). The same as what was frozen.`);
    return SAME;
  }
  console.log(`${what}: KHÁC bản đã chốt. DIFFERS from what was frozen.`);
  console.log(`  ở / at     ${finding.place}`);
  console.log(`  phải là / expected  ${finding.expected}`);
  console.log(`  hiện là / found     ${finding.found}`);
  return DIFFERS;
}

async function main(environment: Environment): Promise<number> {
  const { values, positionals } = parseArgs({ options: FLAGS, allowPositionals: true });
  if (values.help) {
    console.log(USAGE);
    return SAME;
  }
  const [unit, month, ...more] = positionals;
  const period = Period.safeParse(month);
  if (unit === undefined || !findUnit(unit) || !period.success || more.length > 0) {
    console.error(USAGE);
    return CANNOT_RUN;
  }
  const { firestore, close } = await openStore(values.data, environment);
  try {
    const { verify } = await import('../functions/verify.ts');
    return say(unit, period.data, await verify(unit, period.data, firestore));
  } finally {
    await close();
  }
}

try {
  // biome-ignore lint/style/noProcessEnv: an operator's command is configured by its shell
  process.exitCode = await main(process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = CANNOT_RUN;
}
