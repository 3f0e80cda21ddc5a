import { posAt, textAt, wordAt } from '../words/token-at.js';
import { verbOf } from '../lexicon/reporting-verbs.js';
import { isPastForm } from '../lexicon/verb-forms.js';
import { phraseStartingAt } from '../grammar/noun-phrases.js';
import { type Token } from '../words/token.js';

// Where the author takes over again behind what somebody said: shared by the rules and by what corrects the tagger.

/** Whether the token is finite as far as its form shows: an auxiliary, a past tense or a third person. */
export function isFiniteForm(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.pos === 'AUX') return true;
  return token.pos === 'VERB' && (/[^s]s$/.test(token.lower) || isPastForm(token.word));
}

/** End of the first word of a finite verb group at `at`, adverbs before it allowed; 0 where none stands there. */
export function finiteEnd(tokens: readonly Token[], at: number): number {
  let next = at;
  while (posAt(tokens, next) === 'ADV' && next - at < 3) next += 1;
  return isFiniteForm(tokens, next) ? next + 1 : 0;
}

/** ", and they had a point", ", but he has no power to": a joining word with a subject and a finite verb of its own. */
export function ownClause(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:and|but|yet|so)$/.test(wordAt(tokens, at))) return false;
  let subject = at + 1;
  while (posAt(tokens, subject) === 'ADV' && subject - at < 4) subject += 1;
  const phrase = phraseStartingAt(tokens, subject);
  return phrase !== null && finiteEnd(tokens, phrase.end) > 0;
}

const SAY_MORE =
  /^(?:say|comment|discuss|elaborate|name|identify|give|answer|explain|specify|provide|confirm|speculate|respond|reply|disclose|reveal|talk|speak|offer|return|be)$/;

/** "and would not say more", "but declined to comment": nothing more is told from the joining word at `at` on. */
export function refusesBehind(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at + 1);
  if (/^(?:declin|refus)(?:ed|es|ing)$/.test(word))
    return wordAt(tokens, at + 2) === 'to' && SAY_MORE.test(wordAt(tokens, at + 3));
  if (!/^(?:would|will|could|did|does|do|wo)$/.test(word) || !/^(?:not|n[’']t)$/.test(wordAt(tokens, at + 2)))
    return false;
  return SAY_MORE.test(wordAt(tokens, at + 3)) && wordAt(tokens, at + 3) !== 'be';
}

/**
 * Where the main verb behind a noun and its "that"-clause stands ("the claim that the captain left a will | has produced none"): the
 * second finite verb from `from` on that nothing joins to the first; `limit` where there is none.
 */
export function mainVerbBehind(tokens: readonly Token[], from: number, limit: number): number {
  let inner = -1;
  for (let i = from + 1; i < limit; i += 1) {
    const token = tokens[i];
    if (!token || token.quote === 'speech' || token.quote === 'scare') continue;
    if (inner >= 0 && joinsOn(token)) return limit;
    if (!isFiniteForm(tokens, i) || wordAt(tokens, i - 1) === 'to' || isModifier(tokens, i)) continue;
    if (inner >= 0) return i;
    inner = i;
    if (token.pos === 'AUX') while (/^(?:AUX|ADV|PART|VERB)$/.test(posAt(tokens, i + 1))) i += 1;
  }
  return limit;
}

const joinsOn = ({ text, lower, pos }: Token): boolean =>
  /^[,;:—–]$/.test(text) ||
  /^(?:CCONJ|SCONJ)$/.test(pos) ||
  /^(?:who|which|that|whose|where|when|what|how|why|while|because|if)$/.test(lower);

/** "a rocket fired by", "the plan agreed in": a participle behind its noun. */
const isModifier = (tokens: readonly Token[], at: number): boolean =>
  posAt(tokens, at) === 'VERB' &&
  posAt(tokens, at + 1) === 'ADP' &&
  /(?:ed|en|wn|ld|nt|de|ht)$/.test(textAt(tokens, at));

/** "and then accused", "and had asked for": what comes next is said as well. */
const tellsSoon = (tokens: readonly Token[], from: number): boolean =>
  tokens.slice(from, from + 3).some(({ word, quote }) => quote === 'outside' && verbOf(word) !== null);

/** Whether the author speaks from `edge` on, where a rule ended what was said and the tagger did not; `nominal`: behind a noun and its clause. */
export function ownVoiceFrom(tokens: readonly Token[], edge: number, nominal: boolean): boolean {
  const token = tokens[edge];
  if (!token || token.quote !== 'outside') return false;
  if (token.pos === 'CCONJ')
    return refusesBehind(tokens, edge) || (finiteEnd(tokens, edge + 1) > 0 && !tellsSoon(tokens, edge + 1));
  if (/^[,—–]$/.test(token.text)) return ownClause(tokens, edge + 1);
  return nominal && isFiniteForm(tokens, edge);
}
