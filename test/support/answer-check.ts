/** Holds every answer of the Sheets server against Google's own message types, in whatever suite it is given. */
import { Ajv, type ValidateFunction } from 'ajv';
import { onAnswer, type SheetsAnswer } from '../../local/sheets/answer-channel.ts';
import schema from './generated/sheets-answers.json' with { type: 'json' };

const validators = new Map<string, ValidateFunction>();
let ajv: Ajv | undefined;

/** Compiled when the first such answer comes: most test files never meet one. */
function validatorOf(message: string): ValidateFunction {
  const known = validators.get(message);
  if (known) return known;
  ajv ??= new Ajv({ strict: false }).addSchema(schema, 'google');
  const validate = ajv.getSchema(`google#/definitions/${message}`);
  if (!validate) throw new Error(`Google has no message '${message}'.`);
  validators.set(message, validate);
  return validate;
}

/** What is wrong with an answer: the call, the place in the answer, and the reason; null when it is as Google's. */
export function wrongIn({ call, message, body }: SheetsAnswer): string | null {
  const validate = validatorOf(message);
  if (validate(body)) return null;
  const [first] = validate.errors ?? [];
  const detail = JSON.stringify(first?.params ?? {});
  return `${call}: ${message}${first?.instancePath} ${first?.message} ${detail}`;
}

const found: string[] = [];

let isWatching = false;

/** Checks every answer of this process from now on; asking again changes nothing. */
export function watchAnswers(): void {
  if (isWatching) return;
  isWatching = true;
  onAnswer((answer) => {
    const wrong = wrongIn(answer);
    if (wrong) found.push(wrong);
  });
}

/** Fails when an answer since the last call was no message of Google's. */
export function assertAnswers(): void {
  const wrong = found.splice(0);
  if (wrong.length > 0)
    throw new Error(`The Sheets server answered what Google's types do not allow:\n${wrong.join('\n')}`);
}
