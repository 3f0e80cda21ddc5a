import { isPossessiveAt, posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { attitudeAttribution, opensAttitude } from './attitude-attributions.js';
import { isSpeaker } from '../grammar/animacy.js';
import { contentEnd } from '../grammar/content-ends.js';
import { type Found } from '../attributions/found.js';
import { type Range, isClauseStart, isNominal, phraseEndingAt, phraseStartingAt } from '../grammar/noun-phrases.js';
import { mainVerbBehind } from './own-voice.js';
import { appositionEnd } from '../grammar/subjects.js';
import { type Token } from '../words/token.js';
import { cleftAttribution, opensCleft } from './cleft-attributions.js';
import { isColon, messageAttribution } from './message-attributions.js';
import { stanceAttribution } from './stance-attributions.js';
import { isStanceNoun } from '../lexicon/stances.js';
import { viewAttribution } from './view-attributions.js';
import { type WordKinds, wordFlag } from '../words/word.js';
import { wordSet } from '../lexicon/word-list.js';

/** Nouns that carry a "that"-clause as something said or held. */
const NOMINAL_CUES = wordSet(
  'claim claims allegation allegations accusation accusations assertion assertions statement statements suggestion suggestions argument arguments contention warning warnings report reports rumour rumours rumor rumors belief beliefs fear fears concern concerns insistence denial denials admission confession announcement complaint complaints promise pledge threat prediction predictions forecast view stance position opinion speculation testimony conclusion finding findings revelation revelations assurance assurances charge charges hint hints word news impression suspicion suspicions theory notion idea hope hopes',
);

const isNominalCue = wordFlag(({ lower }) => NOMINAL_CUES.has(lower));

/** Adds the attributions that words other than verbs make: "according to", "per", "the claim that"; and views. */
export function addPhrases(found: Found[], tokens: readonly Token[], last: number, kinds: WordKinds): void {
  add(found, kinds.has(opensAttitude) ? attitudeAttribution(tokens, last) : null);
  add(found, kinds.has(isStanceNoun) ? stanceAttribution(tokens, last) : null);
  if (kinds.has(opensAdverbial) || kinds.has(isNominalCue)) addCued(found, tokens, last);
  add(found, viewAttribution(tokens, last, kinds));
  add(found, kinds.has(opensCleft) ? cleftAttribution(tokens, last) : null);
  add(found, kinds.has(isColon) ? messageAttribution(tokens, last) : null);
}

function add(found: Found[], one: Found | null): void {
  if (one) found.push(one);
}

const opensAdverbial = wordFlag(({ lower }) => /^(?:according|per|going|citing)$/.test(lower));

function addCued(found: Found[], tokens: readonly Token[], last: number): void {
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || token.quote !== 'outside') continue;
    const cue = opensAdverbial(token.word) ? adverbialCue(tokens, i) : 0;
    add(found, cue ? adverbialAttribution(tokens, i, cue, last) : nominalAttribution(tokens, i, last));
  }
}

/** End of an adverbial cue at `i` ("according to", "going by", "per"); 0 if there is none. */
function adverbialCue(tokens: readonly Token[], i: number): number {
  const word = wordAt(tokens, i);
  const next = wordAt(tokens, i + 1);
  if (word === 'according' && next === 'to') return i + 2;
  const opens = i === 0 || textAt(tokens, i - 1) === ',';
  if (
    word === 'per' &&
    opens &&
    (posAt(tokens, i + 1) === 'PROPN' || /^(?:the|its|his|her|their|an?|this|that|our|my)$/.test(next))
  )
    return i + 1;
  if (word === 'going' && next === 'by' && i === 0) return i + 2;
  if (word === 'citing' && textAt(tokens, i - 1) === ',') return i + 1;
  return 0;
}

function adverbialAttribution(tokens: readonly Token[], at: number, cueEnd: number, last: number): Found | null {
  const core = phraseStartingAt(tokens, cueEnd);
  if (!core || (wordAt(tokens, at) === 'citing' && !isSpeaker(tokens, core))) return null;
  const cue = { start: at, end: cueEnd };
  const leads = at === 0 || posAt(tokens, at - 1) === 'CCONJ' || (at === 1 && quoteAt(tokens, 0) !== 'mark');
  const whole = appositionEnd(tokens, core.end);
  // "According to the website, social workers verify …": what follows the comma is no apposition unless a comma closes it.
  const source: Range = { start: core.start, end: leads && textAt(tokens, whole) !== ',' ? core.end : whole };
  const comma = textAt(tokens, source.end) === ',';
  const manner = 'speech' as const;
  if (leads) {
    const start = comma ? source.end + 1 : source.end;
    return start < last ? { source, cue, content: [{ start, end: contentEnd(tokens, start, last) }], manner } : null;
  }
  let end = at;
  while (end > 0 && /^[,—–(]$/.test(textAt(tokens, end - 1))) end -= 1;
  const content: Range[] = [{ start: 0, end }];
  const rest = comma ? source.end + 1 : source.end;
  const next = tokens[rest];
  if (
    comma &&
    next &&
    rest < last &&
    next.pos !== 'CCONJ' &&
    /^(?:VERB|AUX|ADP|SCONJ|PRON)$/.test(next.pos) &&
    !/ing$/.test(next.lower)
  )
    content.push({ start: rest, end: last });
  return end > 0 ? { source, cue, content, manner } : null;
}

const BEHIND_CUES = new Set(['that', 'by', 'from']);

/** "the board's claim that …", "the allegation by the union that …", "fears that …". */
function nominalAttribution(tokens: readonly Token[], at: number, last: number): Found | null {
  const noun = tokens[at];
  if (!noun || !isNominalCue(noun.word) || noun.pos === 'VERB' || !BEHIND_CUES.has(wordAt(tokens, at + 1))) return null;
  if (
    /^(?:no|any|without)$/.test(wordAt(tokens, at - 1)) ||
    (/^charges?$/.test(noun.lower) && wordAt(tokens, at - 1) === 'on')
  )
    return null;
  const by =
    wordAt(tokens, at + 1) === 'by' || wordAt(tokens, at + 1) === 'from' ? phraseStartingAt(tokens, at + 2) : null;
  const that = by ? by.end : at + 1;
  if (wordAt(tokens, that) !== 'that' || /^(?:AUX|VERB)$/.test(posAt(tokens, that + 1))) return null;
  const owner = by ?? ownerOf(tokens, at);
  const start = owner && !by ? owner.end : at;
  const end = contentEnd(tokens, that, last);
  return {
    source: owner,
    cue: { start, end: at + 1 },
    content: [{ start: that, end: isOpening(tokens, owner, at) ? mainVerbBehind(tokens, that, end) : end }],
    manner: 'nominal',
  };
}

/** "His claim that the captain left a will has produced no will": the noun is the subject of the clause it opens. */
function isOpening(tokens: readonly Token[], owner: Range | null, at: number): boolean {
  const phrase = owner && owner.start < at ? owner : phraseEndingAt(tokens, at + 1, false);
  return phrase !== null && isClauseStart(tokens, phrase.start);
}

function ownerOf(tokens: readonly Token[], at: number): Range | null {
  let i = at - 1;
  while (i > 0 && (posAt(tokens, i) === 'ADJ' || posAt(tokens, i) === 'NOUN')) i -= 1;
  if (/^(?:his|her|their|its|my|our)$/.test(wordAt(tokens, i))) return { start: i, end: i + 1 };
  if (!isPossessiveAt(tokens, i) || !isNominal(tokens[i - 1])) return null;
  const phrase = phraseEndingAt(tokens, i);
  if (!phrase) return null;
  // "a reiteration of Moscow's stance": the stance is Moscow's.
  const of = tokens.findLastIndex((token, at) => at > phrase.start && at < i && token.lower === 'of');
  const named = of >= 0 && tokens.slice(of + 1, i).every((token) => token.pos === 'PROPN');
  return { start: named ? of + 1 : phrase.start, end: i };
}
