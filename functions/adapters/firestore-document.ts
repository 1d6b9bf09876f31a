/** The one door for documents, the same for every store: what is written and what is read fits its schema. */
import * as z from 'zod/mini';
import { documentSchemaOf } from '../../schemas/documents.ts';
import { AppError, UnfitDocument } from '../errors.ts';
import type { StoredDocument } from '../ports.ts';

/**
 * A fresh copy of the document, or an internal error that names the path and the fields that do not fit. Their content
 * is left out, and Zod's own error with it: it may be what must not be logged.
 */
export function parseDocument(path: string, document: unknown): StoredDocument {
  const result = z.safeParse(schemaOf(path), document);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.join('.') || '(document)');
  throw new UnfitDocument(path, [...new Set(fields)]);
}

/** Refuses a path that the schemas do not know, before a store is asked for it. */
export function checkPath(path: string): void {
  schemaOf(path);
}

function schemaOf(path: string): z.ZodMiniType<StoredDocument> {
  try {
    return documentSchemaOf(path);
  } catch (cause) {
    throw new AppError('internal', `No document is described at ${path}.`, { cause });
  }
}
