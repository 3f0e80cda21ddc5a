import { isCapitalAt, posAt, textAt, wordAt } from '../words/token-at.js';
import { type Range } from '../grammar/noun-phrases.js';
import { contentEnd } from '../grammar/content-ends.js';
import { type Found } from '../attributions/found.js';
import {
  type RecordPhrase,
  footingAt,
  isTestament,
  isSeveral,
  mayHeadRecord,
  recordEndingAt,
  tellsWhich,
} from '../grammar/record-phrases.js';
import { canDo } from '../lexicon/record-heads.js';
import { type Recording, isPredicate, presentForms, recordingsOf } from '../lexicon/recording.js';
import { VAGUE_DOCUMENTS } from '../lexicon/sources.js';
import { MODALS, NEGATIONS } from '../lexicon/words.js';
import { type Token } from '../words/token.js';
import { type Word, type WordKinds, wordFact } from '../words/word.js';
import { isEffect } from './record-effects.js';
import { isPronoun, pronounBefore, recordBefore } from './record-subject-phrases.js';
import { wordSet } from '../lexicon/word-list.js';

const presentOf = wordFact(({ lower }) => presentForms(lower));

/**
 * Records as subjects of verbs that tell what stands in them: "the register lists", "Resolution 12, adopted in May, forbids", "her
 * diary breaks off". Goes by words and agreement rather than by parts of speech: such nouns ("record", "log", "register") are
 * verbs as often.
 */
export function recordSubject(tokens: readonly Token[], last: number, kinds: WordKinds): Found | null {
  if (!kinds.has(mayHeadRecord) && !kinds.has(isPronoun)) return null;
  let [named, taken] = [false, false];
  for (let at = 0; at < last; at += 1) {
    const token = tokens[at];
    if (!token || token.quote !== 'outside') continue;
    const forms = named || taken ? (recordingsOf(token.word) ?? inThePresent(tokens, at)) : null;
    const found = forms ? readingAt(tokens, at, forms, last, named) : null;
    if (found) return found;
    named ||= mayHeadRecord(token.word);
    taken ||= isPronoun(token.word);
  }
  return null;
}

/** "The scan raises the number to nine": a verb of any sense with a name or a number behind it. */
function inThePresent(tokens: readonly Token[], at: number): readonly Recording[] | null {
  const token = tokens[at];
  const told = token?.pos === 'VERB' && at > 1 ? presentOf(token.word) : null;
  if (!told) return null;
  const next = posAt(tokens, at + 1);
  const counts = next === 'DET' && tokens.slice(at + 2, at + 12).some(({ pos }) => pos === 'NUM');
  return counts || /^(?:NUM|SYM|PROPN)$/.test(next) ? told : null;
}

/** "Of 804 registered voters", "of registered voters": a participle, no verb. */
const countsThose = (tokens: readonly Token[], at: number): boolean =>
  posAt(tokens, at + 1) === 'NOUN' &&
  wordAt(tokens, at).endsWith('ed') &&
  (wordAt(tokens, at - 1) === 'of' ||
    (wordAt(tokens, at - 2) === 'of' && /^(?!1\d{3}$|20\d\d$)\d/.test(wordAt(tokens, at - 1))));

/** `named`: whether a word stands before that may head a record; else only a pronoun can be the subject. */
function readingAt(
  tokens: readonly Token[],
  at: number,
  forms: readonly Recording[],
  last: number,
  named: boolean,
): Found | null {
  if (countsThose(tokens, at)) return null;
  const group = groupStart(tokens, at);
  if (group === null) return null;
  const taken = pronounBefore(tokens, group.start);
  if (!taken && !named) return null;
  const read = forms.filter(({ agreement }) => (agreement === 'predicate') === (group.linked ?? false));
  const from = contentStart(tokens, at, read, last);
  if (from === null) return taken ? null : asideAt(tokens, at, group.start, last);
  const subject = taken ?? recordBefore(tokens, group.start);
  if (!subject || saysNot(tokens, group.start, at) || (!group.linked && isEffect(tokens, at, subject.head)))
    return null;
  const footing = taken ? 'paged' : footingAt(tokens, subject.head);
  const fit = from.forms.filter(({ needs }) => canDo(footing, needs) && (needs !== 'dial' || tellsValue(tokens, at)));
  if (!agrees(tokens, subject, group.helped, fit)) return null;
  return {
    source: { start: subject.start, end: subject.end },
    cue: { start: group.start, end: from.start > at + 1 && textAt(tokens, at + 1) !== ':' ? from.start : at + 1 },
    content: [...leadIn(tokens, subject), { start: from.start, end: contentEnd(tokens, from.start, last) }],
    manner: 'record',
    sort: 'document',
  };
}

/** "It sits in | the invoices of a yard, which describe": words that only bring the record in tell with it. */
const leadIn = (tokens: readonly Token[], { start }: RecordPhrase): Range[] =>
  start > 0 && start < 8 && /^(?:it|there|this|that|these|then|still)$/.test(wordAt(tokens, 0))
    ? [{ start: 0, end: start }]
    : [];

/** "stood at 4.2 metres", "read exactly 31": a number right behind the verb. */
const tellsValue = (tokens: readonly Token[], at: number): boolean =>
  [at + 1, at + 2, at + 3].some((i) => /^(?:NUM|SYM)$/.test(posAt(tokens, i)));

/** Of what a record does, what vouches for words around it; "as the handbook requires" is what ought to be. */
const isNoting = (word: Word | undefined): boolean => word !== undefined && notes(word);
const notes = wordFact(
  ({ lower }) =>
    /^(?:note|show|record|say|state|observe|reveal|suggest|indicate|confirm|conclude|find|describe|report|tell|document|demonstrate|prove|put)(?:s|ed)?$/.test(
      lower,
    ),
  false,
);

/** "…, as the audit dryly notes, …": what it notes stands on both sides. */
function asideAt(tokens: readonly Token[], at: number, start: number, last: number): Found | null {
  if ((textAt(tokens, at + 1) !== ',' && at + 1 < last) || !isNoting(tokens[at]?.word)) return null;
  const subject = recordEndingAt(tokens, start);
  const as = subject !== null && wordAt(tokens, subject.start - 1) === 'as';
  if (!subject || !(as || isTail(tokens, at, subject))) return null;
  const which = tellsWhich(tokens, subject);
  if (!which && !VAGUE_DOCUMENTS.has(wordAt(tokens, subject.head))) return null;
  const edge = as && textAt(tokens, subject.start - 2) === ',' ? subject.start - 2 : subject.start - 1;
  const comma = at + 1 < last ? tokens.slice(0, edge).findLastIndex(({ text }) => text === ',') : -1;
  const content = [
    { start: comma + 1, end: edge },
    { start: at + 2, end: last },
  ].filter((range) => range.end > range.start);
  return content.length > 0
    ? {
        source: { start: subject.start, end: subject.end },
        cue: { start, end: at + 1 },
        content,
        manner: 'record',
        ...(which ? { sort: 'document' as const } : {}),
      }
    : null;
}

/** "…, tracking data show": behind a comma, at the very end. */
const isTail = (tokens: readonly Token[], at: number, subject: RecordPhrase): boolean =>
  textAt(tokens, subject.start - 1) === ',' && textAt(tokens, at + 1) !== ',' && subject.start > 3;

/** "The report does not say whether": nothing is told. */
const saysNot = (tokens: readonly Token[], start: number, at: number): boolean =>
  /^(?:say|explain|specify|state|tell|elaborate|disclose|reveal)$/.test(wordAt(tokens, at)) &&
  tokens.slice(start, at).some(({ lower }) => NEGATIONS.has(lower));

interface Group {
  readonly start: number;
  /** Whether an auxiliary agrees in the verb's place. */
  readonly helped: boolean;
  /** Whether it is a form of "be" with what the record is. */
  readonly linked?: boolean;
}

const ADVERBS = wordSet(
  'also then only even still now clearly plainly further separately expressly alone itself themselves instead again merely simply duly once',
);

const HELPERS = wordSet('has have had does do did');
/** Before these nothing agrees with a record: a passive, an infinitive, a noun. */
const NO_HELPERS = wordSet('is are was were be been being to a an the');

/** The verb with its helpers: "also lists", "has since shown", "does not mention"; null for passives and what only may be. */
function groupStart(tokens: readonly Token[], at: number): Group | null {
  let start = at;
  let helped = false;
  const linked = isPredicate(wordAt(tokens, at)) ? predicateStart(tokens, at) : null;
  if (linked) return linked;
  while (start > 0) {
    const { lower, pos } = tokens[start - 1] as Token;
    if (isTestament(tokens, start - 1)) break;
    if (lower === 'to' && wordAt(tokens, start - 2) === 'used') {
      start -= 2;
      helped = true;
      continue;
    }
    if (HELPERS.has(lower)) helped = true;
    else if (pos === 'AUX' || NO_HELPERS.has(lower) || (MODALS.has(lower) && !isCapitalAt(tokens, start - 1)))
      return null;
    else if (!ADVERBS.has(lower) && !NEGATIONS.has(lower) && pos !== 'ADV') break;
    start -= 1;
  }
  return start > 0 ? { start, helped } : null;
}

/** "is", "was quite": the link before what a record is. */
function predicateStart(tokens: readonly Token[], at: number): Group | null {
  const link = posAt(tokens, at - 1) === 'ADV' ? at - 2 : at - 1;
  return /^(?:is|are|was|were)$/.test(wordAt(tokens, link)) ? { start: link, helped: true, linked: true } : null;
}

const OPENERS = wordSet(
  'that not so otherwise to how what where when who whether why nothing none no only just as at least about around more fewer less nearly almost twice double half exactly roughly barely some all both every each his her its their my our your him it them us me',
);

interface Start {
  readonly start: number;
  readonly forms: readonly Recording[];
}

/** Where what is told begins, and the readings of the verb that take it so; null where nothing is told. */
function contentStart(tokens: readonly Token[], at: number, forms: readonly Recording[], last: number): Start | null {
  const next = tokens[at + 1];
  if (!next || at + 1 >= last) return null;
  const withParticle = forms.filter(({ particles }) => particles?.has(next.lower));
  if (withParticle.length > 0 && at + 2 <= last && !tellsLength(tokens, at))
    return { start: at + 2 < last ? at + 2 : at + 1, forms: withParticle };
  const taken = objectThenParticle(tokens, at, forms);
  if (taken.length > 0) return { start: at + 1, forms: taken };
  const bare = forms.filter(({ particles }) => particles === null);
  if (bare.length === 0) return null;
  const aside = behindAside(tokens, at, last);
  if (aside > 0) return { start: aside, forms: bare };
  if (next.text === ':') return at + 2 < last ? { start: at + 2, forms: bare } : null;
  if (next.pos === 'VERB' && next.lower.endsWith('d') && recordingsOf(next.word)) return null;
  const verb = tokens[at];
  const perfect = /^(?:has|have|had)$/.test(verb?.lower ?? '');
  if (perfect && tokens.slice(at + 1, at + 4).some(({ lower }) => lower === 'margin')) return null;
  if (perfect && takesParticiple(tokens, at + 1)) return null;
  const opens =
    next.quote === 'mark' ||
    OPENERS.has(next.lower) ||
    /^(?:DET|NUM|SYM|PROPN|PRON)$/.test(next.pos) ||
    next.pos === 'ADJ' ||
    (/^(?:NOUN|VERB)$/.test(next.pos) &&
      (verb?.pos === 'VERB' ||
        NEGATIONS.has(wordAt(tokens, at - 1)) ||
        bare.some(({ agreement, needs }) => agreement === 'one' || needs === 'any')));
  return opens ? { start: at + 1, forms: bare } : null;
}

/** "lays it down that", "picks her up at dawn": the particle behind a pronoun. */
const objectThenParticle = (tokens: readonly Token[], at: number, forms: readonly Recording[]): readonly Recording[] =>
  /^(?:it|him|her|them|this|that)$/.test(wordAt(tokens, at + 1))
    ? forms.filter(({ particles }) => particles?.has(wordAt(tokens, at + 2)))
    : [];

/** "provides, in an article of its own, that": where "that" stands behind an aside; 0 if it does not. */
function behindAside(tokens: readonly Token[], at: number, last: number): number {
  if (textAt(tokens, at + 1) !== ',') return 0;
  let close = at + 2;
  while (close < last && close - at < 18 && textAt(tokens, close) !== ',') close += 1;
  return /^(?:that|how|whether)$/.test(wordAt(tokens, close + 1)) ? close + 1 : 0;
}

/** "runs to 80 pages", "stood at the gate": how long it is and where, not what it says. */
const tellsLength = (tokens: readonly Token[], at: number): boolean =>
  (/^st(?:ands?|ood)$/.test(wordAt(tokens, at)) && !/^(?:NUM|SYM|ADV)$/.test(posAt(tokens, at + 2))) ||
  (/^(?:r[ua]ns?|numbers?|numbered)$/.test(wordAt(tokens, at)) &&
    tokens
      .slice(at + 2, at + 7)
      .some(({ lower }) => /^(?:pages?|lines?|words?|volumes?|sheets?|minutes?|hours?|paragraphs?)$/.test(lower)));

/** "has been", "have plainly hurt": a perfect, no owning. */
function takesParticiple(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (posAt(tokens, i) === 'ADV' || NEGATIONS.has(wordAt(tokens, i)) || posAt(tokens, i) === 'PART') i += 1;
  return /^(?:VERB|AUX)$/.test(posAt(tokens, i));
}

/** "The register lists", "the registers list": a verb in the present agrees. */
function agrees(
  tokens: readonly Token[],
  subject: RecordPhrase,
  helped: boolean,
  forms: readonly Recording[],
): boolean {
  if (!tellsWhich(tokens, subject)) return false;
  const word = wordAt(tokens, subject.head);
  const several = word === 'they' || (isSeveral(word) && wordAt(tokens, subject.start) !== 'one');
  const joined = wordAt(tokens, subject.start - 1) === 'and' || posAt(tokens, subject.start) === 'NUM';
  return (
    (helped && forms.length > 0) ||
    forms.some(
      ({ agreement }) =>
        agreement === 'any' || (agreement !== 'helped' && (joined || (agreement === 'several') === several)),
    )
  );
}
