import { isCapitalAt, posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { canSpeak, isSpeaker } from './animacy.js';
import { type Range, headOf, isClauseStart, isNominal, phraseEndingAt, phraseStartingAt } from './noun-phrases.js';
import { CONTRASTS, RELATIVES, TIME_WORDS } from '../lexicon/words.js';
import { type Token } from '../words/token.js';
import { type VerbGroup } from './verb-groups.js';

const LONGEST_APPOSITION = 30;

/** Whom a verb group has as its subject: a phrase, or `shared` where the subject of an earlier verb carries on. */
export type Subject = { readonly phrase: Range; readonly side: 'before' | 'after' } | 'shared' | null;

/** Finds the subject of a reporting verb: before it, after it ("said Halloran"), or shared ("…, adding that"). */
export function subjectOf(tokens: readonly Token[], group: VerbGroup): Subject {
  const before = tokens[group.start - 1];
  if (group.infinitive || (group.form === 'participle' && !group.finite)) return null;
  if (group.form === 'gerund' && !group.finite) return participleSubject(tokens, group);
  const closing = before?.text === ',' ? closingSpeaker(tokens, group) : null;
  if (closing) return { phrase: closing, side: 'after' };
  if (before && before.quote !== 'mark') {
    const still =
      STILL.has(before.lower) && (isNominal(tokens[group.start - 2]) || textAt(tokens, group.start - 2) === ',');
    const phrase = subjectBefore(tokens, still ? group.start - 1 : group.start);
    if (phrase) return { phrase, side: 'before' };
  }
  const after = invertedSubject(tokens, group);
  if (after) return { phrase: after, side: 'after' };
  if (before && (before.pos === 'CCONJ' || CONTRASTS.has(before.lower) || before.text === ',')) return 'shared';
  return null;
}

/** Adverbs that may stand between a subject and its verb though they are read as something else. */
const STILL = new Set(['still', 'also', 'even', 'now', 'then', 'instead']);

/** "…, adding that" shares the main subject; "some members urging him to" has its own. */
function participleSubject(tokens: readonly Token[], group: VerbGroup): Subject {
  const before = tokens[group.start - 1];
  if (!before) return 'shared';
  if (
    before.text === ',' ||
    before.text === '—' ||
    before.text === '–' ||
    before.text === '-' ||
    before.pos === 'CCONJ' ||
    /^(?:while|after|before|by|when|in|without|even|instead|of)$/.test(before.lower)
  )
    return 'shared';
  if (!isNominal(before) || before.quote === 'mark') return null;
  const phrase = phraseEndingAt(tokens, group.start, false);
  if (phrase && isAdjunct(tokens, phrase) && wordAt(tokens, group.at + 1) === 'that') return 'shared';
  return phrase ? { phrase, side: 'before' } : null;
}

/** "went to his grave | believing that", "spent a year | insisting that": a thing or a time that can hold nothing, not somebody who does. */
const isAdjunct = (tokens: readonly Token[], phrase: Range): boolean =>
  !canSpeak(tokens, phrase, '') && !isClauseStart(tokens, phrase.start);

/** Steps back over "on Monday", "last week", "this week" and a participle before them ("a report released on Monday says"). */
function beforeTime(tokens: readonly Token[], end: number): number {
  let at = end;
  while (
    at > 1 &&
    (TIME_WORDS.has(wordAt(tokens, at - 1)) ||
      (at < end && /^(?:on|in|last|this|at|earlier|late)$/.test(wordAt(tokens, at - 1))))
  )
    at -= 1;
  if (
    at === end ||
    at < 2 ||
    (/^(?:may|march|will)$/.test(wordAt(tokens, end - 1)) && end - at === 1 && posAt(tokens, at - 1) !== 'VERB')
  )
    return end;
  if (posAt(tokens, at - 1) === 'VERB' && isNominal(tokens[at - 2]))
    return RELATIVES.has(wordAt(tokens, at - 2)) ? end : at - 1;
  return isNominal(tokens[at - 1]) || textAt(tokens, at - 1) === ')' ? at : end;
}

/** Adverbs of two words, by their second: "at first", "in turn", "of course". */
const PAIRS: ReadonlyMap<string, RegExp> = new Map([
  ['at', /^(?:first|last|least|once|best|worst)$/],
  ['in', /^(?:turn|part|fact|private|public|effect|general|response|reply|short|return|vain)$/],
  ['of', /^course$/],
  ['for', /^(?:now|once|example|instance)$/],
  ['on', /^(?:balance|reflection|oath)$/],
  ['by', /^(?:contrast|turns)$/],
]);

/** "Ruddock at first | denied": before an adverb of two words, of which the verb may have taken the second. */
function beforePair(tokens: readonly Token[], end: number): number {
  if (PAIRS.get(wordAt(tokens, end - 1))?.test(wordAt(tokens, end))) return end - 1;
  return PAIRS.get(wordAt(tokens, end - 2))?.test(wordAt(tokens, end - 1)) ? end - 2 : end;
}

/** The phrase that ends right before token `end`, appositions and relative clauses between commas included. */
export function subjectBefore(tokens: readonly Token[], end: number): Range | null {
  const before = tokens[end - 1];
  if (!before) return null;
  const earlier = beforeTime(tokens, beforePair(tokens, end));
  if (earlier < end) return phraseEndingAt(tokens, earlier);
  if (RELATIVES.has(before.lower)) {
    const relative = { start: end - 1, end };
    return before.lower === 'that' && !isNominal(tokens[end - 2]) ? null : relative;
  }
  if (before.text === ',' || before.text === '—' || before.text === '–') return aroundApposition(tokens, end - 1);
  const near = phraseEndingAt(tokens, end);
  if (!near) return relativeSubject(tokens, end);
  return isClauseStart(tokens, near.start) ? near : (wholeSubject(tokens, near, end) ?? near);
}

/**
 * "Scientists not involved in the work said", "A lawsuit filed in August by former employees alleges": the phrase that opens the
 * clause, where nothing but what modifies it lies between it and the words before the verb.
 */
function wholeSubject(tokens: readonly Token[], near: Range, end: number): Range | null {
  for (let start = near.start - 1; start >= 0 && near.start - start < 22; start -= 1) {
    const token = tokens[start];
    if (!token || token.pos === 'PUNCT' || token.quote !== 'outside') return null;
    if (!isClauseStart(tokens, start)) continue;
    const phrase =
      /^(?:DET|NOUN|PROPN|NUM|ADJ)$/.test(token.pos) ||
      /^(?:some|those|many|others|someone|somebody)$/.test(token.lower)
        ? phraseStartingAt(tokens, start)
        : null;
    if (!phrase || isTimePhrase(tokens, phrase)) return null;
    if (phrase.end >= near.end) return { start, end };
    if (phrase.end > near.start) return null;
    return modifiesOnly(tokens, phrase.end, near.start) ? { start, end } : null;
  }
  return null;
}

const isTimePhrase = (tokens: readonly Token[], phrase: Range): boolean =>
  TIME_WORDS.has(wordAt(tokens, headOf(tokens, phrase)));

/** Whether the words between two places hold no clause of their own but a relative one or a participle. */
function modifiesOnly(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  if (!first) return false;
  if (/^(?:who|that|which)$/.test(first.lower)) return true;
  let at = from;
  while (/^(?:ADV|PART)$/.test(posAt(tokens, at)) && wordAt(tokens, at) !== 'to') at += 1;
  const opening = tokens[at];
  if (!opening || at > to) return false;
  if (opening.pos === 'VERB' && !/(?:ed|en|ing|wn|ld|nt|de|ne|ht)$/.test(opening.lower)) return false;
  if (opening.pos !== 'VERB' && opening.pos !== 'ADP' && opening.pos !== 'ADJ') return false;
  return !tokens
    .slice(at + 1, to)
    .some((token) => token.pos === 'AUX' || token.pos === 'VERB' || token.pos === 'SCONJ');
}

/** "Those who spoke said", "A woman who asked not to be named said": a relative clause that ends in its verb. */
function relativeSubject(tokens: readonly Token[], end: number): Range | null {
  for (let i = end - 1; i > 0 && end - i < 12; i -= 1) {
    const token = tokens[i];
    if (!token || token.quote === 'mark' || token.pos === 'PUNCT') return null;
    if (token.lower !== 'who' || !isNominal(tokens[i - 1])) continue;
    const phrase =
      phraseEndingAt(tokens, i, false) ?? (posAt(tokens, i - 1) === 'DET' ? { start: i - 1, end: i } : null);
    return phrase && isClauseStart(tokens, phrase.start) ? { start: phrase.start, end } : null;
  }
  return null;
}

/** "Tom Rourke, a mason with the harbour board, said": from the name to the comma before the verb. */
function aroundApposition(tokens: readonly Token[], close: number): Range | null {
  const mark = textAt(tokens, close);
  let near: Range | null = null;
  for (let i = close - 1; i > 0 && close - i < LONGEST_APPOSITION; i -= 1) {
    const token = tokens[i];
    if (!token || token.quote === 'mark' || token.text === ';' || token.text === ':') return near;
    if (token.text !== mark || (near && !RELATIVES.has(wordAt(tokens, i + 1)))) continue;
    if (wordAt(tokens, i + 1) === 'and' && /^(?:who|whose|which)$/.test(wordAt(tokens, i + 2))) {
      const whole = wholeSubject(tokens, { start: i, end: i }, i);
      if (whole) return { start: whole.start, end: close + 1 };
    }
    const inner = tokens[i + 1];
    if (!inner || !opensApposition(tokens, i + 1, close)) continue;
    const name = phraseEndingAt(tokens, i);
    if (!name || (name.end - name.start === 1 && posAt(tokens, name.start) === 'NUM')) continue;
    const adverbial = inner.pos === 'ADP' || inner.pos === 'ADV' || inner.pos === 'SCONJ';
    const whole = isClauseStart(tokens, name.start) ? null : wholeSubject(tokens, name, i);
    const opens = whole !== null || isClauseStart(tokens, name.start);
    if (near && !opens) continue;
    if (opens) return { start: whole?.start ?? name.start, end: adverbial && !near ? i : close + 1 };
    near = { start: name.start, end: adverbial ? i : close + 1 };
  }
  return near;
}

function opensApposition(tokens: readonly Token[], at: number, close: number): boolean {
  const first = tokens[at];
  if (!first || first.pos === 'CCONJ') return false;
  if (first.pos === 'PRON' && !RELATIVES.has(first.lower) && !/^(?:its|his|her|their|our|my)$/.test(first.lower))
    return false;
  if (
    RELATIVES.has(first.lower) ||
    first.pos === 'VERB' ||
    first.pos === 'ADP' ||
    first.pos === 'ADV' ||
    first.pos === 'SCONJ' ||
    first.pos === 'NUM'
  )
    return true;
  for (let i = at; i < close; i += 1) {
    const token = tokens[i];
    if (token && RELATIVES.has(token.lower)) return true;
    if (token?.pos === 'AUX' && token.lower !== 'be') return false;
  }
  return true;
}

/** "…,” said Ingrid Halloran, master of the harbour": only after a comma, a closing mark or at the start of the sentence. */
function invertedSubject(tokens: readonly Token[], group: VerbGroup): Range | null {
  const before = tokens[group.start - 1];
  if (before && before.text !== ',' && before.quote !== 'mark' && !/[?!—–-]/.test(before.text)) return null;
  if (group.start !== group.at || !group.finite || group.passive) return null;
  const core = phraseStartingAt(tokens, group.at + 1);
  if (!core) return null;
  const next = tokens[core.end];
  if (!before && next?.pos !== 'PUNCT' && next?.quote !== 'mark') return null;
  if (next && (next.pos === 'VERB' || next.pos === 'AUX') && before?.text !== ',') return null;
  if (before?.text === ',' && quoteAt(tokens, group.start - 2) !== 'mark' && !isSpeaker(tokens, core)) return null;
  return { start: core.start, end: appositionEnd(tokens, core.end) };
}

/** "Her death, in a hospice, followed a stroke, said Ann Rao, a niece.": behind a comma, with nothing but the speaker up to the end. */
function closingSpeaker(tokens: readonly Token[], group: VerbGroup): Range | null {
  if (!isSaying(group.verb.lemma) || group.start !== group.at) return null;
  const speaker = invertedSubject(tokens, group);
  if (!speaker || !isSpeaker(tokens, speaker)) return null;
  return speaker.end >= tokens.length - 1 ? speaker : null;
}

const isSaying = (lemma: string): boolean =>
  /^(?:say|write|report|add|argue|claim|insist|explain|warn|note)$/.test(lemma);

/** Where the appositions behind a phrase end: "Ingrid Halloran, master of the harbour at Marl". */
export function appositionEnd(tokens: readonly Token[], end: number): number {
  let at = behindName(tokens, end);
  while (textAt(tokens, at) === ',' && at - end < LONGEST_APPOSITION) {
    const first = tokens[at + 1];
    if (!first || first.quote === 'mark' || first.quote === 'speech') return at;
    if (RELATIVES.has(first.lower)) return first.lower === 'that' ? at : clauseBreak(tokens, at + 1);
    if (!/^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(first.pos) && !/^(?:an?|the|its|his|her|their)$/.test(first.lower))
      return at;
    const more = phraseStartingAt(tokens, at + 1);
    if (!more) return at;
    const after = tokens[more.end];
    if (after && (after.pos === 'VERB' || after.pos === 'AUX') && !/ing$|ed$/.test(after.lower)) return at;
    at = after && RELATIVES.has(after.lower) ? clauseBreak(tokens, more.end) : behindName(tokens, more.end);
  }
  return at;
}

/** "a retired mason named Otto Blythe": where the name ends that the words behind a phrase give it. */
function behindName(tokens: readonly Token[], end: number): number {
  if (!/^(?:named|called|nicknamed)$/.test(wordAt(tokens, end)) || !isCapitalAt(tokens, end + 1)) return end;
  return phraseStartingAt(tokens, end + 1)?.end ?? end;
}

/** Where the words from `from` on meet a comma, a stop or a quotation. */
export function clauseBreak(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && quoteAt(tokens, at) === 'outside' && !STOPS.has(textAt(tokens, at))) at += 1;
  return at;
}

const STOPS = new Set([',', '.', ';', ':', '—', '–']);
