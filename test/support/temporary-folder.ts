/** A folder for each test of a suite. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Call it within a `describe`; the function it gives names the folder of the running test. All are removed at the end of
 * the suite, when whatever a test closes behind itself has been closed.
 */
export function temporaryFolder(): () => string {
  const folders: string[] = [];
  beforeEach(async () => {
    folders.push(await mkdtemp(join(tmpdir(), 'to-cong-nghe-so-')));
  });
  after(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });
  return () => folders.at(-1) ?? '';
}
