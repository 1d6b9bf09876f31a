/** Makes the province's workbook, or puts right what it has lost, and notes which one it is. */
import { SETTINGS_PATH } from '../../schemas/document-paths.ts';
import type { SettingsDocument } from '../../schemas/documents.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import type { WorkbookPeople, WorkbookState } from '../../schemas/template.ts';
import { provinceTemplate } from '../domain/province-template.ts';
import { chartRepairs } from '../domain/province-template-charts.ts';
import { PROVINCE_ROWS_SEEN, settingsRowRepairs } from '../domain/province-template-repairs.ts';
import { settingsFrom } from '../domain/settings.ts';
import type { Store, StoredDocument } from '../ports.ts';
import { type Provisioned, type ProvisionPorts, provisionTemplate } from './provision-workbook.ts';
import { saveChanged } from './save-changed.ts';

export interface ProvisionProvinceRequest {
  /** `staff` are the Department's accounts: they edit `Cấu hình`, and read the rest. */
  readonly people: WorkbookPeople;
  /** The workbook to be repaired; the one that was noted before when it is left out, else a new one is made. */
  readonly workbookId?: string;
  /** What a new tab `Cấu hình` begins with when no settings are stored. */
  readonly calendar: CalendarSettings;
  /** Addresses and accounts that a new tab begins with. */
  readonly addresses?: Partial<Pick<SettingsDocument, 'mailTo' | 'departmentMail' | 'staff'>>;
}

/**
 * Run by a person, since a service account owns no files. `settings/province` gets the workbook's id; a stored version
 * stays as it is. A second run changes nothing.
 */
export async function provisionProvince(
  { people, workbookId, calendar, addresses }: ProvisionProvinceRequest,
  ports: ProvisionPorts & { readonly store: Store },
): Promise<Provisioned> {
  const stored = (await ports.store.get([SETTINGS_PATH])).get(SETTINGS_PATH) as SettingsDocument | undefined;
  const settings = stored ?? { ...settingsFrom(calendar), ...addresses };
  const known = workbookId ?? settings.workbookId;
  const repairs = (state: WorkbookState) => [...settingsRowRepairs(state, settings), ...chartRepairs(state)];
  const options = { people, ...(known === null ? {} : { workbookId: known }) };
  const beyond = { repairs, rowsSeen: PROVINCE_ROWS_SEEN };
  const provisioned = await provisionTemplate(provinceTemplate(), options, ports, beyond);
  const document: SettingsDocument = { ...settings, workbookId: provisioned.workbookId };
  await saveChanged(ports.store, new Map<string, StoredDocument>([[SETTINGS_PATH, document]]));
  const { created, repaired } = provisioned;
  ports.log('INFO', 'province workbook provisioned', { created, repaired: repaired.length });
  return provisioned;
}
