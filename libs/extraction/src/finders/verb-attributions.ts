import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Complement, complementOf } from '../grammar/contents.js';
import { contentEnd, phraseContentEnd } from '../grammar/content-ends.js';
import { type Found, type Manner } from '../attributions/found.js';
import { type Case, frontedContent, interruption, isResumption, leftLimit, resumed } from './fronted-content.js';
import { verbOf } from '../lexicon/reporting-verbs.js';
import { DOCUMENT_HEADS } from '../lexicon/sources.js';
import { RELATIVES } from '../lexicon/words.js';
import { type Range, headOf, phraseStartingAt } from '../grammar/noun-phrases.js';
import { canSpeak } from '../grammar/animacy.js';
import {
  FUTURE_DEEDS,
  admitsSomebody,
  hasAntecedent,
  isNaming,
  makesText,
  pointsOut,
  saysNothing,
  staysUnnamed,
  TELLING_OBJECTS,
  takesThings,
} from './no-telling.js';
import { passiveAttribution } from './passive-attributions.js';
import { trimSiblings } from './siblings.js';
import { subjectBefore, subjectOf } from '../grammar/subjects.js';
import { type Token } from '../words/token.js';
import { type VerbGroup, verbGroupAt } from '../grammar/verb-groups.js';
import { wordFlag } from '../words/word.js';
import { wordSet } from '../lexicon/word-list.js';

/** "…, jury told": who hears, not who says. */
const HEARERS = new Set(['court', 'jury', 'jurors', 'tribunal', 'inquest', 'inquiry', 'trial', 'hearing']);
const INQUIRIES = wordSet(
  'investigation investigations inquiry inquiries enquiry probe revelation revelations researchers scientists economists auditors inspectors authors investigators prosecutors analysts evidence tests detectives court judge jury',
);
const CONDITIONS = new Set(['if', 'unless', 'whether']);
const PROPS = wordSet('this that it which these those what there');
const INFERENCES = wordSet(
  'mean suggest show imply indicate prove demonstrate illustrate highlight underline underscore signal hint call challenge support threaten promise reflect read point determine establish ask want',
);
/** Verbs that still tell something when negated ("does not believe that", "did not deny"). */
const NEGATABLE = wordSet(
  'concede acknowledge claim contest object regret foresee admit believe think expect want agree support deny dispute doubt rule accept know plan oppose endorse',
);

/** Attributions that a reporting verb makes, in one sentence. */
export function verbAttributions(tokens: readonly Token[], last: number): readonly Found[] {
  const found: Found[] = [];
  let source: Range | null = null;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || verbOf(token.word) === null || token.quote !== 'outside' || !MAY_TELL.has(token.pos)) continue;
    const group = verbGroupAt(tokens, i);
    if (!group || (group.negated && !NEGATABLE.has(group.verb.lemma))) continue;
    if (group.passive) {
      const passive = passiveAttribution(tokens, group, last);
      if (passive) found.push(passive);
      continue;
    }
    const subject = subjectOf(tokens, group);
    if (subject === null) continue;
    const phrase: Range | null = subject === 'shared' ? (source ?? mainSubject(tokens, group.start)) : subject.phrase;
    if (!phrase) continue;
    const edge = subject === 'shared' ? last : clauseEdge(tokens, phrase, group.at, last);
    const one = activeAttribution({ tokens, group, subject, phrase, last: edge, from: leftLimit(found, group.start) });
    if (!one) continue;
    found.push(one);
    source = phrase;
  }
  return found.length > 1 ? trimSiblings(tokens, found) : found;
}

/** Parts of speech as which a reporting verb is read, rightly or wrongly. */
const MAY_TELL: ReadonlySet<string> = new Set(['VERB', 'NOUN', 'ADJ', 'PROPN']);

/** "When the board announced the plan, masons had reasons to worry": the opening clause ends where the main one begins. */
function clauseEdge(tokens: readonly Token[], phrase: Range, verb: number, last: number): number {
  if (phrase.start === 0 || phrase.start > 2 || !SUBORDINATES.has(wordAt(tokens, phrase.start - 1))) return last;
  for (let i = verb + 1; i < last; i += 1) {
    if (textAt(tokens, i) !== ',' || quoteAt(tokens, i) !== 'outside') continue;
    const next = phraseStartingAt(tokens, i + 1);
    if (next && /^(?:VERB|AUX|ADV)$/.test(posAt(tokens, next.end))) return i;
  }
  return last;
}

const SUBORDINATES = wordSet('when after as while before since although though because once');

function activeAttribution(given: Case): Found | null {
  const { tokens, group, subject, phrase } = given;
  const { verb } = group;
  const head = wordAt(tokens, headOf(tokens, phrase)) || wordAt(tokens, phrase.start);
  const evidential = isEvidential(tokens, phrase, head);
  if (!maySay(given, head, evidential)) return null;
  const inverted = subject !== 'shared' && subject?.side === 'after';
  const behind = inverted ? resumed(tokens, phrase.end) : complementOf(tokens, group.at, verb, evidential);
  const adjunct = behind?.shape === 'clause' && posAt(tokens, behind.start) === 'ADP';
  const fronted = frontedContent(given, inverted, adjunct ? null : behind);
  const complement = adjunct && fronted ? null : behind;
  const interrupted = !complement && !fronted ? interruption(given, inverted) : null;
  const goesOn = complement !== null && (fronted === null || isResumption(tokens, complement));
  const right = complement && goesOn ? rightContent(tokens, complement, given.last) : null;
  const content = [fronted, right, ...(interrupted ?? [])].filter(
    (range): range is Range => range !== null && range.end > range.start,
  );
  if (content.length === 0) return null;
  const hearer = fronted && !inverted && verb.frames.told ? phraseStartingAt(tokens, group.at + 1) : null;
  if (
    FUTURE_DEEDS.has(group.verb.lemma) &&
    tokens.slice(group.start, group.at).some((token) => /^(?:will|[’']ll|to|must|should)$/.test(token.lower))
  )
    return null;
  const bareEnd = hearer?.end ?? group.at + 1;
  const cue = { start: group.start, end: !inverted && complement && right ? complement.cueEnd : bareEnd };
  return { source: phrase, cue, content, manner: mannerOf(group, complement, evidential, fronted !== null) };
}

/** "It has asked for packs", "it threatened to sue": told of what is past, "it" is a body. */
const isBodyActing = (head: string, { verb, form }: VerbGroup): boolean =>
  head === 'it' && form.startsWith('past') && /^(?:ask|want|call|challenge|threaten|promise|support)$/.test(verb.lemma);

function isEvidential(tokens: readonly Token[], phrase: Range, head: string): boolean {
  if (DOCUMENT_HEADS.has(head) || INQUIRIES.has(head)) return true;
  return RELATIVES.has(head) && evidentialAntecedent(tokens, phrase.start);
}

/** Whether this subject can say or hold something here: no "this means", no "if a man asks", no "by appealing to". */
function maySay({ tokens, group, phrase, subject, last }: Case, head: string, evidential: boolean): boolean {
  const { lemma, frames } = group.verb;
  if (PROPS.has(head) && INFERENCES.has(lemma) && !evidential && !isBodyActing(head, group)) return false;
  if (RELATIVES.has(head) ? !hasAntecedent(tokens, phrase) : !canSpeak(tokens, phrase, lemma)) return false;
  if (lemma === 'tell' && HEARERS.has(head) && group.at + 1 >= last) return false;
  if (phrase.end - phrase.start === 1 && ANYBODY.has(head) && posAt(tokens, group.start) === 'AUX') return false;
  if (lemma === 'say' && saysNothing(tokens, group.at + 1)) return false;
  const opener = phrase.start > 0 ? wordAt(tokens, phrase.start - 1) : '';
  if (CONDITIONS.has(opener) && subject !== 'shared') return false;
  if (lemma === 'call' && isNaming(tokens, group.at, phrase)) return false;
  if (lemma === 'appeal' && wordAt(tokens, group.start - 1) === 'by') return false;
  if (lemma === 'admit' && admitsSomebody(tokens, group.at + 1)) return false;
  if (!evidential && pointsOut(tokens, phrase)) return false;
  if (WHATEVER.has(wordAt(tokens, phrase.start))) return false;
  if (RELATIVES.has(head) && /^(?:ask|want|wish)$/.test(lemma) && staysUnnamed(tokens, group.at + 1)) return false;
  if (TELLING_OBJECTS.get(lemma)?.(tokens, group.at, head) === false) return false;
  if (lemma === 'write' && makesText(tokens, group.at + 1)) return false;
  if ((lemma === 'recall' || lemma === 'claim') && takesThings(tokens, group.at + 1)) return false;
  return !(opener === 'with' && frames.mind) && !(opener === 'by' && frames.about);
}

const ANYBODY = new Set(['one', 'everyone', 'anyone', 'nobody']);
const WHATEVER = new Set(['whatever', 'whichever', 'whoever', 'however']);

function mannerOf(group: VerbGroup, complement: Complement | null, evidential: boolean, fronted: boolean): Manner {
  if (evidential) return 'record';
  const { frames } = group.verb;
  if (frames.mind && !frames.quote) return 'mind';
  if (!fronted && complement && PHRASAL.has(complement.shape)) return 'act';
  return 'speech';
}

/** What somebody says or does to somebody or something, not in a clause. */
const PHRASAL: ReadonlySet<Complement['shape']> = new Set(['object', 'to', 'urge', 'accuse', 'about', 'label']);

function rightContent(tokens: readonly Token[], complement: Complement, last: number): Range {
  const endOf = PHRASAL.has(complement.shape) ? phraseContentEnd : contentEnd;
  return { start: complement.start, end: endOf(tokens, complement.start, last) };
}

/** Behind an opening adverbial clause ("As tensions rise, …"), or 1. */
function mainClauseStart(tokens: readonly Token[], limit: number): number {
  if (
    !/^(?:as|when|while|if|after|before|because|since|although|though|once|until|despite|in|on|at|with|for|by|during)$/.test(
      wordAt(tokens, 0),
    )
  )
    return 1;
  const comma = tokens.findIndex((token, i) => i < limit && token.text === ',');
  return comma > 0 ? comma + 1 : 1;
}

/** The subject of the first finite verb of the sentence before `limit`. */
export function mainSubject(tokens: readonly Token[], limit: number): Range | null {
  for (let i = mainClauseStart(tokens, limit); i < limit; i += 1) {
    const token = tokens[i];
    if (!token || token.quote !== 'outside' || (token.pos !== 'VERB' && token.pos !== 'AUX')) continue;
    if (/ing$/.test(token.lower) && token.pos === 'VERB') continue;
    let start = i;
    while (start > 0 && posAt(tokens, start - 1) === 'ADV') start -= 1;
    const phrase = subjectBefore(tokens, start);
    if (phrase && !RELATIVES.has(wordAt(tokens, phrase.start))) return phrase;
  }
  return null;
}

function evidentialAntecedent(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < 6; i -= 1) {
    const word = wordAt(tokens, i);
    if (DOCUMENT_HEADS.has(word) || INQUIRIES.has(word)) return true;
  }
  return false;
}

/** End of the words of a sentence: without the final stop, with a closing quotation mark. */
export function bodyEnd(tokens: readonly Token[]): number {
  let end = tokens.length;
  while (end > 1 && isStop((tokens[end - 1] as Token).word) && quoteAt(tokens, end - 1) === 'outside') end -= 1;
  return end;
}

const isStop = wordFlag(({ text }) => /^[.!?…]+$/.test(text));
