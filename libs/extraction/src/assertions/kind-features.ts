import { hasLetter, isName, stemOrName } from '../accusations/draft-features.js';
import { type Features, type Term, count, lowerTerm, term, termOf } from '../learning/features.js';
import { BIDDING, COMING, JUDGING } from '../lexicon/kind-words.js';
import { MODALS } from '../lexicon/words.js';
import { type Draft } from '../draft.js';
import { type Token } from '../words/token.js';
import { wordFact, wordFlag } from '../words/word.js';

const GUESS = term('guess');
const SRC = term('src');
const LONG = term('long');
const QUOTED = term('quoted');
const CALLED = term('!');
const W = term('w');
const B = term('b');
const F = term('f');
const P = term('p');
const PP = term('pp');
const AUX = term('aux');
const SUPERLATIVE = term('superlative');
const COMES = term('coming');
const MODAL = term('modal');
const A_NAME = term('#name');

const inList = (list: ReadonlySet<string>) => wordFlag(({ lower }) => list.has(lower));
const isNumeric = wordFlag(({ text }) => /^\d/.test(text));
const isNumber = (token: Token): boolean => token.pos === 'NUM' || isNumeric(token.word);
const wordOrName = (token: Token): Term => (isName(token) ? A_NAME : lowerTerm(token.word));

/** What tells the kind of a draft: the words of what is said, their opening, tense and judgement, the cue, the rules' own guess. */
export function kindFeatures(out: Features, draft: Draft, guess: string): void {
  out.add(GUESS, termOf(guess)).add(SRC, termOf(draft.sourcing));
  out.add(LONG, count(Math.floor(draft.said.length / 5), 5));
  const words = draft.said.filter((token) => hasLetter(token.word));
  plainWords(out, words);
  tally(out, draft, words);
  opening(out, draft, words);
  predicates(out, words);
  cueWords(out, draft);
  if (draft.inQuotes) out.add(QUOTED);
  if (draft.tokens.at(-1)?.text === '!' || draft.said.at(-1)?.text === '!') out.add(CALLED);
}

const isComing = inList(COMING);
const isModal = inList(MODALS);
const isSuperlative = wordFlag(({ lower }) => lower.endsWith('est'));

function plainWords(out: Features, words: readonly Token[]): void {
  let previous: Term | null = null;
  for (const token of words) {
    const term = wordOrName(token);
    out.add(W, stemOrName(token));
    if (previous) out.add(B, previous, term);
    previous = term;
    if (token.pos === 'AUX') out.add(AUX, term);
    if (isName(token)) continue;
    if (token.pos === 'ADJ' && isSuperlative(token.word)) out.add(SUPERLATIVE);
    if (isComing(token.word)) out.add(COMES).add(COMES, term);
    if (isModal(token.word)) out.add(MODAL).add(MODAL, term);
    const person = personOf(token.word);
    if (person) out.add(person);
  }
}

const PERSONS: ReadonlyMap<string, Term> = new Map(
  Object.entries({
    narrator: 'i we my our us me',
    reader: 'you your yourself',
    if: 'if',
    not: 'not no nobody nothing',
  }).flatMap(([name, list]) => list.split(' ').map((word) => [word, term(name)] as const)),
);
const personOf = wordFact(({ lower }) => PERSONS.get(lower) ?? null);

const isJudging = inList(JUDGING);
const isPast = inList(new Set(['was', 'were', 'had', 'did']));
const isPresent = inList(new Set(['is', 'are', '’s', "'s", 'has', 'have', 'does', 'do']));
const endsInEd = wordFlag(({ lower }) => lower.endsWith('ed'));

const JUDGING_COUNT = term('judging');
const JUDGING_SHARE = term('judging%');
const JUDGES_SOURCING = term('judges-sourcing');
const PAST = term('past');
const PRESENT = term('present');
const NAMES = term('names');
const NUMBERS = term('numbers');
const [JUDGES_NUMBER, JUDGES_NO_NUMBER] = [term('judges+number'), term('judges-number')];
const [JUDGES_PAST, JUDGES_NO_PAST] = [term('judges+past'), term('judges-past')];
const [JUDGES_PRESENT, JUDGES_NO_PRESENT] = [term('judges+present'), term('judges-present')];
const [JUDGES_NAME, JUDGES_NO_NAME] = [term('judges+name'), term('judges-name')];
const [PRESENT_ONLY, NO_TENSE] = [term('present-only'), term('no-tense')];
const [PLAIN, SHORT, SHORTEST] = [term('plain'), term('short'), term('shortest')];

/** How many words judge, name, count, and in which tense. */
function tally(out: Features, draft: Draft, words: readonly Token[]): void {
  let [judging, past, present, names, numbers] = [0, 0, 0, 0, 0];
  for (const { word, pos } of words) {
    if (isJudging(word)) judging += 1;
    if (pos === 'PROPN') names += 1;
    if (isPast(word) || (pos === 'VERB' && endsInEd(word))) past += 1;
    else if (isPresent(word) && pos !== 'PART') present += 1;
  }
  for (const token of draft.said) if (isNumber(token)) numbers += 1;
  out.add(JUDGING_COUNT, count(judging, 3));
  out.add(JUDGING_SHARE, count(Math.floor((8 * judging) / (words.length || 1)), 3));
  out.add(PAST, count(past, 2)).add(PRESENT, count(present, 2));
  out.add(NAMES, count(names, 2)).add(NUMBERS, count(numbers, 2));
  if (judging > 0) {
    out.add(JUDGES_SOURCING, termOf(draft.sourcing));
    out.add(numbers > 0 ? JUDGES_NUMBER : JUDGES_NO_NUMBER).add(names > 0 ? JUDGES_NAME : JUDGES_NO_NAME);
    out.add(past > 0 ? JUDGES_PAST : JUDGES_NO_PAST).add(present > 0 ? JUDGES_PRESENT : JUDGES_NO_PRESENT);
  }
  if (past === 0) out.add(present > 0 ? PRESENT_ONLY : NO_TENSE);
  if (names === 0 && numbers === 0) out.add(PLAIN);
  if (words.length <= 8) out.add(words.length <= 4 ? SHORTEST : SHORT);
}

const BIDS = term('bids');
const BIDS_SOURCING = term('bids-sourcing');
const BIDS_SO = term('bids-so');
const BASE_VERB = term('base-verb');
const IT_IS = term('it-is');
const isBidding = inList(BIDDING);
const isInflected = wordFlag(({ lower }) => /(?:ed|ing|s)$/.test(lower));
const isBiddingOpener = inList(new Set(['please', "don't", 'don’t', 'never', 'always', 'let', 'do']));
const isPointer = inList(new Set(['it', 'that', 'this', 'there', 'these', 'those']));
const isBeing = inList(new Set(['is', 'are', 'was', 'were', '’s', "'s", 'be', 'been', 'seems', 'looks', 'has']));

function opening(out: Features, draft: Draft, words: readonly Token[]): void {
  const [first, second] = words;
  if (!first) return;
  const { word, pos } = first;
  out
    .add(F, wordOrName(first))
    .add(P, termOf(pos))
    .add(PP, termOf(pos), termOf(second?.pos ?? ''));
  if (isBidding(word)) out.add(BIDS).add(BIDS_SOURCING, termOf(draft.sourcing));
  if (pos === 'VERB' && !isInflected(word)) out.add(BASE_VERB);
  if (isBiddingOpener(word) && second?.pos === 'VERB') out.add(BIDS_SO);
  if (isPointer(word) && second && isBeing(second.word)) out.add(IT_IS);
}

const BE = term('be');
const BE_SUCH = term('be-such');
const BE_A_SUCH = term('be-a-such');

/** What follows a form of "be": "is unfair", "was a disgraceful". */
function predicates(out: Features, words: readonly Token[]): void {
  for (let at = 0; at + 1 < words.length; at += 1) {
    const [here, next, after] = [words[at], words[at + 1], words[at + 2]];
    if (!here || !next || !isBeing(here.word)) continue;
    out.add(BE, termOf(next.pos));
    if (next.pos === 'ADJ' || (next.pos === 'ADV' && after?.pos === 'ADJ')) out.add(BE_SUCH);
    if (next.pos === 'DET' && after?.pos === 'ADJ') out.add(BE_A_SUCH);
  }
}

const MANNER = term('manner');
const TO = term('to');
const CUE = term('cue');
const CUES: readonly (readonly [Term, RegExp])[] = [
  [term('cue-ahead'), /^(?:hop|expect|plan|predict|forecast|intend|warn|vow|pledg|promis|threaten|aim|want)/],
  [term('cue-bids'), /^(?:urg|demand|order|ask|call|beg|implor|advis|appeal|tell|told|instruct|remind|recommend|warn)/],
  [
    term('cue-judges'),
    /^(?:call|describ|dismiss|prais|hail|think|thought|believ|argu|consider|feel|felt|fear|criti|condemn|label|brand|mock|insist|admit)/,
  ],
];
const cueSorts = wordFact(({ lower }) => CUES.flatMap(([sort, pattern]) => (pattern.test(lower) ? [sort] : [])));

function cueWords(out: Features, draft: Draft): void {
  const { owner } = draft;
  if (!owner) return;
  out.add(MANNER, termOf(owner.manner));
  const opensTo = draft.said[0]?.lower === 'to';
  if (opensTo) out.add(TO);
  const { cue } = owner;
  if (!cue) return;
  for (const { word, start, end } of draft.tokens) {
    if (start < cue.start || end > cue.end) continue;
    out.add(CUE, lowerTerm(word));
    if (opensTo) out.add(TO, lowerTerm(word));
    for (const sort of cueSorts(word)) out.add(sort);
  }
}
