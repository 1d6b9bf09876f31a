/** One JSON line per event, as Cloud Logging reads it. https://docs.cloud.google.com/logging/docs/structured-logging */
import type { Log } from '../ports.ts';

/** `write` takes whole lines, `process.stdout.write` for one. `always` is put into every line: runId, unit. */
export function jsonLog(write: (line: string) => void, always: Readonly<Record<string, unknown>> = {}): Log {
  return (severity, message, fields = {}) => {
    // What names the event comes last, so that no field can take its place.
    write(`${JSON.stringify({ ...always, ...fields, severity, message })}\n`);
  };
}
