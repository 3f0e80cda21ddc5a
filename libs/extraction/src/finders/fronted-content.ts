import { type Complement } from '../grammar/contents.js';
import { type Found } from '../attributions/found.js';
import { ownClause } from './own-voice.js';
import { CONTRASTS, RELATIVES } from '../lexicon/words.js';
import { type Range, phraseStartingAt } from '../grammar/noun-phrases.js';
import { type Subject } from '../grammar/subjects.js';
import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { type VerbGroup } from '../grammar/verb-groups.js';

// What stands before its source and cue, or on both sides of them.

/** A verb with its subject, and the stretch of the sentence in which its content may lie. */
export interface Case {
  readonly tokens: readonly Token[];
  readonly group: VerbGroup;
  readonly subject: Subject;
  readonly phrase: Range;
  readonly last: number;
  readonly from: number;
}

/** After "said Halloran": a second part of the same quotation. */
export function resumed(tokens: readonly Token[], from: number): Complement | null {
  const at = textAt(tokens, from) === ',' || textAt(tokens, from) === ':' ? from + 1 : from;
  return quoteAt(tokens, at) === 'mark' ? { cueEnd: from, start: at, shape: 'quote' } : null;
}

/** "“…,” Halloran said, “…”": what follows takes up the quotation again. */
export function isResumption(tokens: readonly Token[], complement: Complement): boolean {
  return complement.shape === 'quote' && quoteAt(tokens, complement.start) === 'mark';
}

/** Content before the source: "The road is closed, police said." Null where the clause before is only an adverbial. */
export function frontedContent(given: Case, inverted: boolean, complement: Complement | null): Range | null {
  const { tokens, group, phrase, subject, from } = given;
  const { frames } = group.verb;
  if (subject === 'shared' || !(frames.quote || frames.clause || frames.told || frames.that)) return null;
  if (RELATIVES.has(wordAt(tokens, phrase.start))) return null;
  let edge = inverted ? group.start : Math.min(phrase.start, group.start);
  if (edge - 1 <= from) return null;
  if (wordAt(tokens, edge - 1) === 'as' && textAt(tokens, edge - 2) === ',') edge -= 1;
  const before = tokens[edge - 1];
  if (!before || edge - 1 <= from) return null;
  const closesQuote = before.quote === 'mark';
  if (!closesQuote && !/^[,?!—–]$/.test(before.text)) return null;
  if (complement && !inverted && !(closesQuote && complement.shape !== 'that')) return null;
  if (!closesQuote && !isFrontedClause(tokens, from, edge, inverted ? phrase.end : group.at + 1)) return null;
  let end = edge;
  while (end > from && /^[,—–]$/.test(textAt(tokens, end - 1))) end -= 1;
  if (end - from < 2) return null;
  return { start: from, end };
}

/** "The cord, she says, was a comfort to him": both sides of a cue between commas. */
export function interruption(given: Case, inverted: boolean): Range[] | null {
  const { tokens, group, phrase, last, from, subject } = given;
  const edge = inverted ? group.start : phrase.start;
  const hearer = group.verb.frames.told && !inverted ? phraseStartingAt(tokens, group.at + 1) : null;
  const particle = group.verb.lemma === 'point' && wordAt(tokens, group.at + 1) === 'out' ? 1 : 0;
  const behind = inverted ? phrase.end : (hearer?.end ?? group.at + 1 + particle);
  if (
    subject === 'shared' ||
    textAt(tokens, edge - 1) !== ',' ||
    textAt(tokens, behind) !== ',' ||
    edge - 1 <= from ||
    behind + 1 >= last
  )
    return null;
  const { frames } = group.verb;
  if (!frames.clause && !frames.quote && !frames.that) return null;
  const next = tokens[behind + 1];
  if (!next || (next.pos === 'VERB' && /ing$/.test(next.lower))) return null;
  const before = { start: from, end: edge - 1 };
  if (next.pos !== 'CCONJ' && !CONTRASTS.has(next.lower)) return [before, { start: behind + 1, end: last }];
  return !OPENINGS.test(wordAt(tokens, from)) && ownClause(tokens, behind + 1) ? [before] : null;
}

/** Before a cue stands a clause of its own, and behind the cue nothing that would need one: "The road is closed, police said on Monday." */
function isFrontedClause(tokens: readonly Token[], from: number, edge: number, behind: number): boolean {
  const next = tokens[behind];
  const bare = !next || /^[.,;:—–?!]+$/.test(next.text) || next.quote === 'mark';
  const trails = bare || /^(?:ADP|ADV|CCONJ|SCONJ|PRON|DET|NOUN|PROPN)$/.test(next.pos);
  const adverbial = OPENINGS.test(wordAt(tokens, from));
  if (!finiteIn(tokens, { start: from, end: edge })) return from === 0 && !adverbial && endsSentence(tokens, behind);
  return trails && (bare || !adverbial);
}

const finiteIn = (tokens: readonly Token[], { start, end }: Range): boolean =>
  tokens.slice(start, end).some(({ pos, lower }) => pos === 'AUX' || (pos === 'VERB' && !lower.endsWith('ing')));

/** "Probably not, the company says." */
const endsSentence = (tokens: readonly Token[], at: number): boolean =>
  at >= tokens.length || (at === tokens.length - 1 && posAt(tokens, at) === 'PUNCT');

const OPENINGS =
  /^(?:as|when|while|if|after|before|because|since|although|though|once|until|despite|in|on|at|with|for|by|during|from|to|under)$/;

/** Where fronted content may begin: after what an earlier cue of the sentence already took. */
export function leftLimit(found: readonly Found[], before: number): number {
  let limit = 0;
  for (const one of found) {
    const ends = [one.cue?.end ?? 0, one.source?.end ?? 0, ...one.content.map((range) => range.start)];
    const own = Math.max(...ends.filter((end) => end <= before));
    limit = Math.max(limit, own);
  }
  return limit;
}
