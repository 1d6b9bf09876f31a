/** What is dear to start and is shared: by the tests of a run, or of one file where files run side by side. */

const closing: (() => Promise<void>)[] = [];

/** Opens with the first call; closed by the root hook (`hooks.ts`), and opened anew by a call after that. */
export function shared<T>(open: () => Promise<T>, close: (opened: T) => Promise<void>): () => Promise<T> {
  let opened: Promise<T> | undefined;
  return () => {
    if (opened === undefined) {
      const opening = open();
      opened = opening;
      closing.push(async () => {
        opened = undefined;
        // What never opened has failed its test already, and there is nothing to close.
        const [outcome] = await Promise.allSettled([opening]);
        if (outcome.status === 'fulfilled') await close(outcome.value);
      });
    }
    return opened;
  };
}

export async function closeShared(): Promise<void> {
  for (const close of closing.splice(0)) await close();
}
