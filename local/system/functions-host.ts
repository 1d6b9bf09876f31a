/** Hosts the real functions, through the functions framework, in one process: the embedded Firestore needs that. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { HttpProblem, readJson } from './json-http.ts';

export interface FunctionsHost {
  handle(name: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** `names` are registered already. `beforeAnswer` saves what the function has stored before its caller hears of it. */
export function hostFunctions(names: readonly string[], beforeAnswer: () => Promise<void>): FunctionsHost {
  const servers = new Map<string, Server>(names.map((name) => [name, getTestServer(name)]));
  return {
    async handle(name, request, response) {
      const server = servers.get(name);
      if (!server) throw new HttpProblem(404, 'not-found', `There is no function ${name}.`);
      // The framework answers malformed JSON with HTML and logs it; parsed here, it leaves a body that is there alone.
      Object.assign(request, { body: await readJson(request), url: '/' });
      holdAnswer(response, beforeAnswer);
      server.emit('request', request, response);
    },
  };
}

/** Lets the answer out only after `before`; a failed save becomes a broken answer rather than a false promise. */
function holdAnswer(response: ServerResponse, before: () => Promise<void>): void {
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  response.end = ((...args: unknown[]) => {
    before().then(
      () => end(...args),
      (error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))),
    );
    return response;
  }) as typeof response.end;
}
