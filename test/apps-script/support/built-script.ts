/** The script as it is pushed, built once for all tests. */
import { type BuiltScript, buildScript } from '../../../apps-script/build.ts';

let built: Promise<BuiltScript> | undefined;

export function builtScript(): Promise<BuiltScript> {
  built ??= buildScript();
  return built;
}
