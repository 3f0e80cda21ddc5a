/** What ties an entry to its place, read from its bytes without parsing the rest. */
export interface EntryLinks {
  readonly stream: string;
  readonly seq: number;
  readonly prev: string;
  readonly at: string;
}

/** A value in the bytes: from start up to, not including, end; without the quotes of a string. */
export interface Place {
  start: number;
  end: number;
}

/** Where the four values stand. */
export type LinkPlaces = Record<'at' | 'prev' | 'seq' | 'stream', Place>;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const KEYS = (['at', 'prev', 'seq', 'stream'] as const).map((name) => ({
  name,
  bytes: Array.from(name, (char) => char.charCodeAt(0)),
}));
/** No two of them are of one length. */
const BY_LENGTH = Array.from({ length: 7 }, (_, length) => KEYS.find(({ bytes }) => bytes.length === length));

export const noPlaces = (): LinkPlaces => ({
  at: { start: 0, end: 0 },
  prev: { start: 0, end: 0 },
  seq: { start: 0, end: 0 },
  stream: { start: 0, end: 0 },
});

/**
 * Finds stream, seq, prev and at at the top level of an entry's canonical bytes, into `places`. For checking millions of
 * entries: many times faster than decodeEntry, and as sure about these four, which it takes only from depth one, where a
 * key can stand but once in canonical bytes. It does not say that the rest is an entry. False where one is missing or
 * stands twice.
 */
export function locateLinks(bytes: Uint8Array, places: LinkPlaces): boolean {
  for (const { name } of KEYS) places[name].end = 0;
  let depth = 0;
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i];
    if (byte !== QUOTE) {
      if (byte === 0x7b || byte === 0x5b) depth++;
      else if (byte === 0x7d || byte === 0x5d) depth--;
      i++;
      continue;
    }
    const end = endOfString(bytes, i);
    const place = depth === 1 && bytes[end] === 0x3a ? wanted(bytes, i + 1, end - 1, places) : undefined;
    i = end;
    if (place === undefined) continue;
    if (place.end !== 0) return false;
    i = fill(place, bytes, end + 1);
  }
  return KEYS.every(({ name }) => places[name].end !== 0);
}

/** The offset after the closing quote of the string that opens at `start`. */
function endOfString(bytes: Uint8Array, start: number): number {
  let i = start + 1;
  while (i < bytes.length && bytes[i] !== QUOTE) i += bytes[i] === BACKSLASH ? 2 : 1;
  return i + 1;
}

function wanted(bytes: Uint8Array, start: number, end: number, places: LinkPlaces): Place | undefined {
  const key = BY_LENGTH[end - start];
  if (key === undefined) return undefined;
  for (let i = 0; i < key.bytes.length; i++) if (key.bytes[i] !== bytes[start + i]) return undefined;
  return places[key.name];
}

/** Notes the value that begins at `start`; gives the offset after it. */
function fill(place: Place, bytes: Uint8Array, start: number): number {
  if (bytes[start] === QUOTE) {
    const after = endOfString(bytes, start);
    place.start = start + 1;
    place.end = after - 1;
    return after;
  }
  let end = start;
  while (end < bytes.length && bytes[end] !== 0x2c && bytes[end] !== 0x7d) end++;
  place.start = start;
  place.end = end;
  return end;
}

/** The whole number at a place, NaN for anything but decimal digits. */
export function numberAt(bytes: Uint8Array, { start, end }: Place): number {
  let value = end > start && end - start < 16 ? 0 : Number.NaN;
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] ?? 0) - 0x30;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
}

/** The four as values; undefined where locateLinks finds no such four. */
export function readEntryLinks(bytes: Uint8Array): EntryLinks | undefined {
  const places = noPlaces();
  if (!locateLinks(bytes, places)) return undefined;
  const seq = numberAt(bytes, places.seq);
  const text = ({ start, end }: Place): string =>
    // apply() reads the bytes as they lie; spreading them would take three times as long.
    String.fromCharCode.apply(undefined, bytes.subarray(start, Math.min(end, start + 200)) as unknown as number[]);
  return Number.isNaN(seq)
    ? undefined
    : { stream: text(places.stream), seq, prev: text(places.prev), at: text(places.at) };
}
