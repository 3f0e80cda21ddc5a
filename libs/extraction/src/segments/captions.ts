import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Segment } from './segments.js';
import { type Sentence, type Token } from '../words/token.js';
import { saysSomething } from '../words/word.js';

/** Captions stand at the end or between paragraphs; within these last segments a looser form is enough. */
const LAST_SEGMENTS = 3;

/**
 * Finds captions that only their grammar gives away, once tokens are known: a paragraph of few words whose first sentence has no
 * finite verb ("A glass eel in a laboratory dish."), or a name, a colon and a short quotation or phrase.
 */
export function findVerblessCaptions(
  segments: readonly Segment[],
  sentences: readonly Sentence[],
): ReadonlySet<number> {
  const bySegment = new Map<number, Sentence[]>();
  for (const sentence of sentences) {
    const own = bySegment.get(sentence.segment);
    if (own) own.push(sentence);
    else bySegment.set(sentence.segment, [sentence]);
  }
  const body = segments.flatMap((segment, i) => (segment.kind === 'body' ? [i] : []));
  const found = new Set<number>();
  body.forEach((index, place) => {
    const own = bySegment.get(index) ?? [];
    if (place < 2 || own.length === 0 || own.length > 2) return;
    const late = body.length - place <= 5;
    if (((late || own.length === 1) && isVerbless(own)) || (body.length - place <= LAST_SEGMENTS && isLabelled(own)))
      found.add(index);
  });
  return found;
}

function isVerbless(own: readonly Sentence[]): boolean {
  const tokens = own[0]?.tokens ?? [];
  if (quoteAt(tokens, 0) === 'mark' || !textAt(tokens, tokens.length - 1).endsWith('.')) return false;
  const words = tokens.filter((token) => saysSomething(token.word));
  if (words.length < 4 || words.length > 18) return false;
  if (
    !/^(?:DET|PROPN|NOUN|ADJ)$/.test(words[0]?.pos ?? '') ||
    words.some((word) => word.lower === 'no' || word.lower === 'not')
  )
    return false;
  const finite = tokens.some(
    (token, i) =>
      token.quote === 'outside' &&
      (token.pos === 'AUX' ||
        (token.pos === 'VERB' && !/(?:ing|ed|n)$/.test(token.lower) && wordAt(tokens, i - 1) !== 'to') ||
        isPast(tokens, i)),
  );
  return (
    !finite &&
    tokens.some((token) =>
      /^(?:at|in|with|on|from|beneath|under|outside|inside|beside|during|after|before|near|about)$/.test(token.lower),
    )
  );
}

/** "Neighbours described a figure": a form in -ed right behind its subject; "the horse, photographed in March" is none. */
function isPast(tokens: readonly Token[], at: number): boolean {
  return (
    posAt(tokens, at) === 'VERB' &&
    /(?:ed|n)$/.test(wordAt(tokens, at)) &&
    /^(?:NOUN|PROPN|PRON|NUM)$/.test(posAt(tokens, at - 1)) &&
    wordAt(tokens, at + 1) !== 'by'
  );
}

/** "Opal Dietrich, on Monday: “…”", "Too hot to handle: Roxie and Marlon". */
function isLabelled(own: readonly Sentence[]): boolean {
  const tokens = own[0]?.tokens ?? [];
  const colon = tokens.findIndex((token) => token.text === ':');
  if (own.length > 1 || colon < 1 || colon > 9 || tokens.length > 26) return false;
  const quoted = quoteAt(tokens, colon + 1) === 'mark' && posAt(tokens, 0) === 'PROPN';
  const open = !/[.!?]$/.test(tokens.at(-1)?.text ?? '');
  return (
    (quoted || open) &&
    !tokens
      .slice(0, colon)
      .some((token) => token.pos === 'AUX' || (token.pos === 'VERB' && !/^\p{Lu}/u.test(token.text)))
  );
}
