/** `node --import` this file: a server in a process of its own ends with 70 at an answer that is no message of Google's. */
import { onAnswer } from '../../local/sheets/answer-channel.ts';
import { wrongIn } from './answer-check.ts';

const EXIT_CODE = 70;

onAnswer((answer) => {
  const wrong = wrongIn(answer);
  if (wrong === null) return;
  console.error(wrong);
  process.exit(EXIT_CODE);
});
