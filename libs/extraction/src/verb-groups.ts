import { posAt, wordAt } from './token-at.js';
import { BE, HAVE, MODALS, NEGATIONS } from './lexicon/words.js';
import { type ReportingVerb, type VerbForm, readVerb } from './lexicon/reporting-verbs.js';
import { type Token } from './token.js';

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
const LEADS = new Set(
  'went go goes gone going continued continues continue proceeded proceeds appeared appears seemed seems began begins begun started starts tended tends used happened sought seeks managed manages wants wanted moved rushed came'.split(
    ' ',
  ),
);
const REFUSALS = new Set(
  'declined declines refused refuses failed fails unable unwilling hesitated stopped declining refusing reluctant decline refuse fail neglected reluctant'.split(
    ' ',
  ),
);

/** Reads the verb group around token `at`, or null where the token is no reporting verb. */
export function verbGroupAt(tokens: readonly Token[], at: number): VerbGroup | null {
  const token = tokens[at];
  if (!token) return null;
  const reading = readVerb(token.lower);
  if (!reading || !mayBeVerb(tokens, at, reading.form)) return null;
  let start = at;
  let [passive, perfect, negated, infinitive, modal, progressive] = [false, false, false, false, false, false];
  for (let i = at - 1; i >= 0 && at - i < 8; i -= 1) {
    const before = tokens[i];
    if (!before || before.quote !== token.quote) break;
    if (NEGATIONS.has(before.lower)) negated = true;
    else if (before.lower === 'to' && before.pos === 'PART') infinitive = true;
    else if (infinitive && (LEADS.has(before.lower) || REFUSALS.has(before.lower) || before.lower === 'on'))
      negated ||= REFUSALS.has(before.lower);
    else if (before.pos === 'AUX' || (HAVE.has(before.lower) && before.pos === 'VERB')) {
      if (HAVE.has(before.lower) && !/^[’']d$/.test(before.lower)) perfect = true;
      else if (BE.has(before.lower) && !perfect && !infinitive)
        [passive, progressive] = reading.form === 'gerund' ? [false, true] : [true, false];
      else if (MODALS.has(before.lower)) modal = true;
    } else if (before.pos !== 'ADV') break;
    start = i;
  }
  while (
    start < at &&
    posAt(tokens, start) === 'ADV' &&
    !NEGATIONS.has(wordAt(tokens, start)) &&
    /^(?:then|now|later|meanwhile|however|here|there|still|so|not|instead)$/.test(wordAt(tokens, start))
  )
    start += 1;
  if (reading.form === 'gerund') passive = false;
  const finite =
    !infinitive &&
    (reading.form !== 'gerund' || progressive) &&
    (reading.form !== 'participle' || perfect || passive) &&
    (reading.form !== 'base' || true);
  return {
    verb: reading.verb,
    form: reading.form,
    start,
    at,
    passive,
    negated,
    infinitive: infinitive && !leads(tokens, start),
    finite: finite || modal,
  };
}

function leads(tokens: readonly Token[], start: number): boolean {
  return LEADS.has(wordAt(tokens, start)) || (posAt(tokens, start) === 'AUX' && wordAt(tokens, start) !== 'to');
}

/** Forms that are no other word, whatever the tagger says. */
const CERTAIN = new Set(
  'accuses denies insists argues says believes alleges condemns urges contends asserts admits acknowledges concedes concludes confirms explains describes reveals suggests tells warns writes announces criticises criticizes rejects dismisses denounces expects recalls remembers maintains thinks knows wants said told denied insisted argued believed alleged condemned urged contended asserted admitted acknowledged conceded concluded confirmed explained revealed suggested warned wrote announced criticised criticized rejected dismissed denounced recalled remembered maintained thought accused'.split(
    ' ',
  ),
);

/** Words that are nouns more often than verbs count as verbs only where the tagger says so or a subject and a "that" frame them. */
function mayBeVerb(tokens: readonly Token[], at: number, form: VerbForm): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (CERTAIN.has(token.lower)) return true;
  if (token.pos === 'VERB') return !(form === 'base' && posAt(tokens, at - 1) === 'DET');
  if (token.pos === 'AUX') return false;
  if (form === 'base' && token.pos === 'NOUN') {
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    const plural =
      before !== undefined &&
      (/^(?:NOUN|PROPN)$/.test(before.pos)
        ? /(?:s|men|people)$/.test(before.lower)
        : /^(?:they|we|others|some|many)$/.test(before.lower));
    return (
      plural &&
      after !== undefined &&
      (/^(?:that|out|for|to)$/.test(after.lower) || /^(?:DET|PRON)$/.test(after.pos) || after.quote === 'mark')
    );
  }
  if (form === 'third' || form === 'past' || form === 'past-or-participle') {
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    const framed = after?.lower === 'that' || after?.quote === 'mark' || after?.text === ':' || after?.text === '.';
    const object = after !== undefined && (/^(?:DET|NUM|PRON)$/.test(after.pos) || after.lower === 'to');
    const name =
      before?.pos === 'PROPN' || (before?.pos === 'PRON' && /^(?:he|she|they|it|who)$/.test(before?.lower ?? ''));
    const noun = before?.pos === 'NOUN' && form === 'third' && !before.lower.endsWith('s');
    const subject = name || noun || before?.quote === 'mark' || before?.text === ',';
    const inverted = before?.text === ',' && (after?.pos === 'PROPN' || after?.pos === 'DET') && form !== 'past';
    return inverted || (framed && subject) || (object && name && /(?:s|ed)$/.test(token.lower));
  }
  return false;
}
