import { posAt, textAt, wordAt } from '../words/token-at.js';
import { nounClass } from '../lexicon/noun-classes.js';
import { TIME_WORDS } from '../lexicon/words.js';
import { type Token } from '../words/token.js';
import { wordFlag } from '../words/word.js';
import { wordSet } from '../lexicon/word-list.js';

/** Half-open range of token indices. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const DETERMINERS = wordSet('the a an this these those some any each every no another his her its their my our your');
const QUANTITIES = wordSet(
  'some others many most several few all both one none those another everyone everybody nobody someone somebody anyone this that these',
);
const POSSESSIVES = new Set(["'s", '’s', "'", '’']);
const JOINERS = new Set(['-', '–', '&', '/', '.']);
const LINKS = wordSet(
  'of for at in from with on to by under near behind inside across within outside around opposite between against into about over among along who',
);
const LONGEST = 40;

/** Whether a token can be the last word of a noun phrase. */
export function isNominal(token: Token | undefined): boolean {
  if (!token) return false;
  if (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'PRON' || token.pos === 'NUM') return true;
  return QUANTITIES.has(token.lower) || (token.pos === 'X' && /\p{L}/u.test(token.text));
}

const tellsTime = wordFlag(({ lower, text }) => TIME_WORDS.has(lower) || /^(?:19|20)\d\d$/.test(text));
const isTime = (token: Token | undefined): boolean => token !== undefined && tellsTime(token.word);

/** Words behind which a clause may begin. */
const BEFORE_CLAUSES = wordSet('that as while because if but and when after before since although though where');

/** Whether a clause may begin at this token: the start of the sentence, a mark, a joining word. */
export function isClauseStart(tokens: readonly Token[], at: number): boolean {
  const before = at > 0 ? tokens[at - 1] : undefined;
  if (!before) return true;
  return (
    before.pos === 'PUNCT' ||
    before.pos === 'CCONJ' ||
    before.pos === 'SCONJ' ||
    before.quote === 'mark' ||
    BEFORE_CLAUSES.has(before.lower)
  );
}

/** The noun phrase whose last token is `end - 1`, with what belongs to it on its left ("a spokesman for the ministry"); null if none. */
export function phraseEndingAt(tokens: readonly Token[], end: number, overVerbs = true): Range | null {
  let last = end - 1;
  if (textAt(tokens, last) === ')') last = openParenthesis(tokens, last) - 1;
  const word = wordAt(tokens, last);
  if ((word.endsWith('self') || word.endsWith('selves')) && isNominal(tokens[last - 1])) last -= 1;
  if (!isNominal(tokens[last]) && !isBareAdjective(tokens, last)) return null;
  let start = coreStart(tokens, last);
  for (let steps = 0; steps < 6 && last - start < LONGEST; steps += 1) {
    const further = extendLeft(tokens, start, overVerbs);
    if (further === start) break;
    start = further;
  }
  return { start, end };
}

/** "the poor", "residents alive", "the very old". */
const isBareAdjective = (tokens: readonly Token[], at: number): boolean =>
  posAt(tokens, at) === 'ADJ' &&
  (posAt(tokens, at - 1) === 'DET' ||
    isNominal(tokens[at - 1]) ||
    (posAt(tokens, at - 1) === 'ADJ' && posAt(tokens, at - 2) === 'DET'));

function openParenthesis(tokens: readonly Token[], at: number): number {
  for (let i = at - 1; i >= 0 && at - i < 15; i -= 1) if (textAt(tokens, i) === '(') return i;
  return at;
}

/** Left edge of the words that modify a head directly: determiner, adjectives, nouns, numbers, possessors. */
function coreStart(tokens: readonly Token[], last: number): number {
  let i = last;
  if (posAt(tokens, i) === 'PRON' && !QUANTITIES.has(wordAt(tokens, i))) return i;
  while (i > 0 && last - i < 20) {
    const here = tokens[i];
    const before = tokens[i - 1];
    if (!here || !before || !modifies(tokens, i)) break;
    i -= 1;
  }
  return i;
}

function modifies(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at];
  const before = tokens[at - 1];
  if (!here || !before || before.quote === 'mark') return false;
  if (DETERMINERS.has(here.lower) && here.pos !== 'NOUN' && here.pos !== 'PROPN')
    return before.lower === 'all' || before.lower === 'both' || POSSESSIVES.has(before.lower);
  if (POSSESSIVES.has(here.lower) && here.pos === 'PART') return isNominal(before) || before.text === ')';
  if (
    isTime(before) &&
    !(before.lower === 'this' && !isTime(here)) &&
    !(here.pos === 'NOUN' && before.pos === 'NOUN') &&
    !POSSESSIVES.has(here.lower)
  )
    return false;
  if (JOINERS.has(before.text) || JOINERS.has(here.text))
    return before.end === here.start || before.text === '&' || here.text === '&';
  return kindModifies(tokens, at, here, before);
}

/** Whether a word of this kind, right before another, belongs to its noun phrase. */
function kindModifies(tokens: readonly Token[], at: number, here: Token, before: Token): boolean {
  if (before.pos === 'PART') return POSSESSIVES.has(before.lower);
  if (before.pos === 'ADV') return here.pos === 'ADJ' || (here.pos === 'VERB' && posAt(tokens, at + 1) !== 'ADP');
  if (before.pos === 'VERB')
    return (
      /(?:ed|ing|en)$/.test(before.lower) &&
      (at === 1 ? here.pos === 'NOUN' : /^(?:DET|ADJ|ADV)$/.test(posAt(tokens, at - 2))) &&
      here.pos !== 'DET'
    );
  if (
    before.pos === 'NOUN' &&
    here.pos === 'PROPN' &&
    /^an?$/.test(wordAt(tokens, at - 2)) &&
    nounClass(before.lower) === null
  )
    return false;
  if (before.pos === 'PRON') return DETERMINERS.has(before.lower);
  if (!NAMING.has(before.pos)) return false;
  const relates = before.lower === 'that' || before.lower === 'which' || before.lower === 'what';
  return !relates || posAt(tokens, at - 2) === 'ADP';
}

/** Parts of speech that stand in a noun phrase before its head. */
const NAMING: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'SYM', 'X']);
const BEFORE_NOUNS: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NUM', 'SYM', 'X']);
const OF_VERBS: ReadonlySet<string> = new Set(['VERB', 'AUX', 'ADP', 'ADV']);
/** Adjectives and participles that a preposition ties to what follows: "sources close to the board". */
const TIED = wordSet('close familiar party privy loyal opposed sympathetic new used');

/** One step to the left over "of the", "and", "who spoke" or "living near"; the same place if there is none. */
function extendLeft(tokens: readonly Token[], start: number, overVerbs: boolean): number {
  if (start < 2) return start;
  const link = tokens[start - 1];
  const beyond = tokens[start - 2];
  if (!link || !beyond) return start;
  if (link.pos === 'ADP') {
    if (TIED.has(beyond.lower) && isNominal(tokens[start - 3])) return coreStart(tokens, start - 3);
    if (LINKS.has(link.lower) && isNominal(beyond) && !isTime(beyond)) return coreStart(tokens, start - 2);
  }
  if ((link.lower === 'and' || link.lower === 'or' || link.lower === '&') && isNominal(beyond)) {
    const left = coreStart(tokens, start - 2);
    const linked =
      posAt(tokens, left - 1) === 'ADP' && LINKS.has(wordAt(tokens, left - 1)) && isNominal(tokens[left - 2]);
    if (linked && posAt(tokens, left) === 'PROPN' && posAt(tokens, start) === 'PROPN') return left;
    return isClauseStart(tokens, left) && !isTime(beyond) ? left : start;
  }
  return overVerbs && OF_VERBS.has(link.pos) ? beforeModifier(tokens, start) : start;
}

/** "those who spoke to X", "residents living near X": the phrase before the relative or participle, if it opens its clause. */
function beforeModifier(tokens: readonly Token[], start: number): number {
  for (let i = start - 1; i > 0 && start - i < 12; i -= 1) {
    const token = tokens[i];
    if (!token || token.pos === 'PUNCT') break;
    const opensModifier =
      token.lower === 'who' ||
      (token.pos === 'VERB' &&
        /(?:ing|ed|en|wn|ld|nt|de)$/.test(token.lower) &&
        /^(?:NOUN|PROPN)$/.test(posAt(tokens, i - 1)));
    if (!opensModifier || !isNominal(tokens[i - 1])) continue;
    const left = coreStart(tokens, i - 1);
    return isClauseStart(tokens, left) ? left : start;
  }
  return start;
}

/** The noun phrase that starts at `at`, with prepositional phrases behind it; null if none starts there. Appositions are not included. */
export function phraseStartingAt(
  tokens: readonly Token[],
  at: number,
  links: ReadonlySet<string> = LINKS,
): Range | null {
  let i = at;
  let nominal = false;
  while (i < tokens.length && i - at < LONGEST) {
    const token = tokens[i];
    if (!token) break;
    const starts = i === at;
    if (token.pos === 'PRON' && starts && !DETERMINERS.has(token.lower)) return { start: at, end: at + 1 };
    if (nominal && (opensNext(tokens, i) || opensRelative(tokens, i))) break;
    if (isNominal(token)) nominal = true;
    else if (nominal && linksOn(tokens, i, token, links)) nominal = true;
    else if (nominal && token.text === '(' && closeParenthesis(tokens, i) > 0) i = closeParenthesis(tokens, i);
    else if (!continues(tokens, i)) break;
    i += 1;
  }
  while (i > at && !isNominal(tokens[i - 1]) && textAt(tokens, i - 1) !== ')') i -= 1;
  return nominal && i > at ? { start: at, end: i } : null;
}

/** A determiner that starts another phrase: "told employees | the factory". */
function opensNext(tokens: readonly Token[], i: number): boolean {
  if (wordAt(tokens, i) === 'that') return true;
  if (!DETERMINERS.has(wordAt(tokens, i)) || posAt(tokens, i - 1) === 'ADP') return false;
  return !/^(?:all|both|of|for|in|at|from|with|on|to|by|and|&)$/.test(wordAt(tokens, i - 1));
}

/** "a cooper | who lost his boat", not "the man to whom". */
const opensRelative = (tokens: readonly Token[], i: number): boolean =>
  WHO.has(wordAt(tokens, i)) && posAt(tokens, i - 1) !== 'ADP';
const WHO = new Set(['who', 'which', 'whom', 'whose']);

function linksOn(tokens: readonly Token[], i: number, token: Token, links: ReadonlySet<string>): boolean {
  if (token.pos === 'ADP' && links.has(token.lower)) return opensPhrase(tokens[i + 1]);
  if (token.lower !== 'and' && token.lower !== '&') return false;
  const named =
    posAt(tokens, i + 1) === 'NOUN' && (posAt(tokens, i + 2) === 'PROPN' || posAt(tokens, i + 3) === 'PROPN');
  return posAt(tokens, i + 1) === 'PROPN' || (named && token.lower === 'and' && posAt(tokens, i - 1) === 'NOUN');
}

function continues(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token || token.quote === 'mark') return false;
  if (BEFORE_NOUNS.has(token.pos) || DETERMINERS.has(token.lower)) return true;
  if (POSSESSIVES.has(token.lower)) return token.pos === 'PART' || token.end === tokens[i + 1]?.start;
  if (JOINERS.has(token.text)) return token.start === tokens[i - 1]?.end || token.text === '&';
  if (token.pos === 'ADV') return posAt(tokens, i + 1) === 'ADJ';
  return (
    token.pos === 'VERB' &&
    /(?:ed|ing|en)$/.test(token.lower) &&
    /^(?:NOUN|PROPN|ADJ)$/.test(posAt(tokens, i + 1)) &&
    /^(?:DET|ADJ|ADV|PROPN)$/.test(posAt(tokens, i - 1))
  );
}

function opensPhrase(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return (isNominal(token) || token.pos === 'DET' || token.pos === 'ADJ') && !isTime(token);
}

function closeParenthesis(tokens: readonly Token[], at: number): number {
  for (let i = at + 1; i < tokens.length && i - at < 15; i += 1) if (textAt(tokens, i) === ')') return i;
  return -1;
}

const HEAD_STOP = wordSet(
  'of for at in from with on to by who under near inside behind within off beside aboard beyond below above and , ( that which whose into about against over between across around among living outside along opposite i we he she they you',
);

/** "Three current and former deputies": a number and adjectives before the noun they count. */
function goesOnToNoun(tokens: readonly Token[], head: number, at: number, end: number): boolean {
  if (posAt(tokens, at - 1) !== 'ADJ' || at + 1 >= end) return false;
  if (!/^(?:NUM|ADJ)$/.test(posAt(tokens, head)) || !/^(?:and|or|,)$/.test(wordAt(tokens, at))) return false;
  return /^(?:ADJ|NOUN)$/.test(posAt(tokens, at + 1));
}

/** The head word of a phrase: the last noun before the first "of", "for", comma … ; -1 if there is none. */
export function headOf(tokens: readonly Token[], phrase: Range): number {
  let head = -1;
  for (let i = phrase.start; i < phrase.end; i += 1) {
    const token = tokens[i];
    if (!token) break;
    if (head >= 0 && goesOnToNoun(tokens, head, i, phrase.end)) continue;
    if (head >= 0 && (HEAD_STOP.has(token.lower) || (token.pos === 'VERB' && i > head) || isTime(token))) break;
    if (isNominal(token) || (token.pos === 'ADJ' && head < 0)) head = i;
  }
  return head;
}
