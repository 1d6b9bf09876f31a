/** The generated documents, by their file in `docs/`. */
import { dataDictionaryPage } from './data-dictionary.ts';
import { rulebookPage } from './rulebook.ts';

export const DOCUMENTS: Readonly<Record<string, () => string>> = {
  'rulebook.md': rulebookPage,
  'data-dictionary.md': dataDictionaryPage,
};
