import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { BE, HAVE, KEEPING, MODALS, NEGATIONS } from '../lexicon/words.js';
import { type ReportingVerb, type VerbForm, verbOf } from '../lexicon/reporting-verbs.js';
import { type Token } from '../words/token.js';
import { wordSet } from '../lexicon/word-list.js';

/** A reporting verb in its place: the group it heads and how it is used there. Indices of tokens. */
export interface VerbGroup {
  readonly verb: ReportingVerb;
  readonly form: VerbForm;
  /** First token of the group, auxiliaries and adverbs included; the verb itself is at `at`. */
  readonly start: number;
  readonly at: number;
  readonly passive: boolean;
  readonly negated: boolean;
  /** "to say", "refused to say": what governs it lies before `start`. */
  readonly infinitive: boolean;
  readonly finite: boolean;
}

/** Verbs that only lead to the next: "went on to say", "continued to call for", "appeared to suggest". */
const LEADS = wordSet(
  'went go goes gone going continued continues continue proceeded proceeds appeared appears seemed seems began begins begun started starts tended tends used happened sought seeks managed manages wants wanted moved rushed came wrote writes written rang phoned telephoned emailed rose stepped',
);
const REFUSALS = wordSet(
  'declined declines refused refuses failed fails unable unwilling hesitated stopped declining refusing reluctant decline refuse fail neglected reluctant',
);

/** What the words before a verb make of it. */
interface Helpers {
  readonly start: number;
  readonly passive: boolean;
  readonly progressive: boolean;
  readonly perfect: boolean;
  readonly modal: boolean;
  readonly negated: boolean;
  readonly infinitive: boolean;
}

/** Reads the verb group around token `at`, or null where the token is no reporting verb. */
export function verbGroupAt(tokens: readonly Token[], at: number): VerbGroup | null {
  const token = tokens[at];
  const reading = token ? verbOf(token.word) : null;
  if (!reading || !mayBeVerb(tokens, at, reading.form)) return null;
  const { form, verb } = reading;
  const { start, passive, progressive, perfect, modal, negated, infinitive } = helpersOf(tokens, at, form);
  const whole = (form !== 'gerund' || progressive) && (form !== 'participle' || perfect || passive);
  return {
    verb,
    form,
    start: behindAdverbs(tokens, start, at),
    at,
    passive: passive && form !== 'gerund',
    negated,
    infinitive: infinitive && !leads(tokens, behindAdverbs(tokens, start, at)),
    finite: modal || (!infinitive && whole),
  };
}

/** Walks left from a verb over its auxiliaries, adverbs, negations and "to". */
function helpersOf(tokens: readonly Token[], at: number, form: VerbForm): Helpers {
  const found = {
    start: at,
    passive: false,
    progressive: false,
    perfect: false,
    modal: false,
    negated: false,
    infinitive: false,
  };
  for (let i = at - 1; i >= 0 && at - i < 8; i -= 1) {
    const before = tokens[i];
    if (!before || before.quote !== quoteAt(tokens, at)) break;
    const { lower, pos } = before;
    if (NEGATIONS.has(lower)) found.negated = true;
    else if (lower === 'to' && pos === 'PART') found.infinitive = true;
    else if (found.infinitive && (LEADS.has(lower) || REFUSALS.has(lower) || lower === 'on'))
      found.negated ||= REFUSALS.has(lower);
    else if (pos === 'AUX' || (HAVE.has(lower) && pos === 'VERB')) noteAuxiliary(found, lower, form);
    else if (form === 'gerund' && KEEPING.has(lower)) found.progressive = true;
    else if (lower === 'since' && HAVE.has(wordAt(tokens, i - 1))) found.start = i;
    else if (lower === 'but' && wordAt(tokens, i - 1) === 'all') i -= 1;
    else if (found.infinitive && AT_PAINS.has(lower) && /^(?:at|to)$/.test(wordAt(tokens, i - 1))) i -= 1;
    else if (pos !== 'ADV' && !(found.infinitive && READY.has(lower))) {
      const have = haveBefore(tokens, i);
      if (have < 0) break;
      i = have + 1;
    }
    found.start = i;
  }
  return found;
}

/** "was quick to dismiss", "is keen to stress": how readily somebody says it. */
const READY = wordSet(
  'quick keen eager anxious happy careful ready slow swift glad able free bound obliged compelled forced made moved driven prepared willing content inclined tempted fit reluctant loath',
);

/** "was at pains to stress", "felt at liberty to tell": nouns behind "at" that lead to what is said. */
const AT_PAINS = wordSet('pains liberty lengths');

/** "has until now maintained", "had in the past said": the auxiliary before an adverbial of up to four words that ends at `at`; -1 if none. */
function haveBefore(tokens: readonly Token[], at: number): number {
  for (let i = at; i > 0 && at - i < 4; i -= 1) {
    if (posAt(tokens, i) === 'ADP') return HAVE.has(wordAt(tokens, i - 1)) ? i - 1 : -1;
    if (!IN_ADVERBIALS.has(posAt(tokens, i))) return -1;
  }
  return -1;
}

const IN_ADVERBIALS: ReadonlySet<string> = new Set(['NOUN', 'ADJ', 'DET', 'NUM', 'ADV', 'PRON']);

function noteAuxiliary(
  found: { passive: boolean; progressive: boolean; perfect: boolean; modal: boolean; infinitive: boolean },
  word: string,
  form: VerbForm,
): void {
  if (HAVE.has(word) && !/^[’']d$/.test(word)) found.perfect = true;
  else if (BE.has(word) && !found.perfect && !found.infinitive) {
    found.passive = form !== 'gerund';
    found.progressive = form === 'gerund';
  } else if (MODALS.has(word)) found.modal = true;
}

/** Adverbs that belong to the sentence rather than to the verb stay out of the group. */
function behindAdverbs(tokens: readonly Token[], from: number, at: number): number {
  let start = from;
  while (start < at && posAt(tokens, start) === 'ADV' && OF_SENTENCES.has(wordAt(tokens, start))) start += 1;
  return start;
}

const OF_SENTENCES = wordSet('then now later meanwhile however here there still so instead');

function leads(tokens: readonly Token[], start: number): boolean {
  return LEADS.has(wordAt(tokens, start)) || (posAt(tokens, start) === 'AUX' && wordAt(tokens, start) !== 'to');
}

/** Forms that are no other word, whatever the tagger says. */
const CERTAIN = wordSet(
  'accuses denies insists argues says believes alleges condemns urges contends asserts admits acknowledges concedes concludes confirms explains describes reveals suggests tells warns writes announces criticises criticizes rejects dismisses denounces expects recalls remembers maintains thinks knows wants said told denied insisted argued believed alleged condemned urged contended asserted admitted acknowledged conceded concluded confirmed explained revealed suggested warned wrote announced criticised criticized rejected dismissed denounced recalled remembered maintained thought accused',
);

/** Words that are nouns more often than verbs count as verbs only where the tagger says so or a subject and a "that" frame them. */
function mayBeVerb(tokens: readonly Token[], at: number, form: VerbForm): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (CERTAIN.has(token.lower)) return true;
  if (token.pos === 'VERB') return !(form === 'base' && posAt(tokens, at - 1) === 'DET');
  if (token.pos === 'AUX') return false;
  if (form === 'base') return token.pos === 'NOUN' && isPluralSubject(tokens[at - 1]) && opensObject(tokens[at + 1]);
  return form !== 'gerund' && form !== 'participle' && isFramed(tokens, at, form);
}

/** "Skeptics point out", "they claim that". */
function isPluralSubject(before: Token | undefined): boolean {
  if (!before) return false;
  return /^(?:NOUN|PROPN)$/.test(before.pos)
    ? /(?:s|men|people)$/.test(before.lower)
    : /^(?:they|we|others|some|many)$/.test(before.lower);
}

function opensObject(after: Token | undefined): boolean {
  if (!after) return false;
  return /^(?:that|out|for|to)$/.test(after.lower) || /^(?:DET|PRON)$/.test(after.pos) || after.quote === 'mark';
}

/** "Tuohy fears the slide", "The report states: “", "…, reports the Courier": a name or a noun before, something said behind. */
function isFramed(tokens: readonly Token[], at: number, form: VerbForm): boolean {
  const comma = textAt(tokens, at - 1) === ',' || quoteAt(tokens, at - 1) === 'mark';
  const before = posAt(tokens, at - 1);
  const after = posAt(tokens, at + 1);
  if (comma && (after === 'PROPN' || after === 'DET') && form !== 'past') return true;
  const name = before === 'PROPN' || (before === 'PRON' && /^(?:he|she|they|it|who)$/.test(wordAt(tokens, at - 1)));
  const noun = before === 'NOUN' && form === 'third' && !wordAt(tokens, at - 1).endsWith('s');
  const said =
    wordAt(tokens, at + 1) === 'that' || quoteAt(tokens, at + 1) === 'mark' || /^[:.]$/.test(textAt(tokens, at + 1));
  if (said && (name || noun || comma || quoteAt(tokens, at - 1) === 'mark')) return true;
  return (
    name &&
    (/^(?:DET|NUM|PRON)$/.test(after) || wordAt(tokens, at + 1) === 'to') &&
    /(?:s|ed)$/.test(wordAt(tokens, at))
  );
}
