/**
 * Google's limits: 60 reads and 60 writes a minute for each user, 300 of each for the project.
 * https://developers.google.com/workspace/sheets/api/limits
 */
import { GoogleError } from './google-error.ts';

export type CallKind = 'read' | 'write';

export interface Quotas {
  /** Notes one call, or refuses it with Google's 429. */
  take(email: string, kind: CallKind): void;
}

const WINDOW_MS = 60_000;
const PER_USER = 60;
const PER_PROJECT = 300;
const PROJECT_NUMBER = '123456789012';

const NAMES = {
  read: { title: 'Read requests', limit: 'ReadRequestsPerMinute', metric: 'read_requests' },
  write: { title: 'Write requests', limit: 'WriteRequestsPerMinute', metric: 'write_requests' },
} as const;

function quotaExceeded(kind: CallKind, isOfUser: boolean): GoogleError {
  const { title, limit, metric } = NAMES[kind];
  const scope = isOfUser ? ' per user' : '';
  return new GoogleError(
    429,
    `Quota exceeded for quota metric '${title}' and limit '${title} per minute${scope}' ` +
      `of service 'sheets.googleapis.com' for consumer 'project_number:${PROJECT_NUMBER}'.`,
    [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'RATE_LIMIT_EXCEEDED',
        domain: 'googleapis.com',
        metadata: {
          consumer: `projects/${PROJECT_NUMBER}`,
          quota_limit: `${limit}${isOfUser ? 'PerUser' : 'PerProject'}`,
          quota_metric: `sheets.googleapis.com/${metric}`,
          service: 'sheets.googleapis.com',
        },
      },
    ],
  );
}

/** Calls of the last minute. A clock that was moved back forgets the calls that now lie ahead. */
const recentCalls = (calls: readonly number[], now: number): number[] =>
  calls.filter((at) => at > now - WINDOW_MS && at <= now);

/** A sliding window: a call is refused while a full quota of calls lies in the minute before it. */
export function openQuotas(now: () => number): Quotas {
  const ofUsers = new Map<string, number[]>();
  const ofProject: Record<CallKind, number[]> = { read: [], write: [] };
  return {
    take(email, kind) {
      const at = now();
      const key = `${kind} ${email.toLowerCase()}`;
      const mine = recentCalls(ofUsers.get(key) ?? [], at);
      const all = recentCalls(ofProject[kind], at);
      if (mine.length >= PER_USER) throw quotaExceeded(kind, true);
      if (all.length >= PER_PROJECT) throw quotaExceeded(kind, false);
      ofUsers.set(key, [...mine, at]);
      ofProject[kind] = [...all, at];
    },
  };
}

export const noQuotas: Quotas = { take: () => undefined };
