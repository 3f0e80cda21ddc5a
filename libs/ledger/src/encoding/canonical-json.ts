import canonicalize from 'canonicalize';
import { fromUtf8, utf8 } from './bytes.js';

/** What may be hashed: JSON without fractions. 64-bit numbers go as strings, absent things are left out. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

export const MAX_DEPTH = 16;

/**
 * Why a value may not be hashed, or undefined. RFC 8785 silently drops `undefined`, turns a Map into {}, −0 into 0 and
 * 2^53+1 into 2^53; all of these are refused here instead. Strings are NFC, without NUL (PostgreSQL's jsonb refuses it)
 * and without lone surrogates.
 */
export function canonicalFault(value: unknown, path = '$', depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return `${path}: nested deeper than ${MAX_DEPTH}`;
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'string') return stringFault(value, path);
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && !Object.is(value, -0)
      ? undefined
      : `${path}: only whole numbers within ±(2^53−1), no −0`;
  }
  if (typeof value !== 'object') return `${path}: ${typeof value} has no place in JSON`;
  if (Array.isArray(value))
    return firstFault(
      Array.from(value, (item, i) => [`[${i}]`, item] as const),
      path,
      depth,
    );
  const prototype: unknown = Object.getPrototypeOf(value);
  // An Object.prototype of any realm: it alone among the built-in prototypes has no prototype itself.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return `${path}: not a plain object`;
  if (Object.getOwnPropertySymbols(value).length > 0) return `${path}: a symbol as key`;
  for (const key of Object.keys(value)) {
    const fault = key === '__proto__' ? `${path}: the key __proto__` : stringFault(key, `${path} key`);
    if (fault !== undefined) return fault;
  }
  return firstFault(
    Object.entries(value).map(([key, item]) => [`.${key}`, item] as const),
    path,
    depth,
  );
}

function firstFault(items: readonly (readonly [string, unknown])[], path: string, depth: number): string | undefined {
  for (const [step, item] of items) {
    const fault = canonicalFault(item, path + step, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const PLAIN_ASCII = /^[\x01-\x7f]*$/;

function stringFault(text: string, path: string): string | undefined {
  if (PLAIN_ASCII.test(text)) return undefined;
  if (/\p{Surrogate}/u.test(text)) return `${path}: a lone surrogate`;
  if (text.includes('\0')) return `${path}: NUL`;
  return text.normalize('NFC') === text ? undefined : `${path}: not in Unicode normal form C`;
}

/**
 * RFC 8785 (JCS) bytes of a value: the bytes that are hashed, stored and sent.
 * @throws TypeError where the value is one that may not be hashed: a bug of the caller.
 */
export function canonicalBytes(value: JsonValue): Uint8Array {
  const fault = canonicalFault(value);
  if (fault !== undefined) throw new TypeError(`Not canonical JSON: ${fault}`);
  return utf8(canonicalize(value) ?? '');
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/**
 * Reads bytes that must be canonical already: parsed and written again they must come out byte for byte the same. This
 * refuses duplicate keys, other key order, spaces, other escapes, 1.0, a byte order mark and trailing bytes alike.
 */
export function parseCanonical(bytes: Uint8Array, maxBytes: number, maxDepth = MAX_DEPTH): Parsed<JsonValue> {
  if (bytes.length > maxBytes) return { ok: false, message: `larger than ${maxBytes} bytes` };
  if (nestingOf(bytes) > maxDepth) return { ok: false, message: `nested deeper than ${maxDepth}` };
  const text = fromUtf8(bytes);
  if (text === undefined) return { ok: false, message: 'not valid UTF-8' };
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return { ok: false, message: 'not JSON' };
  }
  const fault = canonicalFault(value);
  if (fault !== undefined) return { ok: false, message: fault };
  if (canonicalize(value) !== text) return { ok: false, message: 'not in canonical form (RFC 8785)' };
  return { ok: true, value };
}

/** Deepest nesting of brackets outside strings: looked at before parsing, so that no parser is led into deep recursion. */
function nestingOf(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (inString) {
      if (byte === 0x5c) i++;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return deepest;
}
