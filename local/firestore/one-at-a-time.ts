/** Calls that wait for those before them. One that failed has told its own caller, and the next one runs all the same. */
export function oneAtATime(act: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(act, act);
    return last;
  };
}
