import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { phraseContentEnd } from '../grammar/content-ends.js';
import { type Found } from '../attributions/found.js';
import { SENTENCE_STARTERS } from '../lexicon/abbreviations.js';
import { POWERS } from '../lexicon/places.js';
import { type Range, isNominal, phraseEndingAt, phraseStartingAt } from '../grammar/noun-phrases.js';
import { appositionEnd, subjectBefore } from '../grammar/subjects.js';
import { type Token } from '../words/token.js';
import { type WordKinds, wordFlag } from '../words/word.js';
import { isColon } from './message-attributions.js';
import { wordSet } from '../lexicon/word-list.js';

/**
 * Adds speakers that the form of the text gives away, whatever the verb: "“…,” she boomed", "“…,” spluttered head chef Bruno Castagno",
 * "Mayor: “…”" and "Ms. Soto: …".
 */
export function addTags(
  found: Found[],
  tokens: readonly Token[],
  last: number,
  kinds: WordKinds,
  inHeadline: boolean,
): void {
  const [colons, pleas] = [kinds.has(isColon), kinds.has(isPlea)];
  for (let i = 1; i < tokens.length; i += 1) {
    const one =
      verbTag(tokens, i) ??
      (pleas ? plea(tokens, i, last) : null) ??
      (colons ? colonTag(tokens, i, last, inHeadline) : null);
    if (one) found.push(one);
  }
}

const SPEAKER_LINKS: ReadonlySet<string> = new Set(['of', 'for', 'at', 'from', 'with']);
const CLOSING_LINKS: ReadonlySet<string> = new Set(['of', 'for', 'at']);

/** Right after a quotation: subject and verb, or verb and subject. */
function verbTag(tokens: readonly Token[], at: number): Found | null {
  const mark = tokens[at - 1];
  const first = tokens[at];
  if (!mark || !first || mark.quote !== 'mark' || first.quote !== 'outside') return null;
  const spoken = quoteAt(tokens, at - 2) === 'speech' || /^[,?!]$/.test(textAt(tokens, at - 2));
  if (!spoken || (!/[,.?!…—–]/.test(textAt(tokens, at - 2)) && first.text !== ',')) return null;
  const from = first.text === ',' ? at + 1 : at;
  const content = { start: openingMark(tokens, at - 1), end: at };
  const phrase = phraseStartingAt(tokens, from, SPEAKER_LINKS);
  if (phrase) {
    const end = appositionEnd(tokens, phrase.end);
    const verb = nextVerb(tokens, textAt(tokens, end) === ',' ? end + 1 : end);
    if (verb >= 0 && isPerson(tokens, phrase))
      return {
        source: { start: phrase.start, end },
        cue: { start: verb, end: verb + 1 },
        content: [content],
        manner: 'speech',
      };
  }
  const inverted = tokens[from];
  if (!inverted || inverted.pos !== 'VERB' || !/(?:ed|s|d|t|g|w|ke|id|te)$/.test(inverted.lower)) return null;
  const subject = phraseStartingAt(tokens, from + 1, SPEAKER_LINKS);
  if (!subject || !isPerson(tokens, subject)) return null;
  return {
    source: { start: subject.start, end: appositionEnd(tokens, subject.end) },
    cue: { start: from, end: from + 1 },
    content: [content],
    manner: 'speech',
  };
}

const isPlea = wordFlag(({ lower }) => /^(?:pleads?|pleaded|pled)$/.test(lower));

/** "He pleaded not guilty to all counts". */
function plea(tokens: readonly Token[], at: number, last: number): Found | null {
  const verb = tokens[at];
  if (!verb || !isPlea(verb.word)) return null;
  const word = wordAt(tokens, at + 1) === 'not' ? at + 2 : at + 1;
  if (!/^(?:guilty|innocent|innocence|ignorance|poverty|insanity|necessity)$/.test(wordAt(tokens, word))) return null;
  let start = at;
  while (start > 0 && /^(?:AUX|ADV)$/.test(posAt(tokens, start - 1))) start -= 1;
  const source = subjectBefore(tokens, start);
  return source
    ? {
        source,
        cue: { start, end: at + 1 },
        content: [{ start: at + 1, end: phraseContentEnd(tokens, at + 1, last) }],
        manner: 'act',
      }
    : null;
}

function openingMark(tokens: readonly Token[], close: number): number {
  for (let i = close - 1; i >= 0; i -= 1) if (quoteAt(tokens, i) === 'mark') return i;
  return 0;
}

function nextVerb(tokens: readonly Token[], at: number): number {
  let i = at;
  while (posAt(tokens, i) === 'ADV' || posAt(tokens, i) === 'AUX') i += 1;
  const token = tokens[i];
  return token &&
    token.quote === 'outside' &&
    (token.pos === 'VERB' || /(?:ed)$/.test(token.lower)) &&
    !/ing$/.test(token.lower)
    ? i
    : -1;
}

function isPerson(tokens: readonly Token[], phrase: Range): boolean {
  const first = tokens[phrase.start];
  if (!first) return false;
  if (phrase.end - phrase.start === 1)
    return /^(?:he|she|they|i|we|someone|somebody|one|another|others)$/.test(first.lower) || first.pos === 'PROPN';
  return (
    isNominal(tokens[phrase.end - 1]) &&
    (first.pos === 'DET' ||
      first.pos === 'PROPN' ||
      first.pos === 'NOUN' ||
      first.pos === 'ADJ' ||
      first.pos === 'PRON')
  );
}

/** "Volcano chief: 'I would not …'", "Ms. Soto: “…”", in headlines "Audit: boss pawned …". */
function colonTag(tokens: readonly Token[], at: number, last: number, inHeadline: boolean): Found | null {
  const colon = tokens[at];
  const next = tokens[at + 1];
  if (!colon || !next || colon.text !== ':' || colon.quote !== 'outside' || at > 12 || at + 2 >= last) return null;
  const quoted = next.quote === 'mark' && quoteAt(tokens, at + 2) === 'speech';
  const trailing = quoted ? null : closingSource(tokens, at, last);
  if (trailing) return trailing;
  if (!quoted && !inHeadline && !isTranscript(tokens, at)) return null;
  if (tokens.slice(0, at).some((token, i) => isFiniteLower(token) && !isParticiple(tokens, i))) return null;
  const near = namedAtHead(tokens, at) ?? phraseEndingAt(tokens, wordAt(tokens, at - 1) === 'yesterday' ? at - 1 : at);
  const phrase = near && quoted && inHeadline && tokens[0]?.quote === 'outside' ? { start: 0, end: near.end } : near;
  if (!phrase || phrase.start > 3 || isBareStarter(tokens, phrase)) return null;
  if (!quoted && inHeadline && !(at <= 4 && isSpokenFor(tokens, at - 1))) return null;
  return {
    source: phrase,
    cue: { start: at, end: at + 1 },
    content: [{ start: at + 1, end: quoted ? tokens.length : last }],
    manner: 'speech',
  };
}

/** "Halloran, beside her boat: “…”": the name at the head, not what stands nearest to the colon. */
function namedAtHead(tokens: readonly Token[], colon: number): Range | null {
  const comma = tokens.findIndex((token, i) => i < colon && token.text === ',');
  if (comma < 1 || posAt(tokens, comma - 1) !== 'PROPN') return null;
  const name = phraseEndingAt(tokens, comma);
  return name?.start === 0 ? name : null;
}

const isFiniteLower = (token: Token): boolean =>
  token.pos === 'AUX' || (token.pos === 'VERB' && !/^\p{Lu}/u.test(token.text));

/** "of burned plant": right before the noun it describes. */
const isParticiple = (tokens: readonly Token[], at: number): boolean =>
  /ed$/.test(wordAt(tokens, at)) &&
  /^(?:ADP|DET|ADJ)$/.test(posAt(tokens, at - 1)) &&
  /^(?:NOUN|ADJ)$/.test(posAt(tokens, at + 1));

const isBareStarter = (tokens: readonly Token[], phrase: Range): boolean =>
  phrase.end - phrase.start === 1 && SENTENCE_STARTERS.has(wordAt(tokens, phrase.start));

const HEADLINE_SOURCES = wordSet(
  'audit report study poll survey review inquiry probe court police minister ministers mayor governor council sources officials experts critics union lawyer judge prosecutors watchdog ombudsman un who coroner regulator',
);

/** "Audit: …"; in "Restaurant review: …" nobody speaks. */
const isSpokenFor = (tokens: readonly Token[], at: number): boolean =>
  HEADLINE_SOURCES.has(wordAt(tokens, at)) &&
  !(wordAt(tokens, at) === 'review' && REVIEWED.has(wordAt(tokens, at - 1)));

const REVIEWED = wordSet(
  'restaurant book film movie theatre theater tv television album music concert opera dance art game play exhibition',
);

/** A speaker's name in capitals at the start: "PENCE: …". */
function isTranscript(tokens: readonly Token[], at: number): boolean {
  return (
    at <= 4 &&
    !POWERS.has(wordAt(tokens, at - 1)) &&
    tokens.slice(0, at).every((token) => /^[\p{Lu}.'’-]+$/u.test(token.text)) &&
    (textAt(tokens, 0).length ?? 0) > 1
  );
}

/** "“He came at my peacock with a chainsaw”: widow tells of terror". */
function closingSource(tokens: readonly Token[], at: number, last: number): Found | null {
  if (quoteAt(tokens, at - 1) !== 'mark' || quoteAt(tokens, at - 2) !== 'speech') return null;
  const phrase = phraseStartingAt(tokens, at + 1, CLOSING_LINKS);
  if (!phrase || at + 1 >= last) return null;
  return {
    source: phrase,
    cue: { start: at, end: at + 1 },
    content: [{ start: openingMark(tokens, at - 1), end: at }],
    manner: 'speech',
  };
}
