/**
 * What a run may do: what the manifest asks for and the person has granted. A simple trigger is granted nothing, and knows
 * nobody. https://developers.google.com/apps-script/guides/triggers#restrictions
 */
import type { ScriptPerson, ScriptScriptApp } from '../../apps-script/google.ts';
import type { Journal } from './journal.ts';

export interface Manifest {
  readonly oauthScopes?: readonly string[];
  /** Prefixes of the addresses that may be fetched; all, when left out. */
  readonly urlFetchWhitelist?: readonly string[];
}

export interface Authority {
  readonly isSimpleTrigger: boolean;
  /** Throws Google's refusal. */
  need(member: string, scope: string): void;
  has(scope: string): boolean;
  mayFetch(url: string): boolean;
}

const SIMPLE_TRIGGERS: ReadonlySet<string> = new Set(['onOpen', 'onEdit', 'onSelectionChange', 'onInstall']);

const ADDRESS_SCOPE = 'https://www.googleapis.com/auth/userinfo.email';

export function authorityOf(functionName: string, { oauthScopes = [], urlFetchWhitelist }: Manifest): Authority {
  const isSimpleTrigger = SIMPLE_TRIGGERS.has(functionName);
  const granted = isSimpleTrigger ? [] : oauthScopes;
  return {
    isSimpleTrigger,
    need(member, scope) {
      if (granted.includes(scope)) return;
      throw new Error(`You do not have permission to call ${member}. Required permissions: ${scope}`);
    },
    has: (scope) => granted.includes(scope),
    mayFetch: (url) => urlFetchWhitelist?.some((prefix) => isBelow(url, prefix)) ?? true,
  };
}

/** https://developers.google.com/apps-script/manifest/allowlist-url#adding_prefixes_to_your_allowlist */
const isBelow = (url: string, prefix: string): boolean =>
  url === prefix || [prefix.endsWith('/') ? prefix : `${prefix}/`, `${prefix}?`].some((one) => url.startsWith(one));

/** https://developers.google.com/apps-script/reference/script/script-app#getidentitytoken */
export function makeScriptApp(
  email: string,
  tokenFor: (person: { readonly sub: string; readonly email?: string }) => string,
  authority: Authority,
  journal: Journal,
): ScriptScriptApp {
  const person = { sub: email, ...(authority.has(ADDRESS_SCOPE) && { email }) };
  return {
    getIdentityToken: () =>
      authority.has('openid') ? journal.once('an identity token', () => tokenFor(person)) : null,
  };
}

/** Blank in simple triggers, refused without the scope. https://developers.google.com/apps-script/reference/base/user#getemail */
export function makeSession(email: string, authority: Authority): ScriptPerson {
  const user = {
    getEmail(): string {
      if (authority.isSimpleTrigger) return '';
      authority.need('Session.getActiveUser', ADDRESS_SCOPE);
      return email;
    },
  };
  return { getActiveUser: () => user, getEffectiveUser: () => user };
}
