/** `spreadsheets.batchUpdate` on a draft: all requests or none. */
import { assertCellLimit } from './cell-limit.ts';
import type { Change } from './change.ts';
import { GoogleError, invalidArgument, notImplemented } from './google-error.ts';
import { isObject, type JsonObject } from './json.ts';
import { KINDS } from './requests/kinds.ts';

function kindOf(request: unknown, index: number): [string, JsonObject] {
  const [entry, ...more] = isObject(request) ? Object.entries(request) : [];
  if (!entry) throw invalidArgument(`Invalid requests[${index}]: No request set.`);
  if (more.length > 0) throw invalidArgument(`Invalid requests[${index}]: Only one request kind may be set.`);
  const [kind, body] = entry;
  return [kind, isObject(body) ? body : {}];
}

function applyRequest(change: Change, request: unknown, index: number): JsonObject {
  const [kind, body] = kindOf(request, index);
  const apply = KINDS[kind];
  if (!apply) throw notImplemented(`batchUpdate request '${kind}'`);
  try {
    const reply = apply(change, body);
    assertCellLimit(change.spreadsheet);
    return reply === undefined ? {} : { [kind]: reply };
  } catch (error) {
    if (error instanceof GoogleError && error.code === 400 && error.details.length === 0) {
      throw invalidArgument(`Invalid requests[${index}].${kind}: ${error.message}`);
    }
    throw error;
  }
}

export function applyBatch(change: Change, requests: unknown): JsonObject[] {
  if (!Array.isArray(requests) || requests.length === 0) throw invalidArgument('Must specify at least one request.');
  return requests.map((request, index) => applyRequest(change, request, index));
}
