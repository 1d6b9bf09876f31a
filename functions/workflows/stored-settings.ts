/** The Department's settings as they were last valid, without a look at the tab. */
import { SETTINGS_PATH } from '../../schemas/document-paths.ts';
import type { SettingsDocument } from '../../schemas/documents.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import { settingsFrom } from '../domain/settings.ts';
import type { Calls, Store } from '../ports.ts';

export async function storedSettings({
  store,
  calls,
}: {
  readonly store: Store;
  readonly calls: Calls;
}): Promise<SettingsDocument> {
  const stored = (await store.get([SETTINGS_PATH])).get(SETTINGS_PATH) as SettingsDocument | undefined;
  calls.documentsRead += 1;
  return stored ?? settingsFrom(DEFAULT_CALENDAR);
}
