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

/** What speaks for one category in one draft: deeds, words of wrong, words of harm, idioms, phrases. */
type Votes = readonly number[];

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

const seen = new WeakMap<Draft, readonly Votes[]>();

function votesOf(draft: Draft): readonly Votes[] {
  const known = seen.get(draft);
  if (known) return known;
  const votes = ALLEGATION_CATEGORIES.map(() => [0, 0, 0, 0, 0]);
  eachVote(draft, (kind, category, share) => {
    const row = votes[category];
    if (row) row[kind] = (row[kind] ?? 0) + share;
  });
  seen.set(draft, votes);
  return votes;
}

/** Every vote in a draft. */
function eachVote(draft: Draft, cast: (kind: number, category: number, share: number) => void): void {
  const { idioms, phrase } = signsOf(draft);
  for (const { word } of draft.tokens) {
    const votes = votesIn(word);
    if (votes) for (const { kind, category, share } of votes) cast(kind, category, share);
  }
  for (const category of idioms) cast(3, ALLEGATION_CATEGORIES.indexOf(category), 1);
  if (phrase) cast(4, ALLEGATION_CATEGORIES.indexOf(phrase.name), 1);
}

/** How much a vote of each kind counts where all are added up. */
const HEIGHTS = [1, 1, 0.3, 1, 1];
const heightOf = (votes: Votes | undefined): number =>
  votes?.reduce((sum, count, kind) => sum + (HEIGHTS[kind] ?? 0) * count, 0) ?? 0;

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
  const votes = votesOf(draft);
  const mine = votes.map(heightOf);
  const rest = topics.map((sum, c) => sum - (mine[c] ?? 0));
  const total = rest.reduce((sum, x) => sum + x, 0) || 1;
  const most = Math.max(...rest);
  const highest = Math.max(...mine);
  const around = [at - 1, at - 2, at + 1].flatMap((k) => (drafts[k] ? [votesOf(drafts[k])] : []));
  const head = votesOf(first);
  return votes.map((row, c) => [
    ...row.map((x) => Math.min(2, x)),
    (2 * (rest[c] ?? 0)) / total,
    rest[c] === most && most > 0 ? 1 : 0,
    Math.min(
      2,
      around.reduce((sum, other) => sum + heightOf(other[c]), 0),
    ),
    Math.min(2, heightOf(head[c])),
    mine[c] === highest && highest > 0 ? 1 : 0,
  ]);
}

/** The categories that the draft's own words of wrong and accusing phrases name. */
const namedIn = (draft: Draft): readonly number[] =>
  votesOf(draft).flatMap((row, c) => ((row[1] ?? 0) + (row[4] ?? 0) > 0 ? [c] : []));

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
