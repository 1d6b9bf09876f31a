/** `UrlFetchApp`: https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app */
import type { ScriptFetchParams, ScriptUrlFetchApp } from '../../apps-script/google.ts';
import type { Authority } from './authority.ts';
import type { Journal } from './journal.ts';

export interface FetchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface FetchAnswer {
  readonly status: number;
  readonly text: string;
}

const SCOPE = 'https://www.googleapis.com/auth/script.external_request';

/** `root`: the one address below which somebody may be reached. Nothing on this machine asks the network. */
export function makeUrlFetchApp(root: string, authority: Authority, journal: Journal): ScriptUrlFetchApp {
  return {
    fetch(url, { method, contentType, headers, payload, muteHttpExceptions, ...others }: ScriptFetchParams) {
      authority.need('UrlFetchApp.fetch', SCOPE);
      if (Object.keys(others).length > 0) throw new Error(`UrlFetchApp.fetch: unknown here: ${Object.keys(others)}.`);
      if (!authority.mayFetch(url)) throw new Error(`${url} is not in the manifest's urlFetchWhitelist.`);
      if (!url.startsWith(root)) throw new Error(`On this machine UrlFetchApp reaches ${root} alone, and not ${url}.`);
      const request = { url, method, headers: { ...headers, 'content-type': contentType }, body: payload };
      const answer = journal.answerTo(request);
      if (answer === null) throw new Error(`Address unavailable: ${url}`);
      const { status, text } = answer;
      if (status >= 400 && !muteHttpExceptions) throw new Error(`Request failed for ${url} returned code ${status}.`);
      return { getResponseCode: () => status, getContentText: () => text };
    },
  };
}

/** Null where nobody answers. */
export async function fetchAnswer({ url, method, headers, body }: FetchRequest): Promise<FetchAnswer | null> {
  try {
    const response = await fetch(url, { method, headers, body });
    return { status: response.status, text: await response.text() };
  } catch {
    return null;
  }
}
