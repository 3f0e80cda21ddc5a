import { ALLEGATION_CATEGORIES, type AllegationCategory } from '../check.js';
import { hasLetter, stemTerm } from './draft-features.js';
import { signsOf } from './draft-signs.js';
import { deedOf } from '../lexicon/deeds.js';
import { harmOf } from '../lexicon/harm.js';
import { readWrongdoing } from '../lexicon/wrongdoing.js';
import { type Features, term } from '../learning/features.js';
import { LinearModels, linearScore } from '../learning/linear-model.js';
import { CATEGORY_BIASES, CATEGORY_WEIGHTS, CATEGORY_WORDS } from '../models/category.generated.js';
import { type Draft } from '../draft.js';
import { wordFact } from '../words/word.js';
import { roleOf } from './word-scores.js';

/** Kinds of votes: deeds, words of wrong, words of harm, idioms, phrases. How much one of each counts where all are added up. */
const HEIGHTS = [1, 1, 0.3, 1, 1];
const KINDS = HEIGHTS.length;
const [WRONGS, IDIOM, PHRASE] = [1, 3, 4];

/** What speaks for each category in one draft. */
interface Votes {
  /** `KINDS` numbers for each category, one after the other. */
  readonly counts: Float64Array;
  /** For each category all of them together. */
  readonly heights: Float64Array;
}

/** How many numbers speak for a category. */
export const CATEGORY_EVIDENCE = 10;

const placesOf = (categories: Iterable<AllegationCategory>): readonly number[] =>
  [...categories].map((category) => ALLEGATION_CATEGORIES.indexOf(category));

/** One vote: of which kind, for which category (by its place in the list), and the share of it where a word names several. */
interface Vote {
  readonly kind: number;
  readonly category: number;
  readonly share: number;
}

const sharedBy = (kind: number, categories: Iterable<AllegationCategory>): readonly Vote[] => {
  const places = placesOf(categories);
  return places.map((category) => ({ kind, category, share: 1 / places.length }));
};

/** What a word votes for; most words vote for nothing. */
const votesIn = wordFact(({ lower }) => {
  const wrong = readWrongdoing(lower);
  const votes = [
    ...sharedBy(0, deedOf(lower) ?? []),
    ...sharedBy(1, wrong ? [wrong.category] : []),
    ...sharedBy(2, harmOf(lower) ?? []),
  ];
  return votes.length > 0 ? votes : null;
});

const seen = new WeakMap<Draft, Votes>();

function votesOf(draft: Draft): Votes {
  const known = seen.get(draft);
  if (known) return known;
  const counts = new Float64Array(ALLEGATION_CATEGORIES.length * KINDS);
  eachVote(draft, (kind, category, share) => {
    const at = category * KINDS + kind;
    counts[at] = (counts[at] as number) + share;
  });
  const votes = { counts, heights: heightsOf(counts) };
  seen.set(draft, votes);
  return votes;
}

function heightsOf(counts: Float64Array): Float64Array {
  const heights = new Float64Array(ALLEGATION_CATEGORIES.length);
  for (let category = 0, at = 0; category < heights.length; category += 1)
    for (const height of HEIGHTS) {
      heights[category] = (heights[category] as number) + height * (counts[at] as number);
      at += 1;
    }
  return heights;
}

/** Every vote in a draft. */
function eachVote(draft: Draft, cast: (kind: number, category: number, share: number) => void): void {
  const { idioms, phrase } = signsOf(draft);
  for (const { word } of draft.tokens) {
    const votes = votesIn(word);
    if (votes) for (const { kind, category, share } of votes) cast(kind, category, share);
  }
  for (const category of idioms) cast(IDIOM, ALLEGATION_CATEGORIES.indexOf(category), 1);
  if (phrase) cast(PHRASE, ALLEGATION_CATEGORIES.indexOf(phrase.name), 1);
}

/** What an article as a whole speaks of: one sum for each category. */
export function accusingTopics(drafts: readonly Draft[]): number[] {
  const sums = ALLEGATION_CATEGORIES.map(() => 0);
  const add = (kind: number, category: number, share: number): void => {
    sums[category] = (sums[category] ?? 0) + (HEIGHTS[kind] ?? 0) * share;
  };
  for (const draft of drafts) eachVote(draft, add);
  return sums;
}

/** For each category what speaks for it in a draft, its neighbours, the headline and the rest of the article. */
export function categoryEvidence(drafts: readonly Draft[], at: number, topics: readonly number[]): number[][] {
  const draft = drafts[at];
  const first = drafts[0];
  if (!draft || !first) return [];
  const { counts, heights } = votesOf(draft);
  const rest = topics.map((sum, c) => sum - (heights[c] ?? 0));
  const total = rest.reduce((sum, x) => sum + x, 0) || 1;
  const most = Math.max(...rest);
  const highest = Math.max(...heights);
  const head = votesOf(first).heights;
  const around = new Float64Array(heights.length);
  for (const near of [at - 1, at - 2, at + 1]) addHeights(around, near < 0 ? undefined : drafts[near]);
  return rest.map((others, c) => {
    const row: number[] = [];
    for (let k = c * KINDS; k < (c + 1) * KINDS; k += 1) row.push(Math.min(2, counts[k] as number));
    row.push(
      (2 * others) / total,
      others === most && most > 0 ? 1 : 0,
      Math.min(2, around[c] as number),
      Math.min(2, head[c] as number),
      heights[c] === highest && highest > 0 ? 1 : 0,
    );
    return row;
  });
}

function addHeights(sums: Float64Array, draft: Draft | undefined): void {
  if (!draft) return;
  const { heights } = votesOf(draft);
  for (let c = 0; c < sums.length; c += 1) sums[c] = (sums[c] as number) + (heights[c] as number);
}

/** The categories that the draft's own words of wrong and accusing phrases name. */
function namedIn(draft: Draft): readonly number[] {
  const { counts } = votesOf(draft);
  return EVERY.filter((c) => (counts[c * KINDS + WRONGS] ?? 0) + (counts[c * KINDS + PHRASE] ?? 0) > 0);
}

const W = term('w');

/** The words that tell of what a draft accuses: stems of nouns, verbs and describing words. */
export function categoryFeatures(out: Features, { tokens }: Draft): void {
  for (const token of tokens) if (roleOf(token) >= 0 && hasLetter(token.word)) out.add(W, stemTerm(token.word));
}

let models: LinearModels | undefined;

const EVERY = ALLEGATION_CATEGORIES.map((_, c) => c);

/**
 * The category that most speaks for, in a draft already known to accuse: by the votes of the lexicons, here and around, and by its
 * words. Where they name wrongs, it is one of those: what else the article is about must not turn a bribe into something else.
 */
export function categoryOf(drafts: readonly Draft[], at: number, topics: readonly number[]): AllegationCategory {
  const draft = drafts[at];
  if (!draft) return 'other';
  models ??= new LinearModels(CATEGORY_WORDS.map((weights, c) => ({ bias: CATEGORY_BIASES[c] ?? 0, weights })));
  categoryFeatures(models.clear(), draft);
  const byWords = models.scores();
  const scores = categoryEvidence(drafts, at, topics).map((row, c) =>
    linearScore(byWords[c] ?? 0, CATEGORY_WEIGHTS, row),
  );
  const named = namedIn(draft);
  const choices = named.length > 0 ? named : EVERY;
  const best = choices.reduce((one, c) => ((scores[c] ?? 0) > (scores[one] ?? 0) ? c : one));
  return ALLEGATION_CATEGORIES[best] ?? 'other';
}
