const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
/** RFC 8785 bodies of ours nest at most this deep. */
const MAX_DEPTH = 16;
/** Every whole number of so many digits is exact in a double. */
const SURE_DIGITS = 15;

const bytesOf = (text: string): readonly number[] => Array.from(text, (char) => char.charCodeAt(0));
const LITERALS = [bytesOf('true'), bytesOf('false'), bytesOf('null')];

/**
 * Whether bytes are canonical JSON (docs/ledger-format.md §1), told in one pass without building anything: `yes`, or
 * `unsure` for whatever is not plain ASCII without escapes in the shortest spelling. An `unsure` goes to the strict
 * reader, so that this can only be quick, never wrong: entries of the ledger are almost all plain.
 */
export function isPlainCanonical(bytes: Uint8Array): 'yes' | 'unsure' {
  return value(bytes, 0, 0) === bytes.length && bytes.length > 0 ? 'yes' : 'unsure';
}

/** Each reader gives the offset after what it read, or −1 where it is unsure. */
function value(bytes: Uint8Array, at: number, depth: number): number {
  switch (bytes[at]) {
    case QUOTE:
      return text(bytes, at);
    case OPEN_BRACE:
      return depth === MAX_DEPTH ? -1 : object(bytes, at, depth + 1);
    case OPEN_BRACKET:
      return depth === MAX_DEPTH ? -1 : list(bytes, at, depth + 1);
    default:
      return scalar(bytes, at);
  }
}

function object(bytes: Uint8Array, start: number, depth: number): number {
  let at = start + 1;
  if (bytes[at] === CLOSE_BRACE) return at + 1;
  for (let last = -1, lastEnd = -1; ; at++) {
    const end = bytes[at] === QUOTE ? text(bytes, at) : -1;
    if (end < 0 || bytes[end] !== COLON) return -1;
    if (last >= 0 && !isBefore(bytes, last, lastEnd, at, end)) return -1;
    if (bytes[at + 1] === 0x5f) return -1;
    [last, lastEnd] = [at, end];
    at = value(bytes, end + 1, depth);
    if (at < 0) return -1;
    if (bytes[at] === CLOSE_BRACE) return at + 1;
    if (bytes[at] !== COMMA) return -1;
  }
}

function list(bytes: Uint8Array, start: number, depth: number): number {
  let at = start + 1;
  if (bytes[at] === CLOSE_BRACKET) return at + 1;
  for (; ; at++) {
    at = value(bytes, at, depth);
    if (at < 0) return -1;
    if (bytes[at] === CLOSE_BRACKET) return at + 1;
    if (bytes[at] !== COMMA) return -1;
  }
}

/** Printable ASCII without a backslash. */
function text(bytes: Uint8Array, start: number): number {
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) return at + 1;
    if (byte < 0x20 || byte > 0x7e || byte === 0x5c) return -1;
  }
  return -1;
}

/** Whether one key sorts before another, quotes included: the closing quote is smaller than any character but two. */
function isBefore(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  const [aLength, bLength] = [aEnd - a - 2, bEnd - b - 2];
  for (let i = 1; i <= aLength && i <= bLength; i++) {
    const difference = (bytes[a + i] ?? 0) - (bytes[b + i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return aLength < bLength;
}

function scalar(bytes: Uint8Array, start: number): number {
  const literal = LITERALS.find((each) => each[0] === bytes[start]);
  if (literal !== undefined) return literal.every((byte, i) => bytes[start + i] === byte) ? start + literal.length : -1;
  let at = bytes[start] === 0x2d ? start + 1 : start;
  const first = at;
  while (isDigit(bytes[at])) at++;
  const digits = at - first;
  if (digits === 0 || digits > SURE_DIGITS) return -1;
  // No leading zero, and no −0.
  return bytes[first] === 0x30 && (digits > 1 || first > start) ? -1 : at;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
