/**
 * Replays recordings against a server and judges its answers to calls of the Sheets API: the status, then the body without
 * `spreadsheetUrl`. Calls of Drive that the server has are carried out, because they make, fill, copy and delete
 * spreadsheets, but not judged. Calls on spreadsheets that the recording did not make are judged only where Google refused.
 */
import { isObject, type Json } from '../json.ts';
import { type Cassette, jsonOrText, type Recorded } from './cassette.ts';
import { differences } from './differences.ts';
import { Invented } from './invented.ts';

export interface Outcome {
  /** Method, path without ids, kinds of a batchUpdate: a line of the table. */
  readonly call: string;
  readonly isStatusRight: boolean;
  /** Where status or body differ; none when the answer is exact. */
  readonly where: readonly string[];
}

export interface Server {
  readonly root: string;
  /** Whether the server has such a path at all. */
  accepts(pathname: string): boolean;
}

const CALLER = 'recorder@conformance.example';
const SHEETS_PATH = /^\/v4\/spreadsheets\/([^/:?]+)/;
const DRIVE_PATH = /^(?:\/upload)?\/drive\/v\d\/files(?:\/([^/]+))?/;

/** What one recorded spreadsheet has become. */
interface Stand {
  readonly id: string;
  readonly invented: Invented;
}

interface Answered {
  readonly status: number;
  readonly body: Json;
}

function kindsIn(body: string): string {
  const message = jsonOrText(body);
  const requests = isObject(message) && Array.isArray(message.requests) ? message.requests : [];
  return [...new Set(requests.filter(isObject).flatMap((request) => Object.keys(request)))].join('+');
}

export function nameOfCall({ method, url, status, body }: Recorded): string {
  const shape = url.pathname
    .replace(SHEETS_PATH, '/{id}')
    .replace(/\/values\/.*?(:append|:clear)?$/, '/values/{range}$1')
    .replace(/\/(sheets|developerMetadata)\/\d+/, '/$1/{id}');
  const kinds = shape.endsWith('{id}:batchUpdate') ? ` ${kindsIn(body)}` : '';
  return `${method} ${shape}${status === 200 ? '' : ` [${status}]`}${kinds}`;
}

async function send(root: string, recorded: Recorded, target: string, body: string): Promise<Answered> {
  const response = await fetch(`${root}${target}`, {
    method: recorded.method,
    headers: { authorization: `Bearer ${CALLER}`, ...(body && { 'content-type': recorded.contentType }) },
    ...(body && { body }),
  });
  return { status: response.status, body: jsonOrText(await response.text()) };
}

function withoutUrl(answer: Json): Json {
  if (!isObject(answer)) return answer;
  const { spreadsheetUrl: _, ...rest } = answer;
  return rest;
}

function judge(recorded: Recorded, answered: Answered, invented: Invented): Outcome {
  const call = nameOfCall(recorded);
  if (answered.status !== recorded.status) {
    return { call, isStatusRight: false, where: [`status: want ${recorded.status}, got ${answered.status}`] };
  }
  invented.learn(recorded.answer, answered.body);
  const want = withoutUrl(invented.translate(recorded.answer));
  return { call, isStatusRight: true, where: differences(want, withoutUrl(answered.body)) };
}

const newStand = (recordedId: string, id: string): Stand => {
  const invented = new Invented(CALLER);
  invented.note('spreadsheet', recordedId, id);
  return { id, invented };
};

const idIn = (answer: Json): string | null => {
  const id = isObject(answer) ? (answer.spreadsheetId ?? answer.id) : null;
  return typeof id === 'string' ? id : null;
};

/** The request as it is sent: ids of the recording replaced by those that the server gave. */
function translated({ url, body }: Recorded, recordedId: string, stand: Stand): { target: string; body: string } {
  const message = jsonOrText(body);
  return {
    target: `${url.pathname}${url.search}`.replace(recordedId, stand.id),
    body: isObject(message) ? JSON.stringify(stand.invented.translate(message)) : body,
  };
}

export async function* replayCassette({ interactions }: Cassette, server: Server): AsyncGenerator<Outcome> {
  const stands = new Map<string, Stand>();
  /** An answer that names a new file ties the recorded id to the server's. */
  const remember = (recorded: Recorded, answered: Answered): void => {
    const [before, now] = [idIn(recorded.answer), idIn(answered.body)];
    if (before !== null && now !== null && !stands.has(before)) stands.set(before, newStand(before, now));
  };

  for (const recorded of interactions) {
    const { pathname, search } = recorded.url;
    if (!server.accepts(pathname)) continue;
    const sheets = SHEETS_PATH.exec(pathname)?.[1];
    const recordedId = sheets ?? DRIVE_PATH.exec(pathname)?.[1];
    const stand = recordedId === undefined ? undefined : stands.get(recordedId);
    if (recordedId !== undefined && !stand && (sheets === undefined || recorded.status === 200)) continue;
    const request =
      recordedId !== undefined && stand
        ? translated(recorded, recordedId, stand)
        : { target: `${pathname}${search}`, body: recorded.body };
    const answered = await send(server.root, recorded, request.target, request.body);
    if (sheets !== undefined) yield judge(recorded, answered, stand?.invented ?? new Invented(CALLER));
    else remember(recorded, answered);
  }
}
