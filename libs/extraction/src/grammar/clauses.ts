import { posAt, wordAt } from '../words/token-at.js';
import { phraseEndingAt, phraseStartingAt } from './noun-phrases.js';
import { type Token } from '../words/token.js';

// Where a clause begins without a word that says so.

const isMark = (token: Token | undefined): boolean => token?.quote === 'mark';

/** A clause without "that": a noun phrase with its finite verb right behind, or an adverbial that a clause follows. */
export function opensClause(tokens: readonly Token[], i: number): boolean {
  const first = tokens[i];
  if (!first) return false;
  const phrase = phraseStartingAt(tokens, i);
  if (phrase) return finiteAfter(tokens, phrase.end);
  if (first.lower === 'there') return finiteAfter(tokens, i + 1);
  if (first.lower === 'to' || first.lower === 'of') return false;
  if (!/^(?:ADV|SCONJ|ADP)$/.test(first.pos) && !(first.pos === 'VERB' && /ing$/.test(first.lower))) return false;
  const counts = posAt(tokens, i + 1) === 'NUM' || (wordAt(tokens, i + 1) === 'to' && posAt(tokens, i + 2) === 'NUM');
  const adjunct = first.pos === 'ADP' && !counts;
  for (let k = i; k < tokens.length && k - i < 30; k += 1) {
    const token = tokens[k];
    if (!token || token.text === ';') return false;
    if (first.pos === 'VERB' && (token.text === ',' || token.pos === 'CCONJ')) return false;
    const finite =
      token.pos === 'AUX' ||
      (token.pos === 'VERB' && k > i && !/ing$/.test(token.lower) && wordAt(tokens, k - 1) !== 'to');
    if (finite && (!adjunct || hasOwnSubject(tokens, k))) return true;
  }
  return false;
}

/** "said at a rally the plan failed", not "said in a note pinned to the door": the phrase before the verb hangs on no preposition. */
function hasOwnSubject(tokens: readonly Token[], verb: number): boolean {
  let end = verb;
  while (posAt(tokens, end - 1) === 'ADV') end -= 1;
  if (/^(?:there|which|who|that|what)$/.test(wordAt(tokens, end - 1))) return true;
  const subject = phraseEndingAt(tokens, end, false);
  return subject !== null && posAt(tokens, subject.start - 1) !== 'ADP';
}

/** A finite verb at `at`, or behind adverbs, a parenthesis between commas, "and" with a second phrase, or a relative clause with its own end. */
function finiteAfter(tokens: readonly Token[], at: number): boolean {
  let k = at;
  for (let steps = 0; steps < 4; steps += 1) {
    while (posAt(tokens, k) === 'ADV' || posAt(tokens, k) === 'PART') k += 1;
    const token = tokens[k];
    if (!token) return false;
    if (isMark(token))
      return k > at || posAt(tokens, at - 1) === 'PRON' || /^(?:AUX|ADV|VERB)$/.test(posAt(tokens, k + 1));
    if (token.pos === 'AUX' || (token.pos === 'VERB' && !/ing$/.test(token.lower))) return true;
    if (token.text === ',' || token.text === '—' || token.text === '–') {
      const close = tokens.findIndex((other, at2) => at2 > k && at2 < k + 30 && other.text === token.text);
      if (close < 0) return false;
      k = close + 1;
    } else if (token.pos === 'CCONJ' || token.pos === 'ADP') {
      const more = phraseStartingAt(tokens, k + 1);
      if (!more) return false;
      k = more.end;
    } else if (token.pos === 'NOUN' || token.pos === 'ADJ') k += 1;
    else return false;
  }
  return false;
}
