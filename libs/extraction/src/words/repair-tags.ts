import { isCapitalAt, isPossessiveAt, posAt, quoteAt, textAt, wordAt } from './token-at.js';
import { RECORD_VERBS, SEEN_BY } from '../lexicon/records.js';
import { CONTENT_PREPOSITIONS, type VerbForm, readVerb } from '../lexicon/reporting-verbs.js';
import { headsRecord } from '../lexicon/record-heads.js';
import { wordSet } from '../lexicon/word-list.js';
import { KEEPING, NEGATIONS } from '../lexicon/words.js';
import { endsSubject, hasMainVerb, isBehindAside, isOnlyVerb, isPluralNoun, opensComplement } from './main-verb.js';
import { type Pos, type Token } from './token.js';
import { isCapitalized, wordFact } from './word.js';

const ARTICLES = new Set(['the', 'a', 'an', 'this', 'his', 'her', 'its', 'their', 'our', 'my']);
/** Nouns that the tagger takes for verbs and that news does not use as such. */
const PEOPLE = new Set(['people', 'police', 'officials', 'authorities', 'prosecutors']);
/** Participles that are part of a title: "prosecuting counsel", "managing director". */
const ATTRIBUTIVE = wordSet('prosecuting defending presiding managing acting outgoing incoming attending consulting');
/** What a "verb" of these mostly is. */
const usualRole = wordFact(({ lower }) => (PEOPLE.has(lower) ? 'NOUN' : ATTRIBUTIVE.has(lower) ? 'ADJ' : null));

/** Verbs that tell what their subject, a plural, shows. */
const SHOWING = wordSet('show shows suggest suggests indicate indicates reveal reveals say says');
/** Verbs that tell what a record holds. */
const LISTING = wordSet('lists shows records names contains gives');

/**
 * Mends slips of the part-of-speech tagger that would hide who says what: a capitalised "verb" inside a name, a "verb" where
 * a noun phrase needs its noun, and above all a reporting verb taken for a noun or an adjective ("the register lists/NOUN
 * four", "critics have long accused/NOUN"), by what stands around it. Changes the array in place.
 */
export function repairTags(tokens: Token[]): Token[] {
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    const pos = betterTag(tokens, i, token);
    if (pos) tokens[i] = token.as(pos);
  }
  return tokens;
}

function betterTag(tokens: readonly Token[], i: number, token: Token): Pos | null {
  if (token.pos === 'VERB') return verbAsNoun(tokens, i, token);
  if (token.pos === 'PUNCT') return isPossessive(tokens, i, token) ? 'PART' : null;
  if (token.pos !== 'NOUN' && token.pos !== 'ADJ') return null;
  if (token.lower === 'chief' && token.pos === 'ADJ' && isHead(tokens, i)) return 'NOUN';
  return i > 0 && isHiddenVerb(tokens, i, token) ? 'VERB' : null;
}

const isHead = (tokens: readonly Token[], i: number): boolean =>
  /^(?:VERB|AUX|PUNCT)$/.test(posAt(tokens, i + 1)) || wordAt(tokens, i + 1) === 'of';

/** The apostrophe of "members’ interests", closely behind a plural and before another word. */
const isPossessive = (tokens: readonly Token[], i: number, token: Token): boolean =>
  /^[’']$/.test(token.text) &&
  token.quote === 'outside' &&
  tokens[i - 1]?.end === token.start &&
  wordAt(tokens, i - 1).endsWith('s') &&
  /^(?:NOUN|ADJ|PROPN|NUM)$/.test(posAt(tokens, i + 1));

function verbAsNoun(tokens: readonly Token[], i: number, token: Token): Pos | null {
  const usual = usualRole(token.word);
  if (usual === 'NOUN') return 'NOUN';
  if (wordAt(tokens, i - 1) === 'to' && wordAt(tokens, i - 2) === 'according') return 'NOUN';
  if (SHOWING.has(wordAt(tokens, i + 1)) && /[^s]s$/.test(token.lower)) return 'NOUN';
  if (usual === 'ADJ' && /^(?:NOUN|PROPN)$/.test(posAt(tokens, i + 1))) return 'ADJ';
  if (readsRecord(tokens, i, token) || isRecordOf(tokens, i, token)) return 'NOUN';
  if (isCapitalized(token.word) && isNamed(tokens, i)) return 'PROPN';
  if (i === 0 || isBusy(token.word) || !isPhraseNoun(tokens, i)) return null;
  const form = formOf(token.word);
  return form && isPredicate(tokens, i, form) ? null : 'NOUN';
}

/** "the well register lists more than": a "verb" right before a verb that tells what a record holds. */
const readsRecord = (tokens: readonly Token[], i: number, { lower }: Token): boolean =>
  i > 0 &&
  LISTING.has(wordAt(tokens, i + 1)) &&
  !/(?:ed|ing|s)$/.test(lower) &&
  /^(?:ADV|ADJ|NOUN|DET)$/.test(posAt(tokens, i - 1)) &&
  opensComplement(tokens, i + 2);

/** "a register of launches": behind an article no verb takes "of". */
const isRecordOf = (tokens: readonly Token[], i: number, { lower }: Token): boolean =>
  wordAt(tokens, i + 1) === 'of' &&
  ARTICLES.has(wordAt(tokens, i - 1)) &&
  !/(?:ed|ing)$/.test(lower) &&
  headsRecord(lower);

const COURTESY = /^(?:Miss|Mx|Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Dame)\.?$/;

/** A capital where only a name has one. */
const isNamed = (tokens: readonly Token[], i: number): boolean =>
  isNamePart(tokens, i) ||
  isNameEnd(tokens, i) ||
  isNameStart(tokens, i) ||
  isSpeaker(tokens, i) ||
  isApposedName(tokens, i);

const isNamePart = (tokens: readonly Token[], i: number): boolean =>
  posAt(tokens, i - 1) === 'PROPN' &&
  (i > 1 || COURTESY.test(textAt(tokens, i - 1))) &&
  isCapitalAt(tokens, i) &&
  isCapitalAt(tokens, i - 1);

/** "Orbital Build denied": the second capital of a sentence, right before its finite verb. */
const isNameEnd = (tokens: readonly Token[], i: number): boolean =>
  i === 1 &&
  isCapitalAt(tokens, 1) &&
  posAt(tokens, 0) === 'PROPN' &&
  (posAt(tokens, 2) === 'AUX' || (posAt(tokens, 2) === 'VERB' && /(?:ed|s|said)$/.test(wordAt(tokens, 2))));

/** "rasped Skip Lannigan": two capitals behind a verb in lower case. */
const isNameStart = (tokens: readonly Token[], i: number): boolean =>
  i > 0 &&
  isCapitalAt(tokens, i) &&
  isCapitalAt(tokens, i + 1) &&
  posAt(tokens, i + 1) === 'PROPN' &&
  posAt(tokens, i - 1) === 'VERB' &&
  !isCapitalAt(tokens, i - 1);

/** "Hector Delgado, a night baker, said": two capitals at the head of a sentence and an apposition; "Meet Hector, a baker" bids. */
const isApposedName = (tokens: readonly Token[], i: number): boolean =>
  i === 0 &&
  isCapitalAt(tokens, 0) &&
  isCapitalAt(tokens, 1) &&
  posAt(tokens, 1) === 'PROPN' &&
  textAt(tokens, 2) === ',' &&
  /^(?:who|whose|an?|the|his|her|their)$/.test(wordAt(tokens, 3)) &&
  !/^(?:meet|ask|see|call|take|remember|visit|join|follow|watch|enter|consider|picture|imagine|say)$/.test(
    wordAt(tokens, 0),
  );

/** "…,” Lynch said": a capital inside the sentence, behind a quotation, before a verb of saying. */
const isSpeaker = (tokens: readonly Token[], i: number): boolean =>
  i > 0 &&
  /^\p{Lu}\p{Ll}/u.test(textAt(tokens, i)) &&
  quoteAt(tokens, i - 1) === 'mark' &&
  /^(?:said|says|told|wrote|added|asked)$/.test(wordAt(tokens, i + 1));

/** "the register lists": right behind an article (and an adjective or noun), with a verb or a comma behind it. */
function isPhraseNoun(tokens: readonly Token[], i: number): boolean {
  const opening = nounStart(tokens, i - 1);
  const owned = isPossessiveAt(tokens, i - 1) || (opening < i && isPossessiveAt(tokens, opening - 1));
  const modified = owned || (opening < i - 1 && posAt(tokens, opening) === 'DET');
  if (!ARTICLES.has(wordAt(tokens, i - 1)) && !modified) return false;
  const after = posAt(tokens, i + 1);
  if (/^(?:who|whose)$/.test(wordAt(tokens, i + 1))) return true;
  if (textAt(tokens, i + 1) === ',' || after === 'VERB' || after === 'AUX') return true;
  if (wordAt(tokens, i + 1) === 'of' && !ARTICLES.has(wordAt(tokens, i + 2))) return false;
  if (wordAt(tokens, i + 1) === 'of') return true;
  return after === 'NOUN' && wordAt(tokens, i + 1).endsWith('s') && /^(?:DET|NUM|PRON)$/.test(posAt(tokens, i + 2));
}

/** A form that no noun has. */
const isBusy = wordFact(({ lower }) => /(?:ing|ed)$/.test(lower) || /^past/.test(readVerb(lower)?.form ?? ''), false);

/** The form of a verb of saying or showing; null for other words. */
const formOf = wordFact(
  ({ lower }) => readVerb(lower)?.form ?? (RECORD_VERBS.has(lower) && lower.endsWith('s') ? 'third' : null),
);

/** A verb of saying or showing that the tagger calls a noun or an adjective. */
function isHiddenVerb(tokens: readonly Token[], i: number, { lower, pos, word }: Token): boolean {
  if (lower === 'said') return true;
  if (pos === 'ADJ' && isQuoteTag(tokens, i, lower)) return true;
  const form = formOf(word);
  if (!form || isCapitalized(word)) return false;
  if (form === 'gerund')
    return (
      (textAt(tokens, i - 1) === ',' || KEEPING.has(wordAt(tokens, i - 1)) || heardAsVerb(tokens, i, lower)) &&
      opensComplement(tokens, i + 1)
    );
  const past = form === 'past-or-participle' || form === 'participle' || form === 'past';
  if (form === 'third' && isOnlyVerb(tokens, i)) return true;
  if ((form === 'third' || form === 'base') && isBehindAside(tokens, i, form)) return true;
  if (isClosingVerb(tokens, i, form) || isPredicate(tokens, i, form)) return true;
  if (past && wordAt(tokens, i + 1) === 'it' && hasPerfect(tokens, i)) return true;
  if (!opensComplement(tokens, i + 1)) return false;
  if (form === 'base' && isSeenBy(tokens, i - 1)) return true;
  if (lower === 'show' && !/^(?:DET|ADJ)$/.test(posAt(tokens, nounStart(tokens, i)))) return true;
  if (past) return hasPerfect(tokens, i) || (pos === 'ADJ' && endsSubject(tokens, i - 1));
  if (form === 'third') return endsSubject(tokens, i - 1) && !isPluralNoun(tokens[i - 1]);
  return pos === 'NOUN' && isPluralNoun(tokens[i - 1]) && !/^an?$/.test(wordAt(tokens, nounStart(tokens, i - 1)));
}

/** "“…,” fumed churchwarden Hettie Woolcott": right behind a quotation's comma, and a name soon after. */
const isQuoteTag = (tokens: readonly Token[], i: number, lower: string): boolean =>
  lower.endsWith('ed') &&
  quoteAt(tokens, i - 1) === 'mark' &&
  /^[,?!]$/.test(textAt(tokens, i - 2)) &&
  [1, 2, 3].some((step) => posAt(tokens, i + step) === 'PROPN');

/**
 * "Women on the late shift tell of", "A technician from those years remembers being asked", "Critics on the left call it": behind a
 * subject that agrees, before what only a verb has behind it, in a clause without another verb.
 */
function isPredicate(tokens: readonly Token[], i: number, form: VerbForm): boolean {
  if (!leadsOn(tokens, i) || i === 0) return false;
  let start = 0;
  for (let k = i - 1; k > 0 && start === 0; k -= 1) if (/^[;:—]$/.test(textAt(tokens, k))) start = k + 1;
  if (!/^(?:NOUN|PROPN|ADJ|NUM|PRON)$/.test(posAt(tokens, i - 1)) || hasMainVerb(tokens, start, i)) return false;
  const subject = tokens.findIndex((token, at) => at >= start && at < i && /^(?:NOUN|PROPN|PRON|NUM)$/.test(token.pos));
  if (subject < 0 || (form === 'base' && !isManyOf(tokens, subject, i))) return false;
  return form !== 'third' || !isManyOf(tokens, subject, i);
}

/** Whether the nouns from `at` on, up to the first that something else follows, are more than one: the head of a subject. */
function isManyOf(tokens: readonly Token[], at: number, limit: number): boolean {
  let head = at;
  while (head + 1 < limit && /^(?:NOUN|PROPN)$/.test(posAt(tokens, head + 1))) head += 1;
  return isPluralNoun(tokens[head]) || /^(?:they|we|some|many|others)$/.test(wordAt(tokens, head));
}

/** "of" behind "tell", "out" behind "point"; "being" or "it" behind any. */
function leadsOn(tokens: readonly Token[], i: number): boolean {
  const next = wordAt(tokens, i + 1);
  if (/^(?:being|having|it|himself|herself|itself|themselves)$/.test(next)) return true;
  const prepositions = CONTENT_PREPOSITIONS.get(readVerb(wordAt(tokens, i))?.verb.lemma ?? '');
  if (!prepositions?.has(next)) return false;
  const relative = tokens.findIndex(
    ({ lower }, at) => at > i + 1 && /^(?:who|which|that|whose|whom|where)$/.test(lower),
  );
  return !hasMainVerb(tokens, i + 2, relative < 0 ? tokens.length : relative);
}

/** "documents obtained by the Ledger show": a name behind "by" and a participle. */
function isSeenBy(tokens: readonly Token[], at: number): boolean {
  let by = at;
  while (
    by > 1 &&
    at - by < 6 &&
    /^(?:PROPN|DET|NOUN|PUNCT|ADJ)$/.test(posAt(tokens, by)) &&
    textAt(tokens, by) !== ','
  )
    by -= 1;
  return wordAt(tokens, by) === 'by' && by < at && SEEN_BY.has(wordAt(tokens, by - 1));
}

/** "…, complaint files show.", "…, lawsuit claims": at the end, behind a comma and a subject, after a clause. */
function isClosingVerb(tokens: readonly Token[], i: number, form: VerbForm): boolean {
  if (i + 1 < tokens.length && !/^[.?!]+$/.test(textAt(tokens, i + 1))) return false;
  const plural = isPluralNoun(tokens[i - 1]) || isSeenBy(tokens, i - 1);
  if (!endsSubject(tokens, i - 1) || (form === 'base' ? !plural : form !== 'third' || plural)) return false;
  if (isSeenBy(tokens, i - 1)) return true;
  const start = nounStart(tokens, i - 1);
  return start < i && textAt(tokens, start - 1) === ',' && hasMainVerb(tokens, 0, start - 1);
}

/** Where the run of nouns, names and adjectives that ends at `at` starts, its determiner included. */
function nounStart(tokens: readonly Token[], at: number): number {
  let start = at;
  while (start > 0 && /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(posAt(tokens, start - 1))) start -= 1;
  return start;
}

/** "went to his grave believing that", but not "a warning that", "the feeling that". */
const heardAsVerb = (tokens: readonly Token[], i: number, lower: string): boolean =>
  wordAt(tokens, i + 1) === 'that' &&
  !/^(?:warning|feeling|understanding|finding|ruling|reasoning|meaning|hearing|thinking)$/.test(lower) &&
  !/^(?:DET|ADJ|ADP)$/.test(posAt(tokens, i - 1));

/** "have long accused": an auxiliary of the perfect before it, adverbs between. */
function hasPerfect(tokens: readonly Token[], i: number): boolean {
  let at = i - 1;
  while (at >= 0 && i - at < 4 && (/^(?:ADV|ADJ)$/.test(posAt(tokens, at)) || NEGATIONS.has(wordAt(tokens, at))))
    at -= 1;
  return /^(?:has|have|had|[’'](?:ve|d))$/.test(wordAt(tokens, at));
}
