import { posAt, textAt, wordAt } from './token-at.js';
import { GLOSS_HEADS } from './lexicon/words.js';
import { type Token } from './token.js';

const isMark = (token: Token | undefined): boolean => token?.quote === 'mark';

/**
 * Where content that starts at `start` ends, at most `limit`: before the final stop, before an author's gloss
 * ("…, a sly nod to"), after a quotation that a comma parts from the rest.
 */
export function contentEnd(tokens: readonly Token[], start: number, limit: number): number {
  const quoted = isMark(tokens[start]);
  let end = limit;
  for (let i = start + 1; i < limit; i += 1) {
    const token = tokens[i];
    if (!token || token.quote !== 'outside') continue;
    if (token.text === ',' || token.text === '—' || token.text === '–') {
      if (quoted && isMark(tokens[i - 1])) end = i;
      else if (isGloss(tokens, i + 1, limit) || isAside(tokens, i + 1, limit)) end = i;
      if (end === i) break;
    } else if (token.text === ';' && quoted) {
      end = i;
      break;
    }
  }
  while (end > start + 1 && /^[,.;:—–-]$/.test(textAt(tokens, end - 1))) end -= 1;
  return end;
}

/**
 * "denied negligence and would not discuss a client": where the content is a phrase, a finite verb behind "and" or "but" is the
 * next thing the subject does.
 */
export function phraseContentEnd(tokens: readonly Token[], start: number, limit: number): number {
  const end = contentEnd(tokens, start, limit);
  for (let i = start + 1; i < end; i += 1) {
    const token = tokens[i];
    if (!token || token.quote !== 'outside') return end;
    if (/^(?:that|whether|how|what|why|who|which|if|when|because|as)$/.test(token.lower) || token.pos === 'AUX')
      return end;
    if (!/^(?:and|but)$/.test(token.lower)) continue;
    let next = i + 1;
    while (posAt(tokens, next) === 'ADV') next += 1;
    const verb = tokens[next];
    const finite = verb?.pos === 'AUX' || (verb?.pos === 'VERB' && /(?:ed|[^s]s)$/.test(verb.lower));
    if (finite && !/(?:ed|s)$/.test(wordAt(tokens, start))) return textAt(tokens, i - 1) === ',' ? i - 1 : i;
  }
  return end;
}

/** Whether an author's gloss or aside begins at `at`, right behind a comma or a dash. */
export const isAdded = (tokens: readonly Token[], at: number, limit: number): boolean =>
  isGloss(tokens, at, limit) || isAside(tokens, at, limit);

/** What the author adds behind a comma, up to the end: ", which makes it a felony", ", though it has since replaced four beams", ", but has made no arrest". */
function isAside(tokens: readonly Token[], at: number, limit: number): boolean {
  const first = tokens[at];
  if (!first) return false;
  const word = first.lower;
  if (word === 'though' || word === 'although' || word === 'whereas') return true;
  if (word === 'which')
    return /^(?:AUX|VERB)$/.test(posAt(tokens, at + 1)) && !tokens.slice(at, limit).some((token) => token.text === ',');
  if (word === 'by' && wordAt(tokens, at + 1) === 'which') return true;
  if (word === 'but' || word === 'and' || word === 'yet')
    return (
      /^(?:AUX|VERB)$/.test(posAt(tokens, at + 1)) ||
      (posAt(tokens, at + 1) === 'ADV' && /^(?:AUX|VERB)$/.test(posAt(tokens, at + 2)))
    );
  if (word === 'a' || word === 'an')
    return (
      (/^(?:that|which|of)$/.test(wordAt(tokens, at + 2)) && wordAt(tokens, at + 2) !== 'of') ||
      (/^(?:that|which)$/.test(wordAt(tokens, at + 3)) && posAt(tokens, at + 1) === 'ADJ')
    );
  return false;
}

/** "a sly nod to …" up to the end: an indefinite phrase with a head of commentary. */
export function isGloss(tokens: readonly Token[], at: number, limit: number): boolean {
  if (!/^(?:an?)$/.test(wordAt(tokens, at))) return false;
  for (let i = at + 1; i < Math.min(limit, at + 6); i += 1) {
    const token = tokens[i];
    if (!token || token.pos === 'PUNCT') return false;
    if (GLOSS_HEADS.has(token.lower) && posAt(tokens, i + 1) !== 'NOUN') return true;
    if (!/^(?:ADJ|ADV|NOUN|VERB)$/.test(token.pos)) return false;
  }
  return false;
}
