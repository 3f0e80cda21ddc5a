declare const normal: unique symbol;

/** Text in the normal form that every stored offset counts in. Made only by `normalizeText`. */
export type NormalText = string & { readonly [normal]: true };

/** Why bytes were not accepted as text. `byteOffset` is where the first ill-formed sequence starts. */
export interface EncodingRefusal {
  readonly code: 'not-utf8';
  readonly byteOffset: number;
}

export type Decoded =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly refusal: EncodingRefusal };

/**
 * Normal form: a leading byte order mark dropped, `\r\n` and lone `\r` turned into `\n`, Unicode NFC; nothing else changes.
 * The input is what a decoder returned, so a mark can stand only once, at the front.
 */
export function normalizeText(input: string): NormalText {
  const unmarked = input.charCodeAt(0) === 0xfeff ? input.slice(1) : input;
  const lines = unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
  return lines.normalize('NFC') as NormalText;
}

/** Decodes bytes as strict UTF-8, byte order mark kept (the normal form drops it); refuses with the offset of the first bad byte. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { ok: false, refusal: { code: 'not-utf8', byteOffset: firstIllFormedByte(bytes) } };
  }
}

/** Offset of the first byte that starts no well-formed UTF-8 sequence (Unicode 15, table 3-7), or the length. */
export function firstIllFormedByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

function sequenceLength(bytes: Uint8Array, at: number): 0 | 1 | 2 | 3 | 4 {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let i = 1; i < length; i += 1) {
    const [low, high] = i === 1 ? secondByteRange(lead) : [0x80, 0xbf];
    const byte = bytes[at + i];
    if (byte === undefined || byte < low || byte > high) return 0;
  }
  return length;
}

/** Table 3-7 narrows the second byte after these leads: no overlong forms, no surrogates, nothing above U+10FFFF. */
function secondByteRange(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}
