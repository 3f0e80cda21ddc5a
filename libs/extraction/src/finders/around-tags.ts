import { ownClause } from './own-voice.js';
import { contentEnd } from '../grammar/content-ends.js';
import { type Found } from '../attributions/found.js';
import { type Range } from '../grammar/noun-phrases.js';
import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';

/**
 * What an attribution holds on both sides of its tag: nothing of what the author adds behind a quotation ("“We won,” she said, before a
 * minder came"), and what a paraphrase goes on with ("the peas, she said, were thawing").
 */
export function aroundTags(tokens: readonly Token[], found: readonly Found[]): readonly Found[] {
  if (found.length === 0) return found;
  return found.map((one) =>
    aroundTag(
      tokens,
      withoutRemarks(tokens, one),
      found.filter((other) => other !== one),
    ),
  );
}

/** "“We won,” she said, before a minder came": behind a whole quotation and its tag nothing more is said without marks. */
function withoutRemarks(tokens: readonly Token[], one: Found): Found {
  const first = one.content[0];
  const { cue } = one;
  if (!cue || !first || one.content.length < 2 || first.end > cue.start) return one;
  if (quoteAt(tokens, first.start) !== 'mark' || !/^[,?!]$/.test(textAt(tokens, first.end - 2))) return one;
  const content = one.content.filter(
    (piece) => piece === first || piece.start < cue.end || hasQuotation(tokens, piece),
  );
  return content.length < one.content.length ? { ...one, content } : one;
}

function hasQuotation(tokens: readonly Token[], { start, end }: Range): boolean {
  for (let i = start; i < end; i += 1) if (quoteAt(tokens, i) !== 'outside') return true;
  return false;
}

/** "The peas, she said, were thawing": the attribution stands in between, and what is said goes on behind it. */
function aroundTag(tokens: readonly Token[], one: Found, others: readonly Found[]): Found {
  const { source, cue } = one;
  const [piece] = one.content;
  if (!source || !cue || !piece || one.content.length > 1 || one.manner !== 'speech') return one;
  const [tag, end] = [Math.min(source.start, cue.start), Math.max(source.end, cue.end)];
  const apart = textAt(tokens, piece.end) === ',' || textAt(tokens, piece.end - 1) === ',';
  if (piece.end > tag || !apart || textAt(tokens, end) !== ',' || hasQuotation(tokens, piece)) return one;
  const rest = { start: end + 1, end: contentEnd(tokens, end + 1, tokens.length) };
  if (rest.end - rest.start < 2 || hasQuotation(tokens, rest) || ownClause(tokens, rest.start)) return one;
  if (
    /^(?:but|though|although|yet|while|who|which|as|when|after|before|in|on|at|a|an|the)$/.test(
      wordAt(tokens, rest.start),
    )
  )
    return one;
  if (/^(?:VERB)$/.test(posAt(tokens, rest.start)) && /ing$/.test(wordAt(tokens, rest.start))) return one;
  if (others.some((other) => [other.cue, ...other.content].some((span) => span && span.end > rest.start))) return one;
  return { ...one, content: [piece, rest] };
}
