import { type AssertionKind, type CheckWorthiness } from '../check.js';
import { type Token } from '../words/token.js';
import { wordFact } from '../words/word.js';

/** Kinds that can be checked against the world; the others are triaged unless they accuse somebody. */
const CHECKABLE: ReadonlySet<AssertionKind> = new Set(['statement', 'headline', 'caption']);

export function isCheckable(kind: AssertionKind, accuses: boolean): boolean {
  return accuses || CHECKABLE.has(kind);
}

const COMPARISONS = new Set(
  'more less fewer most least highest lowest largest biggest smallest first last record double doubled triple tripled half increase increased decrease decreased rise rose risen fall fell fallen dropped grew growth higher lower worse better'.split(
    ' ',
  ),
);
const CAUSES = new Set(
  'because caused cause causes due led leads result resulted thanks sparked triggered prompted blamed'.split(' '),
);
const OFFICIAL = new Set(
  'law court budget tax taxes vote voted bill contract fund funding million billion percent per-cent police hospital school government council minister deaths death killed injured arrested charged convicted banned approved signed'.split(
    ' ',
  ),
);

/** What makes words worth checking, with how much it counts. */
const MARKS = [
  [0.2, 'states a figure or date'],
  [0.1, 'names somebody or something'],
  [0.08, 'compares or ranks'],
  [0.08, 'states a cause'],
  [0.07, 'concerns public money, law or safety'],
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

/**
 * How much an assertion is worth checking, with the reasons; a hand-weighted score, kept plain so that an editor can follow it.
 * `accuses` is how sure the engine is, 0 to 1, that it accuses somebody, or null where it finds no accusation: among those that
 * look like libel the likely ones come first.
 */
export function worthOf(
  tokens: readonly Token[],
  kind: AssertionKind,
  accuses: number | null,
  sourced: boolean,
): CheckWorthiness {
  let score = 0.25;
  const reasons: string[] = [];
  const add = (by: number, reason: string): void => {
    score += by;
    reasons.push(reason);
  };
  const { marks, words } = marksIn(tokens);
  if (accuses !== null)
    add(
      0.15 + 0.3 * accuses,
      accuses >= LIKELY ? 'accuses somebody of wrongdoing' : 'may accuse somebody of wrongdoing',
    );
  for (const [bit, [by, reason]] of MARKS.entries()) if (((marks >> bit) & 1) === 1) add(by, reason);
  if (!sourced) add(0.08, 'gives no source that could be asked');
  if (kind === 'opinion') add(-0.3, 'voices an opinion');
  if (kind === 'question') add(-0.3, 'asks a question');
  if (kind === 'directive') add(-0.3, 'tells somebody what to do');
  if (kind === 'prediction') add(-0.15, 'speaks of the future');
  if (words < 5) add(-0.15, 'says little');
  return { score: Math.round(Math.min(0.99, Math.max(0.01, score)) * 100) / 100, reasons };
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
