import { isName } from './draft-features.js';
import { probabilityOf } from '../learning/linear-model.js';
import { type Draft } from '../draft.js';

/** How many numbers `contextOf` gives for a draft. */
export const CONTEXT_NUMBERS = 16;

/** Stands for the probability of a draft that is not there: before the first, after the last. */
const NOBODY = -0.1;
const HIGHEST = 4;
/** A mean over few drafts is drawn to what is usual, as if so many more had been seen: two sentences are no tenor yet. */
const USUAL = { mean: 0.12, drafts: 8 };
const shrunk = (sum: number, count: number): number => (sum + USUAL.mean * USUAL.drafts) / (count + USUAL.drafts);

/**
 * What the first reading of an article tells its second. Accusations come in runs and about the same people: a sentence that says
 * little by itself accuses where those around it do. So every draft is judged twice, the second time with the first scores of its
 * neighbours, of the drafts that name the same people, and of the article as a whole (stacked sequential learning: Cohen and
 * Carvalho 2005). `scores` are the log odds of the first reading. Answers `CONTEXT_NUMBERS` numbers for each draft, one after
 * the other; linear in the length of the article.
 */
export function contextOf(drafts: readonly Draft[], scores: ArrayLike<number>): Float64Array {
  const count = drafts.length;
  const first = Float64Array.from(scores, probabilityOf);
  const p = (at: number): number => first[at] ?? NOBODY;
  const total = first.reduce((sum, x) => sum + x, 0);
  const top = highest(first);
  const named = drafts.map(namesOf);
  const byName = talliesOf(named, first);
  const out = new Float64Array(count * CONTEXT_NUMBERS);
  let before = 0;
  for (let at = 0; at < count; at += 1) {
    const own = p(at);
    const others = top.includes(own) ? without(top, own) : top.slice(0, HIGHEST - 1);
    const same = aboutTheSame(byName, named[at] ?? [], own);
    const length = drafts[at]?.tokens.length ?? 0;
    out.set(
      [
        scores[at] ?? 0,
        own,
        p(at - 2),
        p(at - 1),
        p(at + 1),
        p(at + 2),
        shrunk(total - own, count - 1),
        others.reduce((sum, x) => sum + x, 0) / (HIGHEST - 1),
        others[0] ?? 0,
        same.most,
        same.mean,
        at / count,
        length / 30,
        Math.min(1, length / 8),
        shrunk(before, at),
        shrunk(total - before - own, count - at - 1),
      ],
      at * CONTEXT_NUMBERS,
    );
    before += own;
  }
  return out;
}

/** The highest probabilities of an article, falling. */
function highest(first: Float64Array): number[] {
  const top: number[] = [];
  for (const x of first) {
    if (top.length === HIGHEST && x <= (top[HIGHEST - 1] ?? 0)) continue;
    const place = top.findIndex((other) => other < x);
    top.splice(place === -1 ? top.length : place, 0, x);
    if (top.length > HIGHEST) top.pop();
  }
  return top;
}

function without(top: readonly number[], own: number): number[] {
  const at = top.indexOf(own);
  return top.filter((_, i) => i !== at);
}

/** The words of names in a draft, each once. */
function namesOf({ tokens }: Draft): string[] {
  const names = new Set<string>();
  for (const token of tokens) if (isName(token) && token.lower.length > 2) names.add(token.lower);
  return [...names];
}

/** How the drafts that hold one name were judged. */
interface Tally {
  count: number;
  sum: number;
  most: number;
  second: number;
}

function talliesOf(named: readonly (readonly string[])[], first: Float64Array): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  named.forEach((names, at) => {
    const p = first[at] ?? 0;
    for (const name of names) {
      const tally = tallies.get(name) ?? { count: 0, sum: 0, most: NOBODY, second: NOBODY };
      tally.count += 1;
      tally.sum += p;
      if (p > tally.most) [tally.most, tally.second] = [p, tally.most];
      else if (p > tally.second) tally.second = p;
      tallies.set(name, tally);
    }
  });
  return tallies;
}

/** How the other drafts that hold one of these names were judged: the highest, and the mean of the name that fares worst. */
function aboutTheSame(tallies: ReadonlyMap<string, Tally>, names: readonly string[], own: number): Same {
  const same = { most: NOBODY, mean: NOBODY };
  for (const name of names) {
    const tally = tallies.get(name);
    if (!tally || tally.count < 2) continue;
    same.most = Math.max(same.most, tally.most === own ? tally.second : tally.most);
    same.mean = Math.max(same.mean, (tally.sum - own) / (tally.count - 1));
  }
  return same;
}

interface Same {
  readonly most: number;
  readonly mean: number;
}
