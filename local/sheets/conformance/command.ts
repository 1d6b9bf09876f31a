/** What `npm run conformance -- FOLDER` does, on its arguments. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveSheets } from '../serve.ts';
import { readCassettes, UnreadableRecording } from './cassette.ts';
import { replayCassette } from './replay.ts';
import { addRecording, emptyReport, printReport, type Report } from './report.ts';

const HELP = `Replays recorded Google Sheets traffic against this server and counts how often it answers as Google did.

  npm run conformance -- FOLDER

  FOLDER   recordings in VCR's JSON, one file (*.json) for each test
  --help   this text

The server is started for it on a free port, with an empty folder and without quotas. Ids that a server invents, and the
address of the calling account, are learned and do not count as differences; neither do spreadsheetUrl and numbers within
a millionth. It measures and does not judge: the exit code is 0 unless it could not run.
`;

async function replayFolder(folder: string): Promise<Report> {
  const cassettes = await readCassettes(folder);
  const directory = await mkdtemp(join(tmpdir(), 'sheets-conformance-'));
  const served = await serveSheets({ directory, quotas: false });
  const report = emptyReport();
  try {
    const server = { root: served.root, accepts: served.server.accepts };
    for (const cassette of cassettes) addRecording(report, await Array.fromAsync(replayCassette(cassette, server)));
    return report;
  } finally {
    await served.close();
    await rm(directory, { recursive: true, force: true });
  }
}

export interface Told {
  readonly exitCode: 0 | 1;
  /** For standard output when the exit code is 0, for standard error otherwise. */
  readonly text: string;
}

async function answerTo(args: readonly string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { help: { type: 'boolean', default: false } },
  });
  if (values.help) return HELP;
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UnreadableRecording(`Name one folder.\n\n${HELP}`);
  return printReport(await replayFolder(folder));
}

const isMisuse = (error: unknown): error is Error =>
  error instanceof UnreadableRecording || `${(error as { code?: unknown }).code}`.startsWith('ERR_PARSE_ARGS');

/** Whoever called it wrongly is told so; every other error is thrown. */
export async function conformance(args: readonly string[]): Promise<Told> {
  try {
    return { exitCode: 0, text: await answerTo(args) };
  } catch (error) {
    if (isMisuse(error)) return { exitCode: 1, text: error.message };
    throw error;
  }
}
