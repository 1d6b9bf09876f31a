/** `npm run push`: builds the Apps Script and pushes it into the units' workbooks, under a person's own Google identity. */
import { claspOf } from './push/clasp.ts';
import { type CommandParts, pushCommand } from './push/command.ts';

/** What takes long to load is loaded when it is asked for: neither `--help` nor a wrong flag waits for it. */
const PARTS: CommandParts = {
  root: process.cwd(),
  // biome-ignore lint/style/noProcessEnv: an operator's command is configured by its shell
  environment: process.env,
  build: async () => (await import('../apps-script/build.ts')).buildScript(),
  claspOf,
  openStore: async (projectId, emulatorHost) => {
    const { openFirestore } = await import('./open-firestore.ts');
    const { firestoreStore } = await import('../functions/adapters/firestore-store.ts');
    const firestore = await openFirestore(projectId, emulatorHost);
    return { store: firestoreStore(firestore), close: () => firestore.terminate() };
  },
  say: (text) => console.log(text),
  complain: (text) => console.error(text),
};

process.exitCode = await pushCommand(process.argv.slice(2), PARTS);
