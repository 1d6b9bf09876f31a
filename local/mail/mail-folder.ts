/** The mails of the sink: one file each, written as a whole or not at all, numbered in the order of their arrival. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../../schemas/calendar.ts';

export interface ReceivedMail {
  /** The outbox's id, or the Message-ID of a mail from elsewhere. */
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: Instant;
}

export interface MailFolder {
  /** False when a mail with this Message-ID is there already. Resolves when the mail would outlive the process. */
  add(messageId: string, mail: ReceivedMail): Promise<boolean>;
  /** The oldest first. */
  list(): Promise<readonly ReceivedMail[]>;
}

const FILE = /^(\d{6,})-([0-9a-f]{32})\.json$/;
const TEMPORARY = '.tmp';

const keyOf = (messageId: string): string => createHash('sha256').update(messageId).digest('hex').slice(0, 32);

interface Index {
  readonly keys: Set<string>;
  last: number;
}

async function readIndex(directory: string): Promise<Index> {
  await mkdir(directory, { recursive: true });
  const names = await readdir(directory);
  // What a killed process was writing: its sender was never answered, and sends it again.
  await Promise.all(names.filter((name) => name.endsWith(TEMPORARY)).map((name) => rm(join(directory, name))));
  const files = names.map((name) => FILE.exec(name)).filter((match) => match !== null);
  return {
    keys: new Set(files.map(([, , key = '']) => key)),
    last: files.reduce((last, [, number]) => Math.max(last, Number(number)), 0),
  };
}

export async function openMailFolder(directory: string): Promise<MailFolder> {
  const index = await readIndex(directory);
  let last: Promise<unknown> = Promise.resolve();

  async function store(messageId: string, mail: ReceivedMail): Promise<boolean> {
    const key = keyOf(messageId);
    if (index.keys.has(key)) return false;
    const path = join(directory, `${String(index.last + 1).padStart(6, '0')}-${key}.json`);
    await writeFile(`${path}${TEMPORARY}`, JSON.stringify(mail), { flush: true });
    await rename(`${path}${TEMPORARY}`, path);
    index.keys.add(key);
    index.last += 1;
    return true;
  }

  return {
    // One at a time, so that the same mail over two connections is stored once.
    add(messageId, mail) {
      const added = last.then(() => store(messageId, mail));
      last = added.catch(() => undefined);
      return added;
    },
    async list() {
      const names = (await readdir(directory)).filter((name) => FILE.test(name)).sort();
      return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(directory, name), 'utf8'))));
    },
  };
}
