import { isSpeaker } from '../grammar/animacy.js';
import { contentEnd } from '../grammar/content-ends.js';
import { appositionEnd, subjectBefore } from '../grammar/subjects.js';
import { type Found } from '../attributions/found.js';
import { verbOf } from '../lexicon/reporting-verbs.js';
import { type Range, phraseStartingAt } from '../grammar/noun-phrases.js';
import { STANDS, VIEWS } from '../lexicon/views.js';
import { owned } from './owners.js';
import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFlag } from '../words/word.js';

// Who says it stands where the grammar would not look for a speaker.

/** Words at which one of the constructions below turns. */
export const opensCleft = wordFlag(({ lower }) =>
  /^(?:what|how|quoted|quotes|is|was|such|so|ran|runs|went|goes|came|comes)$/.test(lower),
);

/** "“…” was how Halloran put it", "What worries the board is the tide", "The Courier quoted her as saying …", "She was quoted as saying …". */
export function cleftAttribution(tokens: readonly Token[], last: number): Found | null {
  for (let at = 0; at < last - 2; at += 1) {
    const token = tokens[at];
    if (!token || token.quote !== 'outside' || !opensCleft(token.word)) continue;
    const one =
      worries(tokens, at, last) ??
      whatTold(tokens, at, last) ??
      howPut(tokens, at) ??
      verdict(tokens, at, last) ??
      soPut(tokens, at) ??
      quotedAs(tokens, at, last);
    if (one) return one;
  }
  return null;
}

const WORRIES =
  /^(?:worries|worried|bothers|bothered|troubles|troubled|rankles|angers|angered|irks|irked|frightens|puzzles|puzzled|galls|galled|pleases|pleased|infuriates|annoys|annoyed|interests|concerns|matters|alarms|alarmed|scares|unsettles|upsets)$/;

/** "What worries Mr Aas is the price of hay", "What matters to the guild was the tide". */
function worries(tokens: readonly Token[], at: number, last: number): Found | null {
  if (at > 0 || wordAt(tokens, at) !== 'what') return null;
  const verb = posAt(tokens, at + 1) === 'ADV' ? at + 2 : at + 1;
  if (!WORRIES.test(wordAt(tokens, verb))) return null;
  const from = wordAt(tokens, verb + 1) === 'to' ? verb + 2 : verb + 1;
  const source = phraseStartingAt(tokens, from);
  if (!source || !isSpeaker(tokens, source) || !isSomebody(tokens, source)) return null;
  const is = source.end;
  if (!/^(?:is|was|are|were)$/.test(wordAt(tokens, is)) || is + 1 >= last) return null;
  const content = [{ start: is + 1, end: contentEnd(tokens, is + 1, last) }];
  return { source, cue: { start: verb, end: from }, content, manner: 'mind' };
}

/** "What the professor disputes is that anyone was paid", "What she wants is a wall": a verb of saying or holding between its object and "is". */
function whatTold(tokens: readonly Token[], at: number, last: number): Found | null {
  if (at > 0 || wordAt(tokens, at) !== 'what') return null;
  const phrase = phraseStartingAt(tokens, at + 1);
  const swallowed = phrase && /^(?:is|was|are|were)$/.test(wordAt(tokens, phrase.end)) && phrase.end - phrase.start > 1;
  const source = phrase && swallowed ? { start: phrase.start, end: phrase.end - 1 } : phrase;
  if (!source || !isSpeaker(tokens, source) || /^(?:you|we|i|one|people)$/.test(wordAt(tokens, at + 1))) return null;
  let verb = source.end;
  while (/^(?:AUX|ADV|PART)$/.test(posAt(tokens, verb))) verb += 1;
  const is = verb + 1;
  const token = tokens[verb];
  if (!token || !verbOf(token.word) || !/^(?:is|was|are|were)$/.test(wordAt(tokens, is)) || is + 1 >= last) return null;
  const content = [{ start: is + 1, end: contentEnd(tokens, is + 1, last) }];
  return { source, cue: { start: source.end, end: is }, content, manner: 'mind' };
}

/** A name, or "him", "her", "them": what worries people at large nobody in particular says. */
const isSomebody = (tokens: readonly Token[], { start, end }: Range): boolean =>
  /^(?:him|her|them)$/.test(wordAt(tokens, start)) ||
  tokens.slice(start, end).some(({ pos }) => pos === 'PROPN') ||
  !wordAt(tokens, end - 1).endsWith('s');

const PUT =
  /^(?:put|puts|summed|sums|described|describes|phrased|phrases|recalled|recalls|remembered|remembers|explained|explains|saw|sees|tells|told|tell|has|had|reads|read|states|stated)$/;

/** "“A lot of nonsense” was how the harbour master, Ian Colley, summed up the report", "“…,” is how she tells it". */
function howPut(tokens: readonly Token[], at: number): Found | null {
  if (wordAt(tokens, at) !== 'how' || !/^(?:is|was|[’']s|[’']s)$/.test(wordAt(tokens, at - 1))) return null;
  const link = /^(?:that|this|which)$/.test(wordAt(tokens, at - 2)) ? at - 2 : at - 1;
  const end = textAt(tokens, link - 1) === ',' ? link - 1 : link;
  if (quoteAt(tokens, end - 1) !== 'mark' || quoteAt(tokens, 0) !== 'mark') return null;
  const core = phraseStartingAt(tokens, at + 1);
  if (!core) return null;
  const whole = appositionEnd(tokens, core.end);
  const verb = textAt(tokens, whole) === ',' ? whole + 1 : whole;
  if (!PUT.test(wordAt(tokens, verb))) return null;
  return {
    source: { start: core.start, end: whole },
    cue: { start: verb, end: verb + 1 },
    content: [{ start: 0, end }],
    manner: 'speech',
  };
}

const UTTERS = /^(?:is|was|ran|runs|went|goes|came|comes)$/;

/** "“A mess,” is Holt's verdict", "“Leave it,” ran her advice", "“It holds” is the forecast of Ann Rao", "“It happens” is all she would say". */
function verdict(tokens: readonly Token[], at: number, last: number): Found | null {
  const end = textAt(tokens, at - 1) === ',' ? at - 1 : at;
  if (at < 3 || quoteAt(tokens, end - 1) !== 'mark' || quoteAt(tokens, 0) !== 'mark') return null;
  if (!UTTERS.test(wordAt(tokens, at))) return null;
  const content = [{ start: 0, end }];
  if (wordAt(tokens, at + 1) === 'all') {
    const who = phraseStartingAt(tokens, at + 2);
    const says = who !== null && /^(?:would|will|could|had|has)$/.test(wordAt(tokens, who.end));
    return says ? { source: who, cue: { start: who.end, end: last }, content, manner: 'speech' } : null;
  }
  const who = utteranceOf(tokens, at + 1);
  return who && { ...who, content, manner: 'speech' };
}

/** "her one remark", "Norman's blunt comment", "the forecast of Ann Rao", "the reply from the board": whose utterance stands at `from`. */
function utteranceOf(tokens: readonly Token[], from: number): Pick<Found, 'source' | 'cue'> | null {
  const isUtterance = (noun: number): boolean => STANDS.has(wordAt(tokens, noun)) || VIEWS.has(wordAt(tokens, noun));
  const view = owned(tokens, from);
  if (view && isUtterance(view.noun)) return { source: view.owner, cue: { start: view.owner.end, end: view.noun + 1 } };
  if (!/^(?:the|an?)$/.test(wordAt(tokens, from))) return null;
  let noun = from + 1;
  while (posAt(tokens, noun) === 'ADJ' && noun - from < 4) noun += 1;
  if (!isUtterance(noun) || !/^(?:of|from|by)$/.test(wordAt(tokens, noun + 1))) return null;
  const who = phraseStartingAt(tokens, noun + 2);
  if (!who || !isSpeaker(tokens, who)) return null;
  return { source: { start: who.start, end: appositionEnd(tokens, who.end) }, cue: { start: from, end: noun + 2 } };
}

/** "Eleven fractures and a spleen: such was Dr Rao's tally", "“Two pigs”: so the ledger has it". */
function soPut(tokens: readonly Token[], at: number): Found | null {
  const before = tokens[at - 1];
  if (at < 3 || !before || !(before.quote === 'mark' || /^[,:;—–]$/.test(before.text))) return null;
  const content = [{ start: 0, end: before.quote === 'mark' ? at : at - 1 }];
  if (wordAt(tokens, at) === 'such') {
    const who = UTTERS.test(wordAt(tokens, at + 1)) ? utteranceOf(tokens, at + 2) : null;
    return who && { ...who, content, manner: 'speech' };
  }
  const who = wordAt(tokens, at) === 'so' ? phraseStartingAt(tokens, at + 1) : null;
  if (!who || !isSpeaker(tokens, who)) return null;
  const has =
    /^(?:has|have|had|puts?|tells?|told)$/.test(wordAt(tokens, who.end)) && wordAt(tokens, who.end + 1) === 'it';
  return has ? { source: who, cue: { start: who.end, end: who.end + 2 }, content, manner: 'speech' } : null;
}

/** "quoted Ms Voss as saying", "was quoted as saying": whoever is quoted speaks. */
function quotedAs(tokens: readonly Token[], at: number, last: number): Found | null {
  if (!/^quote[sd]$/.test(wordAt(tokens, at))) return null;
  const passive = wordAt(tokens, at + 1) === 'as';
  const source = passive ? quotedSubject(tokens, at) : phraseStartingAt(tokens, at + 1);
  const as = passive ? at + 1 : (source?.end ?? 0);
  if (!source || wordAt(tokens, as) !== 'as' || !/^(?:saying|telling)$/.test(wordAt(tokens, as + 1))) return null;
  const from = as + 2;
  if (from >= last) return null;
  const content = [{ start: from, end: contentEnd(tokens, from, last) }];
  return { source, cue: { start: at, end: passive ? from : at + 1 }, content, manner: 'speech' };
}

function quotedSubject(tokens: readonly Token[], at: number): Found['source'] {
  let start = at;
  while (start > 0 && /^(?:AUX|ADV)$/.test(posAt(tokens, start - 1))) start -= 1;
  return subjectBefore(tokens, start);
}
