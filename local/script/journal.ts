/**
 * What a script asked of the world outside its workbook, and what it was told, in order. At Google a script waits for an
 * answer from the network; here the functions live in the same process, and could not answer while the script ran. So at
 * a request the run is left, the request is made, and the script is run again from its start: up to there it is told what
 * it was told before, and sees the workbook as it was before.
 */
import type { FetchAnswer, FetchRequest } from './url-fetch.ts';

export interface Journal {
  /** Asks once; the script that is run again is told the same. Throws when it asks for something else this time. */
  once<T>(question: string, ask: () => T): T;
  /** The answer, or null where nobody could be reached. Leaves the run when there is none yet. */
  answerTo(request: FetchRequest): FetchAnswer | null;
  /** The request for which the run was left. After it nothing is asked or written any more, whatever the script does. */
  readonly waiting: FetchRequest | null;
  /** How many answers from the network the script has been told in this run. Throws when it has been left. */
  phase(): number;
  /** The answer to the request that was waiting; the next run begins from the first question. */
  goOn(answer: FetchAnswer | null): void;
}

interface Entry {
  readonly question: string;
  readonly told: unknown;
}

/** Leaves the run. A script may catch it, but gets no further than to its own end. */
class Waiting extends Error {
  constructor() {
    super('The script waits for an answer.');
    this.name = 'Waiting';
  }
}

export function openJournal(): Journal {
  const entries: Entry[] = [];
  let position = 0;
  let answered = 0;
  let waiting: FetchRequest | null = null;

  function known(question: string): Entry | undefined {
    if (waiting) throw new Waiting();
    const entry = entries[position];
    if (entry === undefined) return undefined;
    if (entry.question !== question) {
      throw new Error(`Run again, the script asked for ${question} where it had asked for ${entry.question}.`);
    }
    position += 1;
    return entry;
  }

  function note<T>(question: string, told: T): T {
    entries.push({ question, told });
    position += 1;
    return told;
  }

  const questionOf = (request: FetchRequest): string => `fetch ${JSON.stringify(request)}`;
  return {
    once: <T>(question: string, ask: () => T): T => {
      const entry = known(question);
      return entry ? (entry.told as T) : note(question, ask());
    },
    answerTo(request) {
      const entry = known(questionOf(request));
      if (entry) {
        answered += 1;
        return entry.told as FetchAnswer | null;
      }
      waiting = request;
      throw new Waiting();
    },
    get waiting() {
      return waiting;
    },
    phase() {
      if (waiting) throw new Waiting();
      return answered;
    },
    goOn(answer) {
      if (waiting) entries.push({ question: questionOf(waiting), told: answer });
      [waiting, position, answered] = [null, 0, 0];
    },
  };
}
