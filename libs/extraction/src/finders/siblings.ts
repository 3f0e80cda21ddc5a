import { type Found } from '../attributions/found.js';
import { CONTRASTS } from '../lexicon/words.js';
import { posAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';

/** A later attribution that a comma or a joining word parts from the content before it ends that content; else it is nested in it. */
export function trimSiblings(tokens: readonly Token[], found: readonly Found[]): Found[] {
  return found.map((one, at) => {
    const next = found.slice(at + 1).find((other) => isSibling(tokens, one, other));
    if (!next) return one;
    const edge = leftEdge(tokens, next);
    const content = one.content
      .map((range) => (range.start < edge && range.end > edge ? { start: range.start, end: edge } : range))
      .filter((range) => range.start < edge && range.end > range.start);
    return content.length > 0 ? { ...one, content } : one;
  });
}

function isSibling(tokens: readonly Token[], one: Found, other: Found): boolean {
  const starts = ownStart(one, other);
  if (!one.content.some((range) => range.start < starts - 1 && range.end > starts)) return false;
  const before = tokens[starts - 1];
  return (
    before !== undefined &&
    (before.text === ',' ||
      before.text === ';' ||
      before.text === '—' ||
      before.pos === 'CCONJ' ||
      CONTRASTS.has(before.lower))
  );
}

function ownStart(one: Found, other: Found): number {
  const shared = other.source && one.source && other.source.start === one.source.start;
  const parts = [shared ? undefined : other.source?.start, other.cue?.start].filter(
    (start): start is number => start !== undefined,
  );
  return Math.min(...parts);
}

function leftEdge(tokens: readonly Token[], found: Found): number {
  let edge = Math.min(
    found.cue?.start ?? Infinity,
    found.source && found.source.start < (found.cue?.start ?? 0) && (found.cue?.start ?? 0) - found.source.end < 3
      ? found.source.start
      : Infinity,
  );
  while (
    edge > 0 &&
    (/^[,;—–-]$/.test(textAt(tokens, edge - 1)) ||
      posAt(tokens, edge - 1) === 'CCONJ' ||
      CONTRASTS.has(wordAt(tokens, edge - 1)))
  )
    edge -= 1;
  return edge;
}
