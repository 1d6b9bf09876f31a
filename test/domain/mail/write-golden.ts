/** Writes the golden mails anew: `npx node test/domain/mail/write-golden.ts`. Read the difference before it is kept. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { GOLDEN } from './golden-mails.ts';

const folder = new URL('golden/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, make] of Object.entries(GOLDEN)) {
  const { subject, text, html } = make();
  writeFileSync(new URL(`${name}.txt`, folder), `${subject}\n\n${text}`);
  writeFileSync(new URL(`${name}.html`, folder), html);
}
