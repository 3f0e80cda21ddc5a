import { isSpeaker } from '../grammar/animacy.js';
import { contentEnd } from '../grammar/content-ends.js';
import { type Found } from '../attributions/found.js';
import { type Range, headOf, phraseStartingAt } from '../grammar/noun-phrases.js';
import { speakerBefore } from './owners.js';
import { quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFlag } from '../words/word.js';

/** What somebody sends or gives to be read or heard. */
const MESSAGES = new Set(
  'line lines statement reply answer response message note email e-mail text letter word words sentence comment warning explanation verdict advice apology shrug promise word assurance rebuttal denial tip'.split(
    ' ',
  ),
);
/** Names of what is sent. */
export const isMessage = wordFlag(({ lower }) => MESSAGES.has(lower));
const SENDS =
  /^(?:sent|sends|issued|issues|released|releases|gave|gives|offered|offers|had|has|posted|posts|wrote|left|put)$/;

/** "ClearPath later sent us two lines: it had put him on leave", "Word from the yard: the wall holds", "From the guild, a shrug: it could be worse". */
export function messageAttributions(tokens: readonly Token[], last: number): Found[] {
  const colon = tokens.findIndex(({ text, quote }) => text === ':' && quote === 'outside');
  if (colon < 2 || colon > 24 || colon + 3 >= last || quoteAt(tokens, colon + 1) === 'mark') return [];
  const content = [{ start: colon + 1, end: contentEnd(tokens, colon + 1, last) }];
  const source = senderOf(tokens, colon);
  if (!source) return [];
  const cue = source.end < colon ? { start: source.end, end: colon } : { start: 0, end: source.start };
  return [{ source, cue, content, manner: 'speech' }];
}

function senderOf(tokens: readonly Token[], colon: number): Range | null {
  const first = tokens[0];
  if (!first) return null;
  if (isMessage(first.word) && /^(?:from|of)$/.test(wordAt(tokens, 1))) return speaker(tokens, 2, colon);
  const noun = tokens[colon - 1];
  if (!noun || !isMessage(noun.word)) return null;
  if (first.lower === 'from') {
    const who = phraseStartingAt(tokens, 1);
    return who && textAt(tokens, who.end) === ',' && isSpeaker(tokens, who) ? who : null;
  }
  const verb = tokens.findIndex(({ lower, pos }, i) => i > 0 && i < colon - 1 && pos === 'VERB' && SENDS.test(lower));
  return verb > 0 && headOf(tokens, { start: verb + 1, end: colon }) >= 0 ? speakerBefore(tokens, verb) : null;
}

function speaker(tokens: readonly Token[], from: number, colon: number): Range | null {
  const who = phraseStartingAt(tokens, from);
  return who && who.end === colon && isSpeaker(tokens, who) ? who : null;
}
