import {
  allMetadata,
  type DataFilter,
  type FoundMetadata,
  listAt,
  type MetadataLocation,
  matches,
  printMetadata,
} from '../developer-metadata.ts';
import { writeMasked } from '../field-mask.ts';
import { invalidArgument } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import type { Sheet, Spreadsheet, StoredMetadata } from '../model.ts';
import { freshId } from '../new-spreadsheet.ts';
import { handler } from './handler.ts';
import { requiredMask } from './mask.ts';

interface DeveloperMetadata extends Partial<StoredMetadata> {
  location?: MetadataLocation;
}

const idsIn = (spreadsheet: Spreadsheet): Set<number> =>
  new Set(allMetadata(spreadsheet).map(({ metadata }) => metadata.metadataId));

interface CreateRequest {
  developerMetadata?: DeveloperMetadata;
}

export const createDeveloperMetadata = handler<CreateRequest>(({ spreadsheet }, { developerMetadata = {} }) => {
  const { location = {}, ...given } = developerMetadata;
  if (!given.metadataKey) throw invalidArgument('DeveloperMetadata.metadataKey must be set.');
  if (!given.visibility) throw invalidArgument('DeveloperMetadata.visibility must be set.');
  const taken = idsIn(spreadsheet);
  const metadata: StoredMetadata = { ...given, metadataId: given.metadataId ?? freshId(taken) };
  if (taken.has(metadata.metadataId)) {
    throw invalidArgument(`DeveloperMetadata with id ${metadata.metadataId} already exists.`);
  }
  const { list, at } = listAt(spreadsheet, location);
  list.push(metadata);
  return { developerMetadata: printMetadata({ metadata, location: at }) };
});

function selected(spreadsheet: Spreadsheet, filters: readonly DataFilter[]): FoundMetadata[] {
  return allMetadata(spreadsheet).filter((found) =>
    filters.some(({ developerMetadataLookup }) => developerMetadataLookup && matches(found, developerMetadataLookup)),
  );
}

const withoutEmptyList = (holder: { developerMetadata?: StoredMetadata[] }): void => {
  if (holder.developerMetadata?.length === 0) delete holder.developerMetadata;
};

/** Lists that lost their last entry are removed, so that nothing empty is printed. */
function tidy(spreadsheet: Spreadsheet): void {
  withoutEmptyList(spreadsheet);
  for (const sheet of spreadsheet.sheets) {
    withoutEmptyList(sheet);
    for (const list of dimensionLists(sheet)) for (const entry of list) withoutEmptyList(entry);
  }
}

const dimensionLists = ({ data: [grid] }: Sheet) => [grid.rowMetadata, grid.columnMetadata];

const remove = ({ list, metadata }: FoundMetadata): void => {
  list.splice(list.indexOf(metadata), 1);
};

interface UpdateRequest {
  dataFilters?: DataFilter[];
  developerMetadata?: DeveloperMetadata;
  fields?: string;
}

export const updateDeveloperMetadata = handler<UpdateRequest>(
  ({ spreadsheet }, { dataFilters = [], developerMetadata = {}, fields }) => {
    const mask = requiredMask(fields, 'DeveloperMetadata');
    const updated = selected(spreadsheet, dataFilters).map((found) => {
      const old = { ...found.metadata, location: found.location };
      const written = writeMasked(old as JsonObject, developerMetadata as JsonObject, mask) as DeveloperMetadata;
      const { location = {}, ...rest } = written;
      const metadata: StoredMetadata = { ...rest, metadataId: found.metadata.metadataId };
      remove(found);
      const { list, at } = listAt(spreadsheet, location);
      list.push(metadata);
      return printMetadata({ metadata, location: at });
    });
    tidy(spreadsheet);
    return { developerMetadata: updated };
  },
);

export const deleteDeveloperMetadata = handler<{ dataFilter?: DataFilter }>(({ spreadsheet }, { dataFilter = {} }) => {
  const gone = selected(spreadsheet, [dataFilter]);
  const deletedDeveloperMetadata = gone.map(printMetadata);
  for (const found of gone) remove(found);
  tidy(spreadsheet);
  return deletedDeveloperMetadata.length > 0 ? { deletedDeveloperMetadata } : {};
});
