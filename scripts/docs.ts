/** Writes the generated documents anew: `npm run docs`. A test compares them with a fresh generation. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DOCUMENTS } from './docs/documents.ts';

for (const [file, generate] of Object.entries(DOCUMENTS)) {
  writeFileSync(fileURLToPath(new URL(`../docs/${file}`, import.meta.url)), generate());
}
