/** Loaded into the real clasp before itself (`node --import`): what it asks Google goes to `APPS_SCRIPT_API` instead. */
import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';

// biome-ignore lint/style/noProcessEnv: a program of its own, which is given nothing else
const address = process.env.APPS_SCRIPT_API;

function request(
  url: string | URL,
  options: RequestOptions,
  callback?: (response: IncomingMessage) => void,
): ClientRequest {
  const { pathname, search } = new URL(url);
  return http.request(new URL(`${pathname}${search}`, address), { ...options, agent: undefined }, callback);
}

https.request = request as typeof https.request;
