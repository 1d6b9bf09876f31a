/**
 * Preloaded into a process, `…?save=3&when=before`: from SIGUSR2 on the process counts the files that it saves, and dies by
 * kill -9 before or after the one that is meant takes the old one's place.
 */
import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const asked = new URL(import.meta.url).searchParams;
const { rename } = files;
let left = Number.POSITIVE_INFINITY;

process.on('SIGUSR2', () => {
  left = Number(asked.get('save'));
});

files.rename = async (from, to) => {
  left -= 1;
  const isMeant = left === 0;
  if (isMeant && asked.get('when') === 'before') process.kill(process.pid, 'SIGKILL');
  await rename(from, to);
  if (isMeant) process.kill(process.pid, 'SIGKILL');
};
syncBuiltinESMExports();
