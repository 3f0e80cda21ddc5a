import { MAX_SEQ } from './entry-shape.js';
import { HEX_256 } from '../encoding/shape.js';

/** Which history a client saw: the seq of the last entry and the first 16 hexadecimal digits of its leaf hash. */
export interface StreamTag {
  readonly seq: number;
  readonly leaf16: string;
}

/** Entity tag of a stream, quotes included: `"7-9f86d081884c7d65"`. `leaf` is the full hash in hexadecimal. */
export function formatStreamETag(seq: number, leaf: string): string {
  if (!Number.isInteger(seq) || seq < 0 || !HEX_256.test(leaf))
    throw new TypeError('A stream tag needs a seq and a leaf hash');
  return `"${seq}-${leaf.slice(0, 16)}"`;
}

/** Reads an If-Match value; undefined where it is not one strong tag of ours (`*`, weak tags and lists are not). */
export function parseStreamETag(text: string): StreamTag | undefined {
  const match = /^"(0|[1-9]\d{0,9})-([0-9a-f]{16})"$/.exec(text.trim());
  const seq = Number(match?.[1]);
  return match?.[2] !== undefined && seq <= MAX_SEQ ? { seq, leaf16: match[2] } : undefined;
}

/** Whether a tag names the head of a stream. */
export function matchesHead(tag: StreamTag, head: { readonly seq: number; readonly head: string }): boolean {
  return tag.seq === head.seq && head.head.startsWith(tag.leaf16);
}
