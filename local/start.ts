/** `npm start`: the whole system on one machine, on one port, with a sample province. `--help` lists the flags. */
import { openSystem } from './system/open-system.ts';
import { type LocalOptions, readOptions, USAGE } from './system/options.ts';
import { runOnce } from './system/run-once.ts';

const say = (line: string): void => console.error(line);

/** Ends cleanly on SIGTERM and SIGINT: answers what has begun, saves, and leaves. */
async function serve(options: LocalOptions): Promise<void> {
  const system = await openSystem(options, say);
  let closing = false;
  const stop = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    await system.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  console.log(`Sẵn sàng: ${system.address}`);
}

async function once(options: LocalOptions): Promise<void> {
  const system = await openSystem({ ...options, port: 0 }, say);
  try {
    process.exitCode = await runOnce(system, (line) => console.log(line));
  } finally {
    await system.close();
  }
}

async function main(): Promise<void> {
  const reading = readOptions(process.argv.slice(2));
  if ('help' in reading) return console.log(USAGE);
  if ('mistakes' in reading) {
    say(`${reading.mistakes.join('\n')}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  await (reading.options.once ? once(reading.options) : serve(reading.options));
}

try {
  await main();
} catch (error) {
  say(error instanceof Error ? `Không khởi động được: ${error.message}` : String(error));
  if (error instanceof Error && error.cause) say(String(error.cause));
  process.exit(1);
}
