import { stem } from './draft-features.js';
import { BIDDING, COMING, JUDGING } from './lexicon/kind-words.js';
import { MODALS } from './lexicon/words.js';
import { type Draft } from './reading.js';
import { type Token } from './token.js';

const isWord = (token: Token): boolean => /\p{L}/u.test(token.text);
const isNumber = (token: Token): boolean => token.pos === 'NUM' || /^\d/.test(token.text);
const capped = (count: number, most: number): number => Math.min(most, count);

/** What tells the kind of a draft: the words of what is said, their opening, tense and judgement, the cue, the rules' own guess. */
export function kindFeaturesOf(draft: Draft, guess: string): Set<string> {
  const features = new Set<string>([
    `guess:${guess}`,
    `src:${draft.sourcing}`,
    `long:${capped(Math.floor(draft.said.length / 5), 5)}`,
  ]);
  const words = draft.said.filter(isWord);
  plainWords(features, words);
  tally(features, draft, words);
  opening(features, draft, words);
  predicates(features, words);
  cueWords(features, draft);
  if (draft.inQuotes) features.add('quoted');
  if (draft.tokens.at(-1)?.text === '!' || draft.said.at(-1)?.text === '!') features.add('!');
  return features;
}

function plainWords(features: Set<string>, words: readonly Token[]): void {
  let previous = '';
  for (const token of words) {
    const word = token.pos === 'PROPN' ? '#name' : token.lower;
    features.add(`w:${stem(word)}`);
    if (previous) features.add(`b:${previous}_${word}`);
    previous = word;
    if (token.pos === 'AUX') features.add(`aux:${word}`);
    if (token.pos === 'ADJ' && word.endsWith('est')) features.add('superlative');
    if (COMING.has(word)) features.add('coming').add(`coming:${word}`);
    if (MODALS.has(word)) features.add('modal').add(`modal:${word}`);
    const narrator = PERSONS.get(word);
    if (narrator) features.add(narrator);
  }
}

const PERSONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    narrator: 'i we my our us me',
    reader: 'you your yourself',
    if: 'if',
    not: 'not no nobody nothing',
  }).flatMap(([name, list]) => list.split(' ').map((word) => [word, name] as const)),
);

const PAST = new Set(['was', 'were', 'had', 'did']);
const PRESENT = new Set(['is', 'are', '’s', "'s", 'has', 'have', 'does', 'do']);

/** How many words judge, name, count, and in which tense. */
function tally(features: Set<string>, draft: Draft, words: readonly Token[]): void {
  let [judging, past, present, names] = [0, 0, 0, 0];
  for (const { lower, pos } of words) {
    if (JUDGING.has(lower)) judging += 1;
    if (pos === 'PROPN') names += 1;
    if (PAST.has(lower) || (pos === 'VERB' && lower.endsWith('ed'))) past += 1;
    else if (PRESENT.has(lower) && pos !== 'PART') present += 1;
  }
  const numbers = draft.said.filter(isNumber).length;
  features
    .add(`judging:${capped(judging, 3)}`)
    .add(`judging%:${capped(Math.floor((8 * judging) / (words.length || 1)), 3)}`);
  features.add(`past:${capped(past, 2)}`).add(`present:${capped(present, 2)}`);
  features.add(`names:${capped(names, 2)}`).add(`numbers:${capped(numbers, 2)}`);
  if (judging > 0) {
    features.add(`judges@${draft.sourcing}`).add(numbers > 0 ? 'judges+number' : 'judges-number');
    features.add(past > 0 ? 'judges+past' : 'judges-past').add(present > 0 ? 'judges+present' : 'judges-present');
    features.add(names > 0 ? 'judges+name' : 'judges-name');
  }
  if (past === 0) features.add(present > 0 ? 'present-only' : 'no-tense');
  if (names === 0 && numbers === 0) features.add('plain');
  if (words.length <= 8) features.add(words.length <= 4 ? 'shortest' : 'short');
}

function opening(features: Set<string>, draft: Draft, words: readonly Token[]): void {
  const [first, second] = words;
  if (!first) return;
  features.add(`f:${first.pos === 'PROPN' ? '#name' : first.lower}`).add(`p:${first.pos}`);
  features.add(`pp:${first.pos}_${second?.pos ?? ''}`);
  if (BIDDING.has(first.lower)) features.add('bids').add(`bids@${draft.sourcing}`);
  if (first.pos === 'VERB' && !/(?:ed|ing|s)$/.test(first.lower)) features.add('base-verb');
  if (/^(?:please|don[’']t|never|always|let|do)$/.test(first.lower) && second?.pos === 'VERB') features.add('bids-so');
  if (/^(?:it|that|this|there|these|those)$/.test(first.lower) && BEING.has(second?.lower ?? '')) features.add('it-is');
}

const BEING = new Set(['is', 'are', 'was', 'were', '’s', "'s", 'be', 'been', 'seems', 'looks', 'has']);

/** What follows a form of "be": "is unfair", "was a disgraceful". */
function predicates(features: Set<string>, words: readonly Token[]): void {
  words.forEach(({ lower }, at) => {
    const next = words[at + 1];
    const after = words[at + 2];
    if (!next || !BEING.has(lower)) return;
    features.add(`be+${next.pos}`);
    if (next.pos === 'ADJ' || (next.pos === 'ADV' && after?.pos === 'ADJ')) features.add('be-such');
    if (next.pos === 'DET' && after?.pos === 'ADJ') features.add('be-a-such');
  });
}

const CUES: readonly (readonly [string, RegExp])[] = [
  ['ahead', /^(?:hop|expect|plan|predict|forecast|intend|warn|vow|pledg|promis|threaten|aim|want)/],
  ['bids', /^(?:urg|demand|order|ask|call|beg|implor|advis|appeal|tell|told|instruct|remind|recommend|warn)/],
  [
    'judges',
    /^(?:call|describ|dismiss|prais|hail|think|thought|believ|argu|consider|feel|felt|fear|criti|condemn|label|brand|mock|insist|admit)/,
  ],
];

function cueWords(features: Set<string>, draft: Draft): void {
  const { owner } = draft;
  if (!owner) return;
  features.add(`manner:${owner.manner}`);
  const opensTo = draft.said[0]?.lower === 'to';
  if (opensTo) features.add('to');
  const { cue } = owner;
  if (!cue) return;
  for (const { lower, start, end } of draft.tokens) {
    if (start < cue.start || end > cue.end) continue;
    features.add(`cue:${lower}`);
    if (opensTo) features.add(`to+${lower}`);
    for (const [name, pattern] of CUES) if (pattern.test(lower)) features.add(`cue-${name}`);
  }
}
