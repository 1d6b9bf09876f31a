/** `PropertiesService`: https://developers.google.com/apps-script/reference/properties/properties */
import type { ScriptPropertiesService } from '../../apps-script/google.ts';
import type { Journal } from './journal.ts';

/** The properties of everybody, each of a person in a script. What is set is kept at once, also when the script fails. */
export type KeptProperties = Map<string, string>;

/** Every workbook has a script of its own. */
export function makePropertiesService(
  workbookId: string,
  email: string,
  kept: KeptProperties,
  journal: Journal,
): ScriptPropertiesService {
  const nameOf = (key: string): string => JSON.stringify([workbookId, email, key]);
  const properties = {
    getProperty: (key: string) => journal.once(`property ${key}`, () => kept.get(nameOf(key)) ?? null),
    setProperty: (key: string, value: string) => {
      journal.once(`set ${key}`, () => void kept.set(nameOf(key), value));
      return properties;
    },
    deleteProperty: (key: string) => {
      journal.once(`delete ${key}`, () => void kept.delete(nameOf(key)));
      return properties;
    },
  };
  return { getUserProperties: () => properties };
}
