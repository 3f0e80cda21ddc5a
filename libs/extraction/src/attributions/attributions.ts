import { type AttributedSource, type Attribution, type Scene, type Walk } from './attribution.js';
import { type Found } from './found.js';
import { hearsayAttribution } from '../finders/hearsay-attributions.js';
import { talkAttribution } from '../finders/talk-clauses.js';
import { mastheadsOf } from '../sources/mastheads.js';
import { recordingForms } from '../lexicon/recording.js';
import { type Range } from '../grammar/noun-phrases.js';
import { type Outlets, outletsIn } from '../sources/outlets.js';
import { type Cast, emptyCast, meet } from '../sources/people.js';
import { addPhrases } from '../finders/phrase-attributions.js';
import { isDirect, linkQuote } from './quote-speakers.js';
import { recordAttribution } from '../finders/record-attributions.js';
import { recordSubject } from '../finders/record-subjects.js';
import { selfAttribution } from '../finders/self-attributions.js';
import { type Stretch } from '../segments/sentences.js';
import { vouchesItself } from '../sources/own-records.js';
import { type Resolved, resolveSource } from '../sources/sources.js';
import { recordMeant } from '../sources/things.js';
import { sourcingOf } from '../sources/sourcing.js';
import { addTags } from '../finders/tag-attributions.js';
import { posAt, wordAt } from '../words/token-at.js';
import { type Sentence, type Token } from '../words/token.js';
import { type MarkedQuote } from '../words/tokens.js';
import { WordKinds } from '../words/word.js';
import { aroundTags } from '../finders/around-tags.js';
import { strangerAttribution } from '../finders/stranger-attributions.js';
import { bodyEnd, verbAttributions } from '../finders/verb-attributions.js';
import { inReports } from '../finders/written-reports.js';

/** Looks again at what the rules found in one sentence and says what to take. */
export type SecondOpinion = (sentence: Sentence, index: number, rules: readonly Found[]) => readonly Found[];

/** What the rules find in an article: sentence by sentence, before quotations are tied to their speakers. */
export interface RuleFindings {
  readonly outlets: Outlets;
  /** Which kinds of words each sentence holds: a rule asks here whether a sentence concerns it at all. */
  readonly kinds: readonly WordKinds[];
  readonly bySentence: readonly (readonly Found[])[];
}

/** Verbs, "according to", records, hearsay: what the rules find. */
export function findByRules({ text, segments, sentences }: Scene): RuleFindings {
  const kinds = sentences.map(({ tokens }) => new WordKinds(tokens));
  const outlets = outletsIn(sentences, kinds, mastheadsOf(text, segments));
  return {
    outlets,
    kinds,
    bySentence: sentences.map((sentence, at) =>
      ruleAttributions(
        sentence.tokens,
        kinds[at] as WordKinds,
        segments[sentence.segment]?.kind === 'headline',
        outlets,
      ),
    ),
  };
}

/**
 * Attributions of an article in the order of their sentences: what the rules found in each, or what a second opinion makes
 * of that (`tagged.ts`), and then the quotations, each tied to its speaker.
 */
export function findAttributions(scene: Scene, rules: RuleFindings, opinion?: SecondOpinion): Attribution[] {
  const walk: Walk = {
    ...scene,
    outlets: rules.outlets,
    cast: emptyCast(rules.outlets.own),
    out: [],
    interviewee: null,
  };
  walkThrough(walk, rules, opinion);
  for (const one of walk.out) settle(walk, one);
  return walk.out;
}

/** Where the rules alone see attributions, without asking who the sources are: hints for the tagger. */
export function sketchAttributions(scene: Scene, rules: RuleFindings): Attribution[] {
  const walk: Walk = { ...scene, outlets: rules.outlets, cast: null, out: [], interviewee: null };
  walkThrough(walk, rules);
  return walk.out;
}

function walkThrough(walk: Walk, rules: RuleFindings, opinion?: SecondOpinion): void {
  const { segments, sentences, quotes, cast } = walk;
  const lead = segments.findIndex((segment) => segment.kind === 'body');
  let quoteAt = 0;
  let pending: MarkedQuote[] = [];
  for (let index = 0; index < sentences.length; index += 1) {
    const sentence = sentences[index] as Sentence;
    if (cast)
      meet(
        cast,
        sentence.tokens,
        rules.kinds[index] as WordKinds,
        sentence.segment <= lead,
        segments[sentence.segment]?.kind === 'headline',
      );
    const own = withRecords(walk, sentence.tokens, rules.bySentence[index] ?? []);
    const seen = withoutEchoes(opinion ? opinion(sentence, index, own) : own);
    const found = cast ? aroundTags(sentence.tokens, seen) : seen;
    for (const one of found) if (!isNarrator(sentence, one)) walk.out.push(placed(walk, one, index));
    while (quoteAt < quotes.length && (quotes[quoteAt]?.start ?? 0) < sentence.end) {
      const quote = quotes[quoteAt];
      if (quote?.speech) pending.push(quote);
      quoteAt += 1;
    }
    if (pending.length > 0) pending = pending.filter((quote) => !linkQuote(walk, quote, index));
  }
}

/** All rules over one sentence; where two claim the same cue, the earlier in this list keeps it. */
function ruleAttributions(
  tokens: readonly Token[],
  kinds: WordKinds,
  inHeadline: boolean,
  outlets: Outlets,
): readonly Found[] {
  const last = bodyEnd(tokens);
  const own = selfAttribution(tokens, last, kinds, outlets);
  if (own) {
    const found = [own];
    addSpoken(found, tokens, last, kinds, inHeadline);
    return dropNestedRepeats(found);
  }
  const read = recordSubject(tokens, last, kinds);
  const unsure = read !== null && isTakenUp(tokens, read);
  const place = recordAttribution(tokens, last, kinds);
  const spoken: Found[] = [];
  if (read && !unsure) spoken.push(read);
  if (place) spoken.push(place);
  addSpoken(spoken, tokens, last, kinds, inHeadline);
  if (read && unsure) spoken.push(read);
  const talk = talkAttribution(tokens, last, kinds);
  const stranger = strangerAttribution(tokens, last, kinds);
  if (stranger && !isTold(stranger, spoken)) spoken.push(stranger);
  const found = dropNestedRepeats(talk ? [talk, ...spoken] : spoken);
  const hearsay = hearsayAttribution(tokens, last, kinds);
  return hearsay ? dropNestedRepeats([...found, hearsay]) : found;
}

/** What phrases, verbs and the form of the text give to somebody. */
function addSpoken(
  found: Found[],
  tokens: readonly Token[],
  last: number,
  kinds: WordKinds,
  inHeadline: boolean,
): void {
  addPhrases(found, tokens, last, kinds);
  for (const one of inReports(tokens, kinds, verbAttributions(tokens, last))) found.push(one);
  addTags(found, tokens, last, kinds, inHeadline);
}

/** "Three in five report pain, according to the survey": who tells stands in what another tells of. */
function isTold({ cue }: Found, others: readonly Found[]): boolean {
  return others.some(({ content }) =>
    content.some((piece) => cue !== null && piece.start <= cue.start && cue.end <= piece.end),
  );
}

/** "Sales are estimated at a million, according to the bank": the bank says so, not nobody. */
function withoutEchoes(found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found;
  const told = found.filter((one) => one.source !== null && one.manner === 'speech');
  if (told.length === 0) return found;
  const covers = (outer: Found, inner: Found): boolean =>
    inner.content.every((piece) => outer.content.some((whole) => whole.start <= piece.start && piece.end <= whole.end));
  return found.filter(
    (one) =>
      one.source !== null || !/^(?:passive|nominal)$/.test(one.manner) || !told.some((other) => covers(other, one)),
  );
}

/** "I think", "we know": the author's own voice, not somebody to be attributed to. */
function isNarrator(sentence: Sentence, one: Found): boolean {
  if (!one.source || one.sort === 'self' || one.manner === 'passive' || one.source.end - one.source.start > 1)
    return false;
  return NARRATORS.has(wordAt(sentence.tokens, one.source.start));
}

const NARRATORS = new Set(['i', 'we', 'me', 'us', 'you', 'my']);

/** "according to" and a verb may both claim the same words; the first found keeps them. */
function dropNestedRepeats(found: Found[]): Found[] {
  if (found.length < 2) return found;
  const kept: Found[] = [];
  for (const one of found)
    if (!kept.some((other) => other.cue && one.cue && other.cue.start < one.cue.end && one.cue.start < other.cue.end))
      kept.push(one);
  return kept.sort((a, b) => (a.cue?.start ?? 0) - (b.cue?.start ?? 0));
}

/** "It lists three masons": a record only if one spoke right before. */
function isTakenUp(tokens: readonly Token[], { source, sort }: Found): boolean {
  if (source === null || sort !== 'document' || source.end - source.start !== 1) return false;
  const word = wordAt(tokens, source.start);
  return word === 'it' || word === 'they';
}

/** Without what "it" or "they" tell where no record has come before that they could take up. */
function withRecords({ cast }: Walk, tokens: readonly Token[], found: readonly Found[]): readonly Found[] {
  const takesUpNone = (one: Found): boolean =>
    isTakenUp(tokens, one) && !(cast && recordMeant(cast, wordAt(tokens, one.source?.start ?? 0)));
  return found.some(takesUpNone) ? found.filter((one) => !takesUpNone(one)) : found;
}

function placed(walk: Walk, one: Found, index: number): Attribution {
  const sentence = walk.sentences[index];
  const tokens = sentence?.tokens ?? [];
  const stretch = (range: Range): Stretch => ({
    start: tokens[range.start]?.start ?? 0,
    end: tokens[range.end - 1]?.end ?? 0,
  });
  const who = walk.cast && one.source ? whoSays(tokens, one, walk.cast) : UNASKED;
  const source = one.source && !isTalkedOf(tokens, one, who) ? asked(stretch(one.source), who) : null;
  return {
    sentence: index,
    source,
    cue: one.cue ? stretch(one.cue) : null,
    content: one.content.map(stretch),
    manner: one.manner,
    direct: false,
    sourcing: 'unattributed',
  };
}

/** Who a source is. "It plans", "its hope": not the record that spoke last, but the body before it. */
function whoSays(tokens: readonly Token[], one: Found, cast: Cast): Resolved {
  const who = resolveSource(tokens, namingPart(tokens, one), cast, one.sort);
  if (who.type !== 'document' || one.sort || !one.source || one.source.end - one.source.start > 1) return who;
  if (!/^(?:its?|they|their)$/.test(wordAt(tokens, one.source.start))) return who;
  const verb = wordAt(tokens, (one.cue?.end ?? 1) - 1);
  const they = wordAt(tokens, one.source.start) === 'they';
  if (they && isAnybody(tokens, one)) return { name: 'they', type: 'group', named: false };
  const minds = one.manner === 'mind' || one.manner === 'nominal' || wordAt(tokens, one.source.start).endsWith('s');
  return minds || (they && recordingForms(verb) === null) || ONLY_BODIES.test(verb)
    ? (cast.lastBody ?? { name: wordAt(tokens, one.source.start), type: 'organization', named: true })
    : who;
}

/** "They will tell you", "as they put it": people speak, whatever record spoke last. */
const isAnybody = (tokens: readonly Token[], { cue }: Found): boolean =>
  cue !== null && tokens.slice(cue.start, cue.end + 1).some(({ lower }) => /^(?:will|would|you|us|me|it)$/.test(lower));

/** What bodies do and records do not. */
const ONLY_BODIES =
  /^(?:den(?:y|ies|ied)|refuse[sd]?|decline[sd]?|apologi[sz]e[sd]?|oppose[sd]?|wants?|wanted|plan(?:s|ned)|hope[sd]?|intend(?:s|ed)|vow(?:s|ed)|pledge[sd]?|support(?:s|ed)|back(?:s|ed)|welcome[sd]?|thank(?:s|ed))$/;

/** "He is said to have slept there", "Legend has it that", "We were told": what the tagger takes for a source is whom the talk is of or who hears it, or the talk itself. */
const isTalkedOf = (
  tokens: readonly Token[],
  { manner, cue, source }: Found,
  { named }: Pick<Resolved, 'named'>,
): boolean =>
  manner === 'passive' &&
  named &&
  (TALKED.test(wordAt(tokens, (cue?.end ?? 0) - 1)) || TALK.test(wordAt(tokens, firstWord(tokens, source))));

/** Behind an article. */
const firstWord = (tokens: readonly Token[], source: Range | null): number =>
  (source?.start ?? 0) + (wordAt(tokens, source?.start ?? 0) === 'the' ? 1 : 0);
const TALKED = /^(?:said|thought|rumou?red|reputed|alleged|feared|claimed)$/;
const TALK =
  /^(?:rumou?r|legend|gossip|word|talk|tradition|fears?|whispers?|consensus|conventional|received|popular|folk|i|we)$/;

const asked = (
  { start, end }: Stretch,
  { name, type, named }: Pick<Resolved, 'name' | 'type' | 'named'>,
): AttributedSource => ({
  start,
  end,
  name,
  type,
  named,
});

const UNASKED = { name: '', type: 'unknown', named: false } as const;

/** What of a source is resolved: its head where a rule knows it, unless the words around it name it or make it the outlet itself. */
function namingPart(tokens: readonly Token[], { source, head }: Found): Range {
  const whole = source ?? { start: 0, end: 0 };
  for (let i = whole.start + 2; i + 1 < whole.end; i += 1)
    if (NAMED.has(wordAt(tokens, i)) && posAt(tokens, i + 1) === 'PROPN') return { start: i + 1, end: whole.end };
  return head && !vouchesItself(tokens, whole) ? head : whole;
}

const NAMED = new Set(['named', 'called']);

/** Decides, once all content is known, whether the words themselves are quoted, and the sourcing. */
function settle(walk: Walk, one: Attribution): void {
  one.content.sort((a, b) => a.start - b.start);
  one.direct = isDirect(one.manner, one.content, walk.quotes);
  one.sourcing = sourcingOf(one);
}
