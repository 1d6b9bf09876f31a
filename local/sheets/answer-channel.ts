/**
 * Says of every answered Sheets call what was answered, to whoever listens; nobody does unless a test asks for it.
 * https://nodejs.org/api/diagnostics_channel.html
 */
import { channel, subscribe } from 'node:diagnostics_channel';
import type { Json } from './json.ts';

const CHANNEL = 'local-sheets.answer';
const answers = channel(CHANNEL);

export interface SheetsAnswer {
  /** Method and path. */
  readonly call: string;
  /** Google's name of the message that the answer is. */
  readonly message: string;
  readonly body: Json;
}

export function tellAnswer(answer: SheetsAnswer): void {
  if (answers.hasSubscribers) answers.publish(answer);
}

/** `listen` hears every answer with status 200 in this process, before it leaves. */
export const onAnswer = (listen: (answer: SheetsAnswer) => void): void =>
  subscribe(CHANNEL, (answer) => listen(answer as SheetsAnswer));
