/** Writes and saves until it is killed: `node save-without-end.ts <file>`. Says when each save is done. */
import { openEmbeddedFirestore } from '../../../local/firestore/embedded.ts';

const file = process.argv[2];
if (file === undefined) throw new Error('Name the file.');
const { firestore, save } = await openEmbeddedFirestore({ file, projectId: 'test-killed' });

/** Large enough for a save to take some time, in which it can be killed. */
const text = 'x'.repeat(900_000);

for (let round = 1; ; round += 1) {
  for (let index = 0; index < 30; index += 1) await firestore.doc(`units/${index}`).set({ round, text });
  await save();
  process.stdout.write(`${round}\n`);
}
