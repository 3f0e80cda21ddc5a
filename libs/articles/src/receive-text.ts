import { createHash } from 'node:crypto';
import { createOffsetMap, decodeUtf8, normalizeText, type NormalText } from '@proofdesk/text';

/** Largest article taken in, in bytes of UTF-8. */
export const MAX_ARTICLE_BYTES = 2 * 1024 * 1024;

/** Text in normal form with its identity: what one revision is. */
export interface ReceivedText {
  readonly text: NormalText;
  /** SHA-256 of the UTF-8 bytes of the normal text, lower-case hex. */
  readonly sha256: string;
  /** Length in code points. */
  readonly characters: number;
}

export type ArticleRefusal =
  | { readonly code: 'empty' }
  | { readonly code: 'too_large'; readonly bytes: number }
  /** `offset` counts bytes in bytes, UTF-16 units in a string. */
  | { readonly code: 'not_utf8'; readonly offset: number }
  | { readonly code: 'binary'; readonly why: string };

export type Received =
  { readonly ok: true; readonly value: ReceivedText } | { readonly ok: false; readonly refusal: ArticleRefusal };

const refuse = (refusal: ArticleRefusal): Received => ({ ok: false, refusal });

/** Takes an article in: decodes bytes strictly, refuses what is empty, too large or no text, and gives the normal form. */
export function receiveText(input: string | Uint8Array): Received {
  const bytes = typeof input === 'string' ? Buffer.byteLength(input, 'utf8') : input.byteLength;
  if (bytes > MAX_ARTICLE_BYTES) return refuse({ code: 'too_large', bytes });
  const signature = typeof input === 'string' ? null : fileSignature(input);
  if (signature !== null) return refuse({ code: 'binary', why: signature });
  const decoded = typeof input === 'string' ? wellFormed(input) : decoding(input);
  if (!decoded.ok) return decoded;
  const why = whyBinary(decoded.text);
  if (why !== null) return refuse({ code: 'binary', why });
  const text = normalizeText(decoded.text);
  if (!/[\p{L}\p{N}]/u.test(text)) return refuse({ code: 'empty' });
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  return { ok: true, value: { text, sha256, characters: createOffsetMap(text).codePoints } };
}

type Text = { readonly ok: true; readonly text: string } | Extract<Received, { ok: false }>;

function decoding(bytes: Uint8Array): Text {
  const decoded = decodeUtf8(bytes);
  if (decoded.ok) return { ok: true, text: decoded.value };
  return { ok: false, refusal: { code: 'not_utf8', offset: decoded.refusal.byteOffset } };
}

/** A lone surrogate cannot be written as UTF-8, so a JSON string that holds one is refused like ill-formed bytes. */
function wellFormed(text: string): Text {
  const offset = text.search(/\p{Surrogate}/u);
  return offset < 0 ? { ok: true, text } : { ok: false, refusal: { code: 'not_utf8', offset } };
}

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['it is a PDF file', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['it is a ZIP file (DOCX, ODT and the like are)', [0x50, 0x4b, 0x03, 0x04]],
  ['it is a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['it is a JPEG picture', [0xff, 0xd8, 0xff]],
  ['it is a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['it is an old Word file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['it is a gzip file', [0x1f, 0x8b]],
];

/** What kind of file the first bytes announce, where it is one that holds no plain text. */
function fileSignature(bytes: Uint8Array): string | null {
  const found = signatures.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte));
  return found?.[0] ?? null;
}

/** Text holds no NUL, and control characters other than tab, line feed, form feed and return are rare in it. */
function whyBinary(text: string): string | null {
  if (text.includes('\0')) return 'it holds a NUL character';
  const controls = text.match(/[\x01-\x08\x0b\x0e-\x1f\x7f]/g)?.length ?? 0;
  return controls > 8 && controls > text.length / 100 ? `it holds ${controls} control characters` : null;
}
