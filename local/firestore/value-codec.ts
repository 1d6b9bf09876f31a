/**
 * Firestore's values as JSON. What JSON lacks becomes an object with one key that begins with `$`; a field of one's own
 * that begins so gets another `$` in front.
 */
import { VectorValue } from '@google-cloud/firestore';
import { DocumentReference, FieldValue, type Firestore, GeoPoint, Timestamp } from 'firebase-admin/firestore';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonFields = Readonly<Record<string, Json>>;
type Fields = Record<string, unknown>;

const MARKER = '$';

export function encodeFields(fields: Readonly<Fields>): JsonFields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [escapeKey(key), encode(value)]));
}

/** `firestore` makes the references, which are bound to it. */
export function decodeFields(fields: JsonFields, firestore: Firestore): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [unescapeKey(key), decode(value, firestore)]));
}

const escapeKey = (key: string): string => (key.startsWith(MARKER) ? MARKER + key : key);
const unescapeKey = (key: string): string => (key.startsWith(MARKER) ? key.slice(MARKER.length) : key);

function encode(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return encodeNumber(value);
  if (typeof value === 'bigint') return { $bigint: value.toString() };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value === 'object') return encodeObject(value);
  throw new TypeError(`Firestore holds no ${typeof value}.`);
}

function encodeNumber(value: number): Json {
  if (Object.is(value, -0)) return { $number: '-0' };
  return Number.isFinite(value) ? value : { $number: String(value) };
}

function encodeObject(value: object): Json {
  if (value instanceof Timestamp) return { $timestamp: [value.seconds, value.nanoseconds] };
  if (value instanceof GeoPoint) return { $geoPoint: [value.latitude, value.longitude].map(encodeNumber) };
  if (value instanceof DocumentReference) return { $reference: value.path };
  if (value instanceof VectorValue) return { $vector: value.toArray().map(encodeNumber) };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  return encodeFields(value as Fields);
}

type Decoder = (content: Json, firestore: Firestore) => unknown;

const DECODERS: Readonly<Record<string, Decoder>> = {
  $number: (text) => Number(text),
  $bigint: (text) => BigInt(text as string),
  $timestamp: (parts) => new Timestamp(...(parts as [number, number])),
  $geoPoint: (parts, firestore) => new GeoPoint(...(numbers(parts, firestore) as [number, number])),
  $reference: (path, firestore) => firestore.doc(path as string),
  $vector: (parts, firestore) => FieldValue.vector(numbers(parts, firestore)),
  $bytes: (text) => Buffer.from(text as string, 'base64'),
};

function numbers(parts: Json, firestore: Firestore): number[] {
  return (parts as readonly Json[]).map((part) => decode(part, firestore) as number);
}

function decode(value: Json, firestore: Firestore): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => decode(item, firestore));
  const [key = ''] = Object.keys(value);
  const decoder = Object.hasOwn(DECODERS, key) ? DECODERS[key] : undefined;
  return decoder === undefined ? decodeFields(value, firestore) : decoder(value[key] ?? null, firestore);
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);
