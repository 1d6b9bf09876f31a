/** `check-unit`: POST `{unit, period?, asOf?}`. Checks one workbook and answers for one month, the earliest open by default. */
import * as z from 'zod/mini';
import { Instant, Period } from '../../schemas/calendar.ts';
import { UnitId } from '../../schemas/documents.ts';
import { checkNamedUnit } from '../workflows/check-named-unit.ts';
import type { NightlyPorts } from '../workflows/nightly.ts';
import { type EndpointContext, endpoint, type Handler } from './endpoint.ts';

const Body = z.strictObject({ unit: UnitId, period: z.optional(Period), asOf: z.optional(Instant) });

export function checkUnitEndpoint(context: EndpointContext, ports: NightlyPorts): Handler {
  return endpoint('check-unit', Body, context, ({ unit, period }, { asOf }) =>
    checkNamedUnit({ unit, period, now: asOf }, ports),
  );
}
