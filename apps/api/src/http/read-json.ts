import { decodeUtf8 } from '@proofdesk/text';

export type JsonReading =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly detail: string };

const depthLimit = 32;

/**
 * JSON as a careful reader takes it (RFC 8259 leaves these to the reader, and readers that differ are how attacks pass):
 * strict UTF-8, no key twice in one object, no `__proto__`, at most 32 levels deep, no lone surrogates.
 */
export function readJson(bytes: Uint8Array): JsonReading {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok)
    return refused(`The body is not UTF-8: the byte at offset ${decoded.refusal.byteOffset} fits nowhere.`);
  let value: unknown;
  try {
    value = JSON.parse(decoded.value);
  } catch {
    return refused('The body is not JSON.');
  }
  const fault = scan(decoded.value);
  return fault === null ? { ok: true, value } : refused(fault);
}

const refused = (detail: string): JsonReading => ({ ok: false, detail });

/** Walks the tokens of text that is known to be JSON. */
function scan(json: string): string | null {
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : null);
      if (open.length > depthLimit) return `The body is nested more than ${depthLimit} levels deep.`;
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === '"') {
      const end = endOfString(json, at);
      const fault = stringFault(json, at, end, open.at(-1) ?? null);
      if (fault !== null) return fault;
      at = end;
    }
  }
  return null;
}

function stringFault(json: string, start: number, end: number, keys: Set<string> | null): string | null {
  const words = JSON.parse(json.slice(start, end + 1)) as string;
  if (/\p{Cs}/u.test(words)) return 'A string in the body holds half a surrogate pair.';
  if (keys === null || !isKey(json, end)) return null;
  if (words === '__proto__') return 'The body holds the key "__proto__".';
  if (keys.has(words)) return `The body holds the key ${JSON.stringify(words.slice(0, 60))} twice.`;
  keys.add(words);
  return null;
}

/** Index of the closing quotation mark of the string that opens at `start`. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at;
}

/** In JSON a string is a key if and only if a colon follows. */
function isKey(json: string, end: number): boolean {
  let at = end + 1;
  while (' \t\n\r'.includes(json[at] ?? '.')) at++;
  return json[at] === ':';
}
