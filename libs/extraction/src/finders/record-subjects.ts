import { isCapitalAt, posAt, textAt, wordAt } from '../words/token-at.js';
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
import { type Recording, recordingForms } from '../lexicon/recording.js';
import { MODALS, NEGATIONS } from '../lexicon/words.js';
import { type Token } from '../words/token.js';
import { bodyEnd } from './verb-attributions.js';
import { wordFact, wordFlag } from '../words/word.js';

const recordingsOf = wordFact(({ lower }) => recordingForms(lower));

/**
 * Records as subjects of verbs that tell what stands in them: "the register lists", "Resolution 12, adopted in May, forbids", "her
 * diary breaks off". Goes by words and agreement rather than by parts of speech: such nouns ("record", "log", "register") are
 * verbs as often.
 */
export function recordSubjects(tokens: readonly Token[]): Found[] {
  const last = bodyEnd(tokens);
  let seen = tokens[0] !== undefined && isPronoun(tokens[0].word);
  for (let at = 0; at < last; at += 1) {
    const token = tokens[at];
    if (!token || token.quote !== 'outside') continue;
    const forms = seen ? recordingsOf(token.word) : null;
    const found = forms ? readingAt(tokens, at, forms, last) : null;
    if (found) return [found];
    seen ||= mayHeadRecord(token.word);
  }
  return [];
}

const isPronoun = wordFlag(({ lower }) => lower === 'it' || lower === 'they');

/** "Of 804 registered voters", "of registered voters": a participle, no verb. */
const countsThose = (tokens: readonly Token[], at: number): boolean =>
  /ed$/.test(wordAt(tokens, at)) &&
  posAt(tokens, at + 1) === 'NOUN' &&
  (wordAt(tokens, at - 1) === 'of' ||
    (wordAt(tokens, at - 2) === 'of' && /^(?!1\d{3}$|20\d\d$)\d/.test(wordAt(tokens, at - 1))));

/** "It also lists", "They show": a pronoun that may take up a record, at the very start. Whether it does, the walk through the text tells. */
function pronounBefore(tokens: readonly Token[], end: number): RecordPhrase | null {
  const first = tokens[0];
  return end === 1 && first && isPronoun(first.word) ? { start: 0, end: 1, head: 0 } : null;
}

function readingAt(tokens: readonly Token[], at: number, forms: readonly Recording[], last: number): Found | null {
  if (countsThose(tokens, at)) return null;
  const group = groupStart(tokens, at);
  if (group === null) return null;
  const from = contentStart(tokens, at, forms, last);
  if (from === null) return null;
  const taken = pronounBefore(tokens, group.start);
  const subject = taken ?? recordEndingAt(tokens, group.start);
  if (!subject) return null;
  const footing = taken ? 'paged' : footingAt(tokens, subject.head);
  const fit = from.forms.filter(({ needs }) => needs === 'any' || needs === footing || footing === 'paged');
  if (!agrees(tokens, subject, group.helped, fit)) return null;
  return {
    source: { start: subject.start, end: subject.end },
    cue: { start: group.start, end: from.start > at + 1 && textAt(tokens, at + 1) !== ':' ? from.start : at + 1 },
    content: [{ start: from.start, end: contentEnd(tokens, from.start, last) }],
    manner: 'record',
    sort: 'document',
  };
}

interface Group {
  readonly start: number;
  /** Whether an auxiliary agrees in the verb's place. */
  readonly helped: boolean;
}

const ADVERBS = new Set(
  'also then only even still now clearly plainly further separately expressly alone itself themselves instead again merely simply duly once'.split(
    ' ',
  ),
);

/** The verb with its helpers: "also lists", "has since shown", "does not mention"; null for passives and what only may be. */
function groupStart(tokens: readonly Token[], at: number): Group | null {
  let start = at;
  let helped = false;
  while (start > 0) {
    const { lower, pos } = tokens[start - 1] as Token;
    if (isTestament(tokens, start - 1)) break;
    if (/^(?:has|have|had|does|do|did)$/.test(lower)) helped = true;
    else if (
      pos === 'AUX' ||
      (MODALS.has(lower) && !isCapitalAt(tokens, start - 1)) ||
      /^(?:is|are|was|were|be|been|being|to|an?|the)$/.test(lower)
    )
      return null;
    else if (!ADVERBS.has(lower) && !NEGATIONS.has(lower) && pos !== 'ADV') break;
    start -= 1;
  }
  return start > 0 ? { start, helped } : null;
}

const OPENERS = new Set(
  'that not so otherwise to how what where when who whether why nothing none no only just as at least about around more fewer less nearly almost some all both every each his her its their my our your him it them us me'.split(
    ' ',
  ),
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
  if (withParticle.length > 0 && at + 2 <= last) return { start: at + 2 < last ? at + 2 : at + 1, forms: withParticle };
  const bare = forms.filter(({ particles }) => particles === null);
  if (bare.length === 0) return null;
  if (next.text === ':') return at + 2 < last ? { start: at + 2, forms: bare } : null;
  if (next.pos === 'VERB' && next.lower.endsWith('d') && recordingsOf(next.word)) return null;
  const verb = tokens[at];
  const perfect = /^(?:has|have|had)$/.test(verb?.lower ?? '');
  if (perfect && takesParticiple(tokens, at + 1)) return null;
  const opens =
    next.quote === 'mark' ||
    OPENERS.has(next.lower) ||
    /^(?:DET|NUM|SYM|PROPN|PRON)$/.test(next.pos) ||
    next.pos === 'ADJ' ||
    (/^(?:NOUN|VERB)$/.test(next.pos) &&
      (verb?.pos === 'VERB' || bare.some(({ agreement, needs }) => agreement === 'one' || needs === 'any')));
  return opens ? { start: at + 1, forms: bare } : null;
}

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
  const several = word === 'they' || isSeveral(word);
  const joined = wordAt(tokens, subject.start - 1) === 'and';
  return (
    (helped && forms.length > 0) ||
    forms.some(
      ({ agreement }) =>
        agreement === 'any' || (agreement !== 'helped' && (joined || (agreement === 'several') === several)),
    )
  );
}
