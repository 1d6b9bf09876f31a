/** Recordings of real traffic: VCR's JSON, one file for each test, its requests in order with Google's answers. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject, type Json } from '../json.ts';

export interface Recorded {
  readonly method: string;
  readonly url: URL;
  /** Text as it was sent; empty when there was none. */
  readonly body: string;
  readonly contentType: string;
  readonly status: number;
  readonly answer: Json;
}

export interface Cassette {
  readonly name: string;
  readonly interactions: readonly Recorded[];
}

/** The folder or a file in it cannot be replayed; the message says which and why. */
export class UnreadableRecording extends Error {}

export function jsonOrText(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** VCR keeps each header as a list, under whatever case it was sent in. */
function headerOf(headers: unknown, name: string): string {
  if (!isObject(headers)) return '';
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return textOf(Array.isArray(found) ? found[0] : found);
}

function recordedFrom(interaction: Json): Recorded {
  const { request, response } = isObject(interaction) ? interaction : {};
  if (!isObject(request) || !isObject(response) || !isObject(response.status)) {
    throw new UnreadableRecording('an interaction without request, response or status');
  }
  const answer = isObject(response.body) ? textOf(response.body.string) : textOf(response.body);
  return {
    method: textOf(request.method),
    url: new URL(textOf(request.uri)),
    body: textOf(request.body),
    contentType: headerOf(request.headers, 'content-type'),
    status: Number(response.status.code),
    answer: jsonOrText(answer),
  };
}

export function cassetteFrom(name: string, text: string): Cassette {
  try {
    const file = JSON.parse(text) as Json;
    const interactions = isObject(file) ? file.interactions : undefined;
    if (!Array.isArray(interactions)) throw new UnreadableRecording('no list of interactions');
    return { name, interactions: interactions.map(recordedFrom) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableRecording(`${name} is no recording in VCR's JSON: ${reason}`);
  }
}

/** The recordings of a folder, by name. */
export async function readCassettes(folder: string): Promise<Cassette[]> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableRecording(`The folder ${folder} cannot be read (${error.code}).`);
  });
  const names = files.filter((file) => file.endsWith('.json')).sort();
  if (names.length === 0) throw new UnreadableRecording(`The folder ${folder} holds no recording (*.json).`);
  return Promise.all(names.map(async (name) => cassetteFrom(name, await readFile(join(folder, name), 'utf8'))));
}
