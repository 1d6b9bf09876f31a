/** The script as it is pushed, read once for all tests of a process. */
import type { BuiltScript } from '../../../apps-script/build.ts';
import { keptScript } from '../../../local/script/kept-script.ts';

let built: Promise<BuiltScript> | undefined;

export function builtScript(): Promise<BuiltScript> {
  built ??= keptScript();
  return built;
}
