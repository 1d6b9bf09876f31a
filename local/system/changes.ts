/**
 * What others change shows on an open page: `GET /_local/changes?workbook=ID` says the workbook's version, at first and
 * after each change. https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SheetsServer } from '../sheets/sheets-server.ts';
import { HttpProblem } from './json-http.ts';

export interface Changes {
  serve(request: IncomingMessage, response: ServerResponse): void;
  /** Ends every open answer: the server could not close before. */
  close(): void;
}

/** Keeps a quiet line open, and notices one that is dead. */
const SIGN_OF_LIFE_MS = 25_000;

export function openChanges(sheets: SheetsServer): Changes {
  /** Open answers, by the workbook that they tell of. */
  const listeners = new Map<string, Set<ServerResponse>>();
  const say = (response: ServerResponse, version: number): void =>
    void response.write(`event: version\ndata: ${version}\n\n`);
  const stop = sheets.onChange(({ id, version }) => {
    for (const response of listeners.get(id) ?? []) say(response, version);
  });
  const timer = setInterval(() => {
    for (const response of [...listeners.values()].flatMap((all) => [...all])) response.write(':\n\n');
  }, SIGN_OF_LIFE_MS);
  timer.unref();

  return {
    serve(request, response) {
      const id = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('workbook') ?? '';
      const version = sheets.versionOf(id);
      if (version === null) throw new HttpProblem(404, 'not-found', 'There is no such workbook.');
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
      const mine = listeners.get(id) ?? new Set();
      listeners.set(id, mine.add(response));
      say(response, version);
      response.on('close', () => {
        mine.delete(response);
        if (mine.size === 0) listeners.delete(id);
      });
    },
    close() {
      stop();
      clearInterval(timer);
      for (const response of [...listeners.values()].flatMap((all) => [...all])) response.end();
    },
  };
}
