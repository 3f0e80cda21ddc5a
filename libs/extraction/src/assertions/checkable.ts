import { type AssertionKind, type CheckWorthiness } from '../check.js';
import { type Token } from '../words/token.js';
import { wordFact } from '../words/word.js';
import { wordSet } from '../lexicon/word-list.js';

/** Kinds that can be checked against the world; the others are triaged unless they accuse somebody. */
const CHECKABLE: ReadonlySet<AssertionKind> = new Set(['statement', 'headline', 'caption']);

export function isCheckable(kind: AssertionKind, accuses: boolean): boolean {
  return accuses || CHECKABLE.has(kind);
}

const COMPARISONS = wordSet(
  'more less fewer most least highest lowest largest biggest smallest first last record double doubled triple tripled half increase increased decrease decreased rise rose risen fall fell fallen dropped grew growth higher lower worse better',
);
const CAUSES = wordSet(
  'because caused cause causes due led leads result resulted thanks sparked triggered prompted blamed',
);
const OFFICIAL = wordSet(
  'law court budget tax taxes vote voted bill contract fund funding million billion percent per-cent police hospital school government council minister deaths death killed injured arrested charged convicted banned approved signed',
);

/** What makes words worth checking, with the share that it takes of what is left to certainty. */
const MARKS = [
  [0.28, 'states a figure or date'],
  [0.15, 'names somebody or something'],
  [0.12, 'compares or ranks'],
  [0.12, 'states a cause'],
  [0.11, 'concerns public money, law or safety'],
] as const;
/** The same as bits, where the word alone tells. */
const marksOf = wordFact<number>(
  ({ text, lower }) =>
    (/^\d/.test(text) ? 1 : 0) |
    (COMPARISONS.has(lower) ? 4 : 0) |
    (CAUSES.has(lower) ? 8 : 0) |
    (OFFICIAL.has(lower) ? 16 : 0),
  0,
);

/** From this probability on an accusation is said to be one; below it, that it may be one. */
const LIKELY = 0.5;

/** What makes words less worth checking, with the share of their worth that it leaves. */
const LESS: Partial<Record<AssertionKind, readonly [number, string]>> = {
  opinion: [0.6, 'voices an opinion'],
  question: [0.4, 'asks a question'],
  directive: [0.4, 'tells somebody what to do'],
  prediction: [0.65, 'speaks of the future'],
};

/**
 * How much an assertion is worth checking, with the reasons; a hand-weighted score, kept plain so that an editor can follow it: each
 * reason takes its share of what is left to certainty (a noisy or), so that reasons add up and never reach 1. `accuses` is how sure
 * the engine is, 0 to 1, that it accuses somebody, or null where it finds no accusation: among those that look like libel the
 * likely ones come first.
 */
export function worthOf(
  tokens: readonly Token[],
  kind: AssertionKind,
  accuses: number | null,
  sourced: boolean,
): CheckWorthiness {
  let left = 0.75;
  let share = 1;
  const reasons: string[] = [];
  const add = (by: number, reason: string): void => {
    left *= 1 - by;
    reasons.push(reason);
  };
  const { marks, words } = marksIn(tokens);
  if (accuses !== null)
    add(0.1 + 0.6 * accuses, `${accuses >= LIKELY ? 'accuses' : 'may accuse'} somebody of wrongdoing`);
  for (const [bit, [by, reason]] of MARKS.entries()) if (((marks >> bit) & 1) === 1) add(by, reason);
  if (!sourced) add(0.12, 'gives no source that could be asked');
  const less = LESS[kind];
  if (less) {
    share *= less[0];
    reasons.push(less[1]);
  }
  if (words < 5) {
    share *= 0.6;
    reasons.push('says little');
  }
  return { score: Math.round((1 - left) * share * 100) / 100, reasons };
}

/** Which of the `MARKS` some tokens have, as bits, and how many words there are. */
function marksIn(tokens: readonly Token[]): { readonly marks: number; readonly words: number } {
  let [marks, words] = [0, 0];
  tokens.forEach(({ word, pos }, i) => {
    marks |= marksOf(word) | (pos === 'NUM' ? 1 : 0) | (pos === 'PROPN' && i > 0 ? 2 : 0);
    if (pos !== 'PUNCT') words += 1;
  });
  return { marks, words };
}
