/** The operator's provisioning, joined with real things: a person's own Google identity, since service accounts own no files. */
import type { Firestore } from '@google-cloud/firestore';
import { firestoreStore } from './adapters/firestore-store.ts';
import { type GoogleIdentity, openGoogle } from './adapters/google-client.ts';
import { googleFiles } from './adapters/google-files.ts';
import { googleTemplates } from './adapters/google-template.ts';
import { NO_CALLS } from './domain/calls.ts';
import { closableFrom, deadlinesOf } from './domain/deadline.ts';
import { describePeriod, openPeriods } from './domain/period.ts';
import type { Calls, Log } from './ports.ts';
import { type ProvisionProvinceRequest, provisionProvince } from './workflows/provision-province.ts';
import { type ProvisionedUnit, type ProvisionUnitsRequest, provisionUnits } from './workflows/provision-units.ts';
import type { Provisioned } from './workflows/provision-workbook.ts';

export type { ProvisionedUnit, ProvisionUnitsRequest };
export { closableFrom, deadlinesOf, describePeriod, openPeriods };

export interface ProvisionParts {
  readonly rootUrl?: string | undefined;
  readonly auth: GoogleIdentity;
  readonly firestore: Firestore;
  readonly log: Log;
}

function portsOf({ rootUrl, auth, firestore, log }: ProvisionParts) {
  const client = openGoogle({ rootUrl, auth, log });
  const calls: Calls = { ...NO_CALLS };
  const templates = googleTemplates({ client, calls });
  return { templates, files: googleFiles(client), store: firestoreStore(firestore), log };
}

/** Makes or repairs the units' workbooks; `onUnit` hears of each as it is done. */
export function provision(
  request: ProvisionUnitsRequest,
  parts: ProvisionParts,
  onUnit?: (result: ProvisionedUnit) => Promise<void> | void,
): Promise<readonly ProvisionedUnit[]> {
  return provisionUnits(request, portsOf(parts), onUnit);
}

/** Makes or repairs the province's workbook. */
export function provisionForProvince(request: ProvisionProvinceRequest, parts: ProvisionParts): Promise<Provisioned> {
  return provisionProvince(request, portsOf(parts));
}
