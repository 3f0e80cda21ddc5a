import { posAt, textAt, wordAt } from '../words/token-at.js';
import { GLOSS_HEADS } from '../lexicon/words.js';
import { finiteEnd, isFiniteForm, ownClause, refusesBehind } from '../finders/own-voice.js';
import { type Token } from '../words/token.js';
import { wordSet } from '../lexicon/word-list.js';

const isMark = (token: Token | undefined): boolean => token?.quote === 'mark';

/**
 * Where content that starts at `start` ends, at most `limit`: before the final stop, before an author's gloss
 * ("…, a sly nod to"), after a quotation that a comma parts from the rest, before a refusal to say more.
 */
export function contentEnd(tokens: readonly Token[], start: number, limit: number): number {
  const quoted = isMark(tokens[start]);
  let end = limit;
  for (let i = start + 1; i < limit; i += 1) {
    const token = tokens[i];
    if (!token || token.quote === 'speech' || token.quote === 'scare') continue;
    if (endsHere(tokens, i, limit, quoted)) {
      end = token.quote === 'mark' ? i + 1 : i;
      break;
    }
  }
  while (end > start + 1 && STOPS.has(textAt(tokens, end - 1))) end -= 1;
  return end;
}

const STOPS = new Set([',', '.', ';', ':', '—', '–', '-']);
const DASHES = new Set([',', '—', '–']);

function endsHere(tokens: readonly Token[], i: number, limit: number, quoted: boolean): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (token.quote === 'mark') return textAt(tokens, i - 1) === ',' && isGloss(tokens, i + 1, limit);
  if (DASHES.has(token.text)) return (quoted && isMark(tokens[i - 1])) || isAdded(tokens, i + 1, limit);
  if (token.pos === 'CCONJ') return refusesBehind(tokens, i);
  return token.text === ';' && quoted;
}

/**
 * "denied negligence and would not discuss a client": where the content is a phrase, a finite verb behind "and" or "but" is the
 * next thing the subject does, and a clause of its own behind them or a semicolon is the author's.
 */
export function phraseContentEnd(tokens: readonly Token[], start: number, limit: number): number {
  const end = contentEnd(tokens, start, limit);
  const inVerbs = posAt(tokens, start) === 'VERB' && isFiniteForm(tokens, start);
  for (let i = start + 1; i < end; i += 1) {
    const token = tokens[i];
    if (!token || token.quote !== 'outside') continue;
    if (opensInnerClause(token)) return end;
    if (token.text === ';') return i;
    if (DASHES.has(token.text) && ownClause(tokens, i + 1)) return i;
    if ((token.lower === 'and' || token.lower === 'but') && !inVerbs && finiteEnd(tokens, i + 1) > 0)
      return textAt(tokens, i - 1) === ',' ? i - 1 : i;
  }
  return end;
}

const opensInnerClause = (token: Token): boolean => token.pos === 'AUX' || INNER.has(token.lower);
const INNER = wordSet('that whether how what why who which if when because as');

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
