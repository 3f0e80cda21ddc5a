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

/** Kinds of votes: deeds, words of wrong, words of harm, idioms, phrases; and how much each counts where all are added up. */
const HEIGHTS = [1, 1, 0.3, 1, 1];
const KINDS = HEIGHTS.length;
const CATEGORIES = ALLEGATION_CATEGORIES.length;

/** All votes in the drafts of an article. */
export class Votes {
  /** What an article as a whole speaks of: one sum for each category. */
  private readonly topics = new Float64Array(CATEGORIES);
  /** `KINDS` sums for each category of each draft. */
  private readonly sums: Float64Array;
  private readonly count: number;

  constructor(drafts: readonly Draft[]) {
    this.count = drafts.length;
    this.sums = new Float64Array(this.count * CATEGORIES * KINDS);
    for (let at = 0; at < this.count; at += 1) this.read(drafts[at] as Draft, at);
  }

  /** The categories that the words of wrong and the accusing phrases of a draft name. */
  namedAt(at: number): number[] {
    const named: number[] = [];
    for (let c = 0; c < CATEGORIES; c += 1) {
      const row = (at * CATEGORIES + c) * KINDS;
      if ((this.sums[row + 1] as number) + (this.sums[row + 4] as number) > 0) named.push(c);
    }
    return named;
  }

  /** For each category what speaks for it in a draft, its neighbours, the headline and the rest of the article. */
  evidenceAt(at: number): number[][] {
    const mine = this.heightsAt(at);
    const around = [at - 1, at - 2, at + 1].filter((k) => k >= 0 && k < this.count).map((k) => this.heightsAt(k));
    const head = this.heightsAt(0);
    const rest = this.topics.map((sum, c) => sum - (mine[c] as number));
    const total = rest.reduce((sum, x) => sum + x, 0) || 1;
    const most = Math.max(...rest);
    const highest = Math.max(...mine);
    return ALLEGATION_CATEGORIES.map((_, c) => {
      const row = (at * CATEGORIES + c) * KINDS;
      const evidence: number[] = [];
      for (let kind = 0; kind < KINDS; kind += 1) evidence.push(Math.min(2, this.sums[row + kind] as number));
      const [own, others] = [mine[c] as number, rest[c] as number];
      let near = 0;
      for (const heights of around) near += heights[c] as number;
      evidence.push((2 * others) / total, others === most && most > 0 ? 1 : 0);
      evidence.push(Math.min(2, near), Math.min(2, head[c] as number), own === highest && highest > 0 ? 1 : 0);
      return evidence;
    });
  }

  private read(draft: Draft, at: number): void {
    const { idioms, phrase } = signsOf(draft);
    for (const { word } of draft.tokens) {
      const votes = votesIn(word);
      if (votes) for (const { kind, category, share } of votes) this.cast(at, kind, category, share);
    }
    for (const category of idioms) this.cast(at, 3, ALLEGATION_CATEGORIES.indexOf(category), 1);
    if (phrase) this.cast(at, 4, ALLEGATION_CATEGORIES.indexOf(phrase.name), 1);
  }

  private cast(at: number, kind: number, category: number, share: number): void {
    const place = (at * CATEGORIES + category) * KINDS + kind;
    this.sums[place] = (this.sums[place] as number) + share;
    this.topics[category] = (this.topics[category] as number) + (HEIGHTS[kind] as number) * share;
  }

  private heightsAt(at: number): number[] {
    const heights: number[] = [];
    for (let c = 0, place = at * CATEGORIES * KINDS; c < CATEGORIES; c += 1) {
      let sum = 0;
      for (let kind = 0; kind < KINDS; kind += 1, place += 1)
        sum += (HEIGHTS[kind] as number) * (this.sums[place] as number);
      heights.push(sum);
    }
    return heights;
  }
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
export function categoryOf(drafts: readonly Draft[], at: number, votes: Votes): AllegationCategory {
  const draft = drafts[at];
  if (!draft) return 'other';
  const named = votes.namedAt(at);
  const [only] = named;
  if (only !== undefined && named.length === 1) return ALLEGATION_CATEGORIES[only] ?? 'other';
  models ??= new LinearModels(CATEGORY_WORDS.map((weights, c) => ({ bias: CATEGORY_BIASES[c] ?? 0, weights })));
  categoryFeatures(models.clear(), draft);
  const byWords = models.scores();
  const scores = votes.evidenceAt(at).map((row, c) => linearScore(byWords[c] ?? 0, CATEGORY_WEIGHTS, row));
  const choices = named.length > 0 ? named : EVERY;
  const best = choices.reduce((one, c) => ((scores[c] ?? 0) > (scores[one] ?? 0) ? c : one));
  return ALLEGATION_CATEGORIES[best] ?? 'other';
}
