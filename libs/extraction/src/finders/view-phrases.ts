import { nounClass } from '../lexicon/noun-classes.js';
import { isSpeaker } from '../grammar/animacy.js';
import { contentEnd } from '../grammar/content-ends.js';
import { type Found } from '../attributions/found.js';
import { behindMedium } from '../grammar/media.js';
import { TELLERS, VIEWS, isTeller, isView } from '../lexicon/views.js';
import { RELATIVES } from '../lexicon/words.js';
import { type Range, headOf, phraseStartingAt } from '../grammar/noun-phrases.js';
import { ownClause } from './own-voice.js';
import { owned } from './owners.js';
import { namesIn } from '../words/names.js';
import { appositionEnd, clauseBreak } from '../grammar/subjects.js';
import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { type WordKinds, wordFlag } from '../words/word.js';

// Phrases that tell whose view a clause is, before it or inside it.

/** "In her view, …", "By the account of a porter, …", "As the elder put it, …", "To hear Halloran tell it, …", "For critics the rule is …". */
export function viewPhrase(tokens: readonly Token[], last: number, kinds: WordKinds): Found | null {
  return (
    (kinds.has(isView) ? (heldView(tokens, last) ?? viewOf(tokens, last)) : null) ??
    forSomebody(tokens, last) ??
    (kinds.has(isFar) ? concerned(tokens, last) : null) ??
    (kinds.has(isTeller) || kinds.has(isTold) ? asPut(tokens, last) : null) ??
    toHear(tokens, last)
  );
}

const isFar = wordFlag(({ lower }) => lower === 'far');
/** What opens a view phrase: "in her view", "from his reading". */
const opensView = wordFlag(({ lower }) => /^(?:in|by|on|to|from)$/.test(lower));

/** The clause that a view phrase between `at` and `end` opens or interrupts. */
function clauseAround(tokens: readonly Token[], at: number, end: number, last: number): Range[] {
  const rest = /^[,:]$/.test(textAt(tokens, end)) ? end + 1 : end;
  const before = /^[,—–]$/.test(textAt(tokens, at - 1)) ? at - 1 : at;
  const content: Range[] = before > 0 ? [{ start: 0, end: before }] : [];
  if (rest < last && !(at > 0 && ownClause(tokens, rest)))
    content.push({ start: rest, end: contentEnd(tokens, rest, last) });
  return content;
}

/** Whether a view phrase may stand at `at`: at the head, behind a comma or a joining word. */
const mayOpen = (tokens: readonly Token[], at: number): boolean =>
  quoteAt(tokens, at) === 'outside' &&
  (at === 0 || textAt(tokens, at - 1) === ',' || posAt(tokens, at - 1) === 'CCONJ');

function heldView(tokens: readonly Token[], last: number): Found | null {
  for (let at = 0; at < last; at += 1) {
    const token = tokens[at];
    if (!token || !opensView(token.word) || !mayOpen(tokens, at)) continue;
    const view = owned(tokens, at + 1);
    if (!view || !(VIEWS.has(wordAt(tokens, view.noun)) || isWayOf(tokens, view.noun))) continue;
    let end = view.noun + (isWayOf(tokens, view.noun) ? 3 : 1);
    if (wordAt(tokens, end) === 'of' && /^(?:events|things|it|thinking)$/.test(wordAt(tokens, end + 1))) end += 2;
    const next = textAt(tokens, end);
    if (at > 0 && !/^[,:]$/.test(next) && end < last) continue;
    if (next === '' || /^(?:was|were|is|are|of)$/.test(next)) continue;
    if (next === 'there' && wordAt(tokens, at) === 'in') continue;
    const content = clauseAround(tokens, at, end, last);
    const sort = /^(?:my|our)$/.test(wordAt(tokens, view.owner.start)) ? { sort: 'self' as const } : {};
    return content.length > 0
      ? { source: view.owner, cue: { start: at, end }, content, manner: 'speech', ...sort }
      : null;
  }
  return null;
}

/** "to his way of thinking". */
const isWayOf = (tokens: readonly Token[], noun: number): boolean =>
  wordAt(tokens, noun) === 'way' &&
  wordAt(tokens, noun + 1) === 'of' &&
  /^(?:thinking|seeing|reckoning)$/.test(wordAt(tokens, noun + 2));

/** "By the account of a teller who handled the slips, …", "In the considered judgment of the panel, …", "On the word of a member, …". */
function viewOf(tokens: readonly Token[], last: number): Found | null {
  for (let at = 0; at < last; at += 1) {
    const token = tokens[at];
    if (!token || !opensView(token.word) || wordAt(tokens, at + 1) !== 'the') continue;
    if (token.lower === 'to' && !/^(?:mind|eye|ear|eyes|ears)$/.test(wordAt(tokens, at + 2))) continue;
    if (!(mayOpen(tokens, at) || (token.lower === 'in' && token.quote === 'outside'))) continue;
    let noun = at + 2;
    while (/^(?:ADJ|VERB)$/.test(posAt(tokens, noun)) && noun - at < 5) noun += 1;
    if (!VIEWS.has(wordAt(tokens, noun)) || wordAt(tokens, noun + 1) !== 'of') continue;
    const core = phraseStartingAt(tokens, noun + 2, PHRASE_LINKS);
    if (!core || !isSpeaker(tokens, core)) continue;
    const end = sourceEnd(tokens, core.end);
    if (at > 0 && textAt(tokens, end) !== ',' && end < last) continue;
    const content = clauseAround(tokens, at, end, last);
    if (content.length > 0)
      return { source: { start: core.start, end }, cue: { start: at, end: noun + 2 }, content, manner: 'speech' };
  }
  return null;
}

const PHRASE_LINKS = new Set(['of', 'at', 'in', 'from', 'with', 'for', 'on']);

/** End of a source with the relative clauses and appositions behind it, each up to its comma. */
function sourceEnd(tokens: readonly Token[], from: number): number {
  let end = RELATIVES.has(wordAt(tokens, from - 1)) ? from - 1 : from;
  if (RELATIVES.has(wordAt(tokens, end)) || posAt(tokens, end) === 'ADV') end = clauseBreak(tokens, end);
  for (let steps = 0; steps < 2 && textAt(tokens, end) === ','; steps += 1) {
    const close = clauseBreak(tokens, end + 1);
    const tells = RELATIVES.has(wordAt(tokens, end + 1)) || /^an?$/.test(wordAt(tokens, end + 1));
    const titled = /^(?:DET|NOUN|PROPN)$/.test(posAt(tokens, end + 1)) && opensMain(tokens, close + 1);
    if (!(tells || titled) || textAt(tokens, close) !== ',') break;
    end = close;
  }
  return end;
}

/** What may follow the comma behind an apposition: a relative clause, or the clause that is looked at. */
const opensMain = (tokens: readonly Token[], at: number): boolean =>
  RELATIVES.has(wordAt(tokens, at)) || /^(?:the|this|that|it|what|there|his|her|their|its)$/.test(wordAt(tokens, at));

const PEOPLE = /^(?:critics|supporters|opponents|residents|some|many|those|fans|sceptics|skeptics)$/;
const BE = /^(?:is|was|are|were|[’']s|remains|remained)$/;

/** "For Mayor Villaflor, curfew itself is the mistake", "To critics of the system the rule is a fig leaf": how a thing looks to somebody. */
function forSomebody(tokens: readonly Token[], last: number): Found | null {
  const first = wordAt(tokens, 0);
  if (first !== 'for' && first !== 'to') return null;
  const who = phraseStartingAt(tokens, 1, PHRASE_LINKS);
  const head = who ? headOf(tokens, who) : -1;
  if (!who || head < 0) return null;
  const name = posAt(tokens, head) === 'PROPN' && wordAt(tokens, who.end) === 'that';
  const end = name ? who.end : sourceEnd(tokens, who.end);
  const named =
    posAt(tokens, head) === 'PROPN' &&
    namesIn(tokens.slice(who.start, who.end)).some((name) => name.kind !== 'other' || isSpeaker(tokens, who));
  const people = PEOPLE.test(wordAt(tokens, head)) || isSomePeople(tokens, who, head);
  const somebody = named || people || /^(?:him|her|them)$/.test(wordAt(tokens, head));
  if (!somebody && !isSpeaker(tokens, who)) return null;
  const comma = textAt(tokens, end) === ',';
  const rest = comma ? end + 1 : end;
  const opens = posAt(tokens, rest) === 'DET' || /^(?:this|that|it|there|these|those)$/.test(wordAt(tokens, rest));
  if (!comma && (!somebody || !opens)) return null;
  const what = wordAt(tokens, rest) === 'what';
  const verb = tokens.findIndex(
    ({ pos }, i) => i >= rest && (pos === 'AUX' || (pos === 'VERB' && !what && posAt(tokens, i - 1) !== 'DET')),
  );
  if (verb < 0 || !BE.test(wordAt(tokens, verb)) || posAt(tokens, verb + 1) === 'VERB') return null;
  const apposed = textAt(tokens, who.end) === ',' && posAt(tokens, who.end + 1) === 'PROPN';
  if (!named && !apposed && !PEOPLE.test(wordAt(tokens, head)) && !judges(tokens, verb + 1)) return null;
  return {
    source: { start: who.start, end },
    cue: { start: 0, end: 1 },
    content: [{ start: rest, end: contentEnd(tokens, rest, last) }],
    manner: 'mind',
  };
}

/** "For some parents": not all for whom a thing is so, but those who take it so. */
const isSomePeople = (tokens: readonly Token[], who: Range, head: number): boolean =>
  /^(?:some|many|most|others)$/.test(wordAt(tokens, who.start)) && nounClass(wordAt(tokens, head)) === 'person';

/** "is an insult", "was the bus", "is fine": what stands behind it is said of the thing, no deed and no number. */
const judges = (tokens: readonly Token[], at: number): boolean =>
  /^(?:DET|ADJ)$/.test(posAt(tokens, posAt(tokens, at) === 'ADV' ? at + 1 : at)) || wordAt(tokens, at) === 'like';

/** "As far as the fishermen are concerned, …". */
function concerned(tokens: readonly Token[], last: number): Found | null {
  const far = tokens.findIndex(
    ({ lower }, i) => lower === 'far' && /^(?:as|so)$/.test(wordAt(tokens, i - 1)) && wordAt(tokens, i + 1) === 'as',
  );
  const at = far - 1;
  if (far < 1 || !mayOpen(tokens, at)) return null;
  const who = phraseStartingAt(tokens, at + 3, PHRASE_LINKS);
  if (!who || !isSpeaker(tokens, who)) return null;
  const whole = appositionEnd(tokens, who.end);
  const verb = textAt(tokens, whole) === ',' ? whole + 1 : whole;
  const judging =
    /^(?:can|could)$/.test(wordAt(tokens, verb)) && /^(?:judge|tell|see|say|make)$/.test(wordAt(tokens, verb + 1));
  if (!judging && wordAt(tokens, verb + 1) !== 'concerned') return null;
  const content = clauseAround(tokens, at, verb + 2, last);
  return content.length > 0 ? { source: who, cue: { start: at, end: at + 3 }, content, manner: 'mind' } : null;
}

/** "As the elder put it, …", "…, as a student on the crew tells it, …", "The way the hospital tells it, …". */
function asPut(tokens: readonly Token[], last: number): Found | null {
  for (let at = 0; at < Math.min(last, 30); at += 1) {
    const way = wordAt(tokens, at) === 'way' && wordAt(tokens, at - 1) === 'the';
    if (!way && wordAt(tokens, at) !== 'as') continue;
    const opening = way ? at - 1 : at;
    if (!mayOpen(tokens, opening)) continue;
    const told = !way && at === 0 ? asTold(tokens, last) : null;
    if (told) return told;
    const core = phraseStartingAt(tokens, at + 1, PHRASE_LINKS);
    if (!core) continue;
    const subject = { start: core.start, end: sourceEnd(tokens, core.end) };
    const first = textAt(tokens, subject.end) === ',' ? subject.end + 1 : subject.end;
    const helped =
      /^(?:once|later|has|had|would|will|likes|prefers)$/.test(wordAt(tokens, first)) &&
      wordAt(tokens, first + 1) !== 'it';
    const verb = helped ? first + (wordAt(tokens, first + 1) === 'to' ? 2 : 1) : first;
    if (!TELLERS.has(wordAt(tokens, verb)) || wordAt(tokens, verb + 1) !== 'it' || !isSpeaker(tokens, core)) continue;
    let end = verb + 2;
    while (/^(?:there|then|later|once|now|himself|herself|themselves)$/.test(wordAt(tokens, end))) end += 1;
    end = behindMedium(tokens, end) || end;
    if (textAt(tokens, end) !== ',' && end < last) continue;
    const content = clauseAround(tokens, opening, end, last);
    if (content.length > 0)
      return { source: subject, cue: { start: subject.end, end: verb + 2 }, content, manner: 'speech' };
  }
  return null;
}

const isTold = wordFlag(({ lower }) =>
  /^(?:told|described|recalled|remembered|recounted|explained|related)$/.test(lower),
);

/** "As told by a warehouse hand, …", "As recalled by her sister, …". */
function asTold(tokens: readonly Token[], last: number): Found | null {
  const verb = tokens[1];
  if (!verb || !isTold(verb.word)) return null;
  const who = wordAt(tokens, 2) === 'by' ? phraseStartingAt(tokens, 3, PHRASE_LINKS) : null;
  const end = who ? sourceEnd(tokens, who.end) : 0;
  if (!who || textAt(tokens, end) !== ',' || !isSpeaker(tokens, who)) return null;
  const content = clauseAround(tokens, 0, end, last);
  return content.length > 0
    ? { source: { start: 3, end }, cue: { start: 0, end: 3 }, content, manner: 'speech' }
    : null;
}

/** "To hear Dolores tell it, …", "To hear the talk in the inn, …". */
function toHear(tokens: readonly Token[], last: number): Found | null {
  if (wordAt(tokens, 0) !== 'to' || wordAt(tokens, 1) !== 'hear') return null;
  const tell = tokens.findIndex((token, i) => i < 14 && token.lower === 'tell' && wordAt(tokens, i + 1) === 'it');
  if (tell < 3) return toHearTalk(tokens, last);
  const rest = textAt(tokens, tell + 2) === ',' ? tell + 3 : tell + 2;
  return {
    source: { start: 2, end: textAt(tokens, tell - 1) === ',' ? tell - 1 : tell },
    cue: { start: tell, end: tell + 2 },
    content: [{ start: rest, end: contentEnd(tokens, rest, last) }],
    manner: 'speech',
  };
}

function toHearTalk(tokens: readonly Token[], last: number): Found | null {
  if (!/^(?:talk|gossip|word|stories|whispers)$/.test(wordAt(tokens, 3))) return null;
  const comma = tokens.findIndex((token, i) => i > 3 && i < 16 && token.text === ',');
  return comma > 0 && comma + 1 < last
    ? {
        source: null,
        cue: { start: 0, end: 4 },
        content: [{ start: comma + 1, end: contentEnd(tokens, comma + 1, last) }],
        manner: 'passive',
      }
    : null;
}
