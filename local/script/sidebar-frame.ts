/** A sidebar as a page of its own, for a frame: `google.script.run` speaks to the page around it. */
import type { Sidebar } from './page-services.ts';

/**
 * Calls go out as `{script: {id, name, args}}` and come back as `{id, result}` or `{id, error}`; functions of the script are
 * found by name, so any property of the runner is one. https://developers.google.com/apps-script/guides/html/reference/run
 */
const RUNNER = `
(() => {
  const waiting = new Map();
  let next = 0;
  addEventListener('message', ({ data, source }) => {
    const calls = source === parent && waiting.get(data && data.id);
    if (!calls) return;
    waiting.delete(data.id);
    if (data.error === undefined) calls.succeed(data.result);
    else calls.fail(new Error(data.error));
  });
  const runner = (succeed, fail) => new Proxy({}, {
    get: (_, name) => {
      if (name === 'withSuccessHandler') return (handle) => runner(handle, fail);
      if (name === 'withFailureHandler') return (handle) => runner(succeed, handle);
      return (...args) => {
        next += 1;
        waiting.set(next, { succeed, fail });
        parent.postMessage({ script: { id: next, name, args } }, '*');
      };
    },
  });
  window.google = { script: { run: runner(() => {}, () => {}) } };
})();`;

/** As strict as the page around it, but for the script that lies in it; it reaches nobody but that page. */
export const FRAME_POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-scripts";

export function sidebarFrame({ html }: Sidebar): string {
  return html.replace('<head>', () => `<head>\n<script>${RUNNER}\n</script>`);
}
