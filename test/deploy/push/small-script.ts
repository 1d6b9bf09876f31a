/** What a build gives, for tests that are about something else than the build. */
import type { BuiltScript } from '../../../apps-script/build.ts';

export const SMALL_SCRIPT: BuiltScript = {
  files: new Map([
    ['main.js', 'function onOpen() {}\n'],
    ['appsscript.json', '{"oauthScopes": ["sheet"]}\n'],
    ['guide.html', '<p>\n'],
    ['sidebar.html', '<p>\n'],
  ]),
  bytes: 21,
};
