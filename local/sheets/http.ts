/** Bodies in and out. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { badRequest, GoogleError } from './google-error.ts';
import { isObject, type Json, type JsonObject, withoutNulls } from './json.ts';

const LARGEST_BODY = 10 * 1024 * 1024;

/** The whole body; one that is too large is read to its end and thrown away, so that the client hears the answer. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  if (size > LARGEST_BODY) {
    throw new GoogleError(413, `Request payload size exceeds the limit: ${LARGEST_BODY} bytes.`);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    throw badRequest([{ description: `Invalid JSON payload received. ${reason}` }]);
  }
}

/** The JSON object of a request, without null fields; an empty object when there is no body. */
export async function readJson(request: IncomingMessage): Promise<JsonObject> {
  const text = await readText(request);
  if (text.trim() === '') return {};
  const body = withoutNulls(parseBody(text));
  if (!isObject(body)) {
    throw badRequest([{ description: 'Invalid JSON payload received. Unexpected value, expected an object.' }]);
  }
  return body;
}

export function sendJson(response: ServerResponse, status: number, body: Json | undefined): void {
  if (body === undefined) {
    response.writeHead(204).end();
    return;
  }
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', 'content-length': bytes.length });
  response.end(bytes);
}
