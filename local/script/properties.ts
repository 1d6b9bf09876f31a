/** `PropertiesService`: https://developers.google.com/apps-script/reference/properties/properties */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ScriptPropertiesService } from '../../apps-script/google.ts';
import type { Journal } from './journal.ts';

/** The properties of everybody, each of a person in a script. What is set is kept at once, also when the script fails. */
export type KeptProperties = Pick<Map<string, string>, 'get' | 'set' | 'delete'>;

/** On disk when `set` and `delete` return: whoever dies then finds them again. */
export function openProperties(file: string): KeptProperties {
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const kept = new Map(Object.entries(known));
  const save = (): void => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.tmp`, JSON.stringify(Object.fromEntries(kept)));
    renameSync(`${file}.tmp`, file);
  };
  return {
    get: (name) => kept.get(name),
    set(name, value) {
      kept.set(name, value);
      save();
      return kept;
    },
    delete(name) {
      const wasThere = kept.delete(name);
      save();
      return wasThere;
    },
  };
}

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
