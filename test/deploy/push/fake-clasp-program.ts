/**
 * What stands in for clasp: notes each call, and answers as `answers.json` says for the first key that is one of its
 * arguments. Run as `node fake-clasp-program.ts <folder> <clasp's arguments>`.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FakeAnswer } from './fake-clasp.ts';

const [folder = '', ...args] = process.argv.slice(2);
appendFileSync(join(folder, 'calls.jsonl'), `${JSON.stringify({ args, folder: process.cwd() })}\n`);
const answers: Record<string, FakeAnswer> = JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8'));
const key = Object.keys(answers).find((argument) => args.includes(argument));
const answer = key === undefined ? { exitCode: 99, stderr: 'No answer was prepared.' } : answers[key];
process.stdout.write(answer?.stdout ?? '');
process.stderr.write(answer?.stderr ?? '');
process.exitCode = answer?.exitCode ?? 0;
