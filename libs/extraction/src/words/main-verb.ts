import { isPossessiveAt, posAt, quoteAt, textAt, wordAt } from './token-at.js';
import { nounClass } from '../lexicon/noun-classes.js';
import { type VerbForm } from '../lexicon/reporting-verbs.js';
import { type Token } from './token.js';

// Where a clause lacks its verb, and what may stand before and behind one: for words that the tagger takes for nouns.

/** "The university plans to wire 600 wells", "…, fears that": a clause that has no other finite verb, with "to" or "that" behind. */
export function isOnlyVerb(tokens: readonly Token[], i: number): boolean {
  const next = wordAt(tokens, i + 1);
  if (!(
    (next === 'that' && opensComplement(tokens, i + 1)) ||
    (next === 'to' && posAt(tokens, i + 1) === 'PART' && posAt(tokens, i + 2) === 'VERB')
  ))
    return false;
  const before = tokens[i - 1];
  if (!before || before.quote === 'mark' || !(before.text === ',' || /^(?:NOUN|PROPN|NUM)$/.test(before.pos)))
    return false;
  if (before.text !== ',' && (isPluralNoun(before) || isPossessiveAt(tokens, i - 2))) return false;
  let start = 0;
  for (let k = i - 2; k > 0; k -= 1) if (/^[;:—]$/.test(textAt(tokens, k))) start = Math.max(start, k);
  return !hasMainVerb(tokens, start, i);
}

/** "Ann Rao, who buys in Genoa, doubts this will change": behind the comma that ends an aside, where the sentence has no other verb. */
export function isBehindAside(tokens: readonly Token[], i: number, form: VerbForm): boolean {
  if (textAt(tokens, i - 1) !== ',' || !/^(?:DET|PROPN|PRON|ADJ|NOUN)$/.test(posAt(tokens, 0))) return false;
  const open = tokens.findIndex(({ text }) => text === ',');
  const aside =
    /^(?:who|which|whose|a|an|the|its|his|her|their|for|of|at|in|on|from)$/.test(wordAt(tokens, open + 1)) ||
    isParticipleAside(tokens, open + 1) ||
    nounClass(wordAt(tokens, open + 1)) === 'person';
  if (open >= i - 2 || !aside) return false;
  const next = wordAt(tokens, i + 1);
  const pronoun = /^(?:this|these|he|she|it|they|there|never|not|no|nothing|what|how|why)$/.test(next);
  if (!(pronoun || opensComplement(tokens, i + 1) || lacksVerb(tokens, i + 1)) || hasMainVerb(tokens, 0, i))
    return false;
  return (form === 'base') === isMany(tokens, open);
}

/** Whether a sentence that ends in a full stop has no finite verb from `from` on. */
const lacksVerb = (tokens: readonly Token[], from: number): boolean =>
  textAt(tokens, tokens.length - 1) === '.' && !hasMainVerb(tokens, from, tokens.length);

/** "Hasp and Finial, auditors to the fund, regret": what stands before the first comma is more than one. */
const isMany = (tokens: readonly Token[], comma: number): boolean =>
  isPluralNoun(tokens[comma - 1], 'NOUN') || tokens.slice(0, comma).some(({ lower }) => lower === 'and');

/** Whether a finite verb stands between two places outside relative clauses, which a comma or the next verb ends. */
export function hasMainVerb(tokens: readonly Token[], from: number, to: number): boolean {
  let relative = false;
  for (let k = from; k < to; k += 1) {
    const token = tokens[k];
    if (!token) break;
    if (/^(?:who|which|whose|whom|where)$/.test(token.lower) || isParticipleAside(tokens, k)) relative = true;
    else if (token.text === ',') relative = false;
    else if (!relative && isFinite(tokens, k, token)) return true;
  }
  return false;
}

/** ", elected in the spring on a promise,". */
const isParticipleAside = (tokens: readonly Token[], at: number): boolean =>
  textAt(tokens, at - 1) === ',' &&
  posAt(tokens, at) === 'VERB' &&
  wordAt(tokens, at).endsWith('ed') &&
  posAt(tokens, at + 1) === 'ADP';

const isFinite = (tokens: readonly Token[], at: number, { pos, lower }: Token): boolean =>
  pos === 'AUX' || (pos === 'VERB' && !/ing$/.test(lower) && wordAt(tokens, at - 1) !== 'to');

/** What follows a verb of saying and hardly ever a noun: a determiner, a number, a pronoun, "that", a quotation. */
export function opensComplement(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (!next) return false;
  if (next.lower === 'that') return posAt(tokens, at + 1) !== 'VERB' && posAt(tokens, at + 1) !== 'AUX';
  if (next.quote === 'mark') return quoteAt(tokens, at + 1) === 'speech';
  if (/^(?:each|every)$/.test(next.lower)) return false;
  return (
    /^(?:DET|NUM|SYM)$/.test(next.pos) ||
    /^(?:him|her|them|us|his|its|their|whether|more|fewer|nearly|almost|thousands|hundreds|dozens|millions)$/.test(
      next.lower,
    )
  );
}

/** A word that can end a subject and does not itself stand behind a determiner or an adjective that would need the next as its noun. */
export function endsSubject(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at];
  if (!before || before.quote === 'mark') return false;
  if (before.pos === 'PRON') return /^(?:he|she|it|who|which|they|we)$/.test(before.lower);
  if (before.pos === 'ADJ')
    return posAt(tokens, at - 1) === 'DET' && /^(?:person|group)$/.test(nounClass(before.lower) ?? '');
  return /^(?:NOUN|PROPN)$/.test(before.pos) || (before.pos === 'NUM' && posAt(tokens, at - 1) === 'PROPN');
}

/** Whether a token is a noun, or a name unless only nouns are asked for, in the plural. */
export function isPluralNoun(token: Token | undefined, only?: 'NOUN'): boolean {
  return (
    token !== undefined &&
    (token.pos === 'NOUN' || (token.pos === 'PROPN' && !only)) &&
    (/[^s]s$/.test(token.lower) || /(?:people|men|folk|police|staff)$/.test(token.lower))
  );
}
