/**
 * What stands in for clasp as a program: notes each call, and answers as `answers.json` says. Run as
 * `node fake-clasp-program.ts <folder> <clasp's arguments>`.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerTo } from './fake-clasp.ts';

const [folder = '', ...args] = process.argv.slice(2);
appendFileSync(join(folder, 'calls.jsonl'), `${JSON.stringify({ args, folder: process.cwd() })}\n`);
const answer = answerTo(args, JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')));
process.stdout.write(answer.stdout);
process.stderr.write(answer.stderr);
process.exitCode = answer.exitCode ?? 1;
