import { type Stretch } from './sentences.js';
import { type MarkedQuote } from '../words/tokens.js';

/** How many UTF-16 units two stretches share. */
export const overlap = (a: Stretch, b: Stretch): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** What of a stretch lies in another. */
export const clipped = (piece: Stretch, within: Stretch): Stretch => ({
  start: Math.max(piece.start, within.start),
  end: Math.min(piece.end, within.end),
});

/** The pieces of sorted content that touch a stretch, cut to it. */
export function contentWithin(content: readonly Stretch[], within: Stretch): Stretch[] {
  let [low, high] = [0, content.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((content[middle]?.end ?? 0) <= within.start) low = middle + 1;
    else high = middle;
  }
  const out: Stretch[] = [];
  for (let i = low; i < content.length && (content[i]?.start ?? Infinity) < within.end; i += 1) {
    const piece = content[i];
    if (piece) out.push(clipped(piece, within));
  }
  return out;
}

/** Quotations that touch a stretch, by binary search. */
export function quotesWithin(quotes: readonly MarkedQuote[], piece: Stretch): MarkedQuote[] {
  let [low, high] = [0, quotes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle]?.end ?? 0) <= piece.start) low = middle + 1;
    else high = middle;
  }
  const within: MarkedQuote[] = [];
  for (let i = low; i < quotes.length && (quotes[i]?.start ?? Infinity) < piece.end; i += 1) {
    const quote = quotes[i];
    if (quote) within.push(quote);
  }
  return within;
}
