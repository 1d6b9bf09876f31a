/** Where a report stands, by timeliness only; lock, extension and version stand beside it, each on its own. */
import * as z from 'zod/mini';

export const ReportStatus = z.enum([
  'not-started',
  'in-progress',
  'has-errors',
  'submitted',
  'submitted-edited',
  'late',
  'nil',
  'not-applicable',
]);
export type ReportStatus = z.infer<typeof ReportStatus>;
