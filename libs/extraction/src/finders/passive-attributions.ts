import { posAt, textAt, wordAt } from '../words/token-at.js';
import { contentEnd } from '../grammar/content-ends.js';
import { opensClause } from '../grammar/clauses.js';
import { type Found } from '../attributions/found.js';
import { RELATIVES, TIME_WORDS } from '../lexicon/words.js';
import { type Range, phraseStartingAt } from '../grammar/noun-phrases.js';
import { appositionEnd, subjectBefore } from '../grammar/subjects.js';
import { type Token } from '../words/token.js';
import { type VerbGroup } from '../grammar/verb-groups.js';
import { wordSet } from '../lexicon/word-list.js';

/** "is said to have", "was revealed to be": what many hold, or what came out, without a name. */
const HELD = wordSet(
  'repute say believe think report allege reveal understand know suspect claim estimate consider find deem assume show predict uncover disclose expose rumour rumor fear hope project forecast confirm announce prove discover establish',
);
const JUDGED = wordSet(
  'accuse blame suspect criticise criticize condemn praise hail describe denounce mock dismiss portray depict characterise characterize label dub brand attack deride laud applaud celebrate thank commend slam lambast ridicule hail regard rate rebuke berate censure tout',
);
/** "Hundreds are feared dead". */
const FEARED = wordSet('fear believe presume think');
const LOST = /^(?:dead|missing|lost|trapped|drowned|injured|killed)$/;
/** "The estate was estimated at nine million". */
const REPUTED = wordSet('estimate put reckon');
const isAmount = (tokens: readonly Token[], at: number): boolean =>
  [at, at + 1, at + 2].some((i) => /^(?:NUM|SYM)$/.test(posAt(tokens, i)));
const URGED = wordSet('urge advise warn implore');
const TOLD = wordSet('tell inform warn advise assure remind notify');
const ACTS = wordSet(
  'criticise criticize condemn praise denounce reject oppose back support endorse welcome deny dispute confirm question challenge dismiss defend propose recommend report describe reveal announce disclose refute echo cite suggest write say',
);

/** What is supported with money. */
const WORK = wordSet('research study work project programme program survey trial trip visit event exhibition');

/** An attribution made by a passive: agentless ("was later revealed to have …"), or with its agent ("was condemned by unions"). */
export function passiveAttribution(tokens: readonly Token[], group: VerbGroup, last: number): Found | null {
  const { lemma } = group.verb;
  const subject = subjectBefore(tokens, group.start);
  const next = nextWord(tokens, group.at);
  const word = wordAt(tokens, next);
  const agent = agentOf(tokens, group.at, last);
  const cue = { start: group.start, end: group.at + 1 };
  const manner = agent ? 'act' : 'passive';
  const bare = wordAt(tokens, group.start - 1) === 'it' && HELD.has(lemma) && opensClause(tokens, next);
  if (addsInOwnVoice(tokens, group, agent)) return null;
  if (wordAt(tokens, group.start - 1) === 'it' && (word === 'that' || agent || bare)) {
    const that = word === 'that' || bare ? next : agent ? nextThat(tokens, agent.end) : -1;
    if (that < 0) return null;
    return {
      source: agent,
      cue: { start: group.start - 1, end: group.at + 1 },
      content: [{ start: that, end: contentEnd(tokens, that, last) }],
      manner,
    };
  }
  const aside = TOLD.has(lemma) && subject && !agent ? toldAside(tokens, subject, group.at, last) : [];
  if (aside.length > 0) return { source: null, cue, content: aside, manner };
  const rest = { start: next, end: contentEnd(tokens, next, last) };
  const late = TOLD.has(lemma) ? thatBehind(tokens, next) : -1;
  if (late > next)
    return { source: agent, cue, content: [{ start: late, end: contentEnd(tokens, late, last) }], manner };
  if (TOLD.has(lemma) && (word === 'that' || (lemma === 'tell' && isClauseTold(tokens, next))))
    return { source: agent, cue, content: [rest], manner };
  const matches =
    (word === 'to' && (HELD.has(lemma) || URGED.has(lemma))) ||
    (FEARED.has(lemma) && LOST.test(word)) ||
    (REPUTED.has(lemma) && word === 'at' && agent === null && isAmount(tokens, next + 1)) ||
    (/^(?:of|for|as|over|with)$/.test(word) && JUDGED.has(lemma)) ||
    (word === 'that' && group.verb.frames.clause);
  if (matches) return { source: agent, cue, content: withSubject(tokens, subject, rest), manner };
  const funded = /^(?:support|back)$/.test(lemma) && WORK.has(wordAt(tokens, (subject?.end ?? 0) - 1));
  if (agent && subject && ACTS.has(lemma) && !funded) return { source: agent, cue, content: [subject], manner: 'act' };
  return null;
}

/** "It should be said that", "It must in fairness be added that": the author says it. */
const addsInOwnVoice = (tokens: readonly Token[], group: VerbGroup, agent: Range | null): boolean =>
  agent === null &&
  /^(?:say|add|note|admit|remember|own|concede|stress|emphasise|emphasize|acknowledge|point|observe|record|confess)$/.test(
    group.verb.lemma,
  ) &&
  tokens
    .slice(Math.max(0, group.at - 7), group.at)
    .some(({ lower }) => /^(?:should|must|ought|may|might|can|need|needs)$/.test(lower)) &&
  tokens.slice(Math.max(0, group.at - 8), group.at).some(({ lower }) => lower === 'it');

/** "Flowers, the family was told, were not wanted", "The valve was shut, residents were told": what stands around the commas. */
function toldAside(tokens: readonly Token[], subject: Range, at: number, last: number): Range[] {
  if (textAt(tokens, subject.start - 1) !== ',' || (at + 1 < last && textAt(tokens, at + 1) !== ',')) return [];
  const before = { start: 0, end: subject.start - 1 };
  if (at + 2 >= last) return [before];
  return /^(?:AUX|VERB|ADV)$/.test(posAt(tokens, at + 2)) ? [before, { start: at + 2, end: last }] : [];
}

/** "was told her mother had died", "were told the same". */
const isClauseTold = (tokens: readonly Token[], at: number): boolean =>
  (/^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/.test(posAt(tokens, at)) && opensClause(tokens, at)) ||
  (wordAt(tokens, at) === 'the' && wordAt(tokens, at + 1) === 'same');

/** "was told by Tully in May | that": where "that" stands behind phrases without a verb; -1 where it does not. */
function thatBehind(tokens: readonly Token[], from: number): number {
  for (let i = from; i < from + 9; i += 1) {
    const token = tokens[i];
    if (!token || !/^(?:ADP|ADV|DET|ADJ|NOUN|PROPN|NUM|PRON|SCONJ)$/.test(token.pos)) return -1;
    if (token.lower === 'that') return token.pos === 'SCONJ' || posAt(tokens, i + 1) === 'PRON' ? i : -1;
  }
  return -1;
}

function withSubject(tokens: readonly Token[], subject: Range | null, rest: Range): Range[] {
  if (!subject || RELATIVES.has(wordAt(tokens, subject.start))) return [rest];
  return [subject, rest];
}

function nextWord(tokens: readonly Token[], at: number): number {
  let i = at + 1;
  while ((posAt(tokens, i) === 'ADV' && wordAt(tokens, i) !== 'as') || TIME_WORDS.has(wordAt(tokens, i))) i += 1;
  return i;
}

function nextThat(tokens: readonly Token[], from: number): number {
  return wordAt(tokens, from) === 'that' ? from : -1;
}

/** "by" and its phrase soon after the verb, before any other finite verb. */
function agentOf(tokens: readonly Token[], at: number, last: number): Range | null {
  for (let i = at + 1; i < Math.min(last, at + 4); i += 1) {
    const token = tokens[i];
    if (!token || token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'PUNCT') return null;
    if (token.lower !== 'by') continue;
    if (/ing$/.test(wordAt(tokens, i + 1)) && posAt(tokens, i + 1) === 'VERB') return null;
    const phrase = phraseStartingAt(tokens, i + 1);
    return phrase && !TIME_WORDS.has(wordAt(tokens, phrase.start))
      ? { start: phrase.start, end: appositionEnd(tokens, phrase.end) }
      : null;
  }
  return null;
}
