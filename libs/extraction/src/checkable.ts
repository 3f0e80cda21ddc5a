import { type AssertionKind, type CheckWorthiness } from './check.js';
import { type Token } from './token.js';

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

/** How much an assertion is worth checking, with the reasons; a hand-weighted score, kept plain so that an editor can follow it. */
export function worthOf(
  tokens: readonly Token[],
  kind: AssertionKind,
  allegation: boolean,
  sourced: boolean,
): CheckWorthiness {
  let score = 0.25;
  const reasons: string[] = [];
  const add = (by: number, reason: string): void => {
    score += by;
    reasons.push(reason);
  };
  if (allegation) add(0.35, 'accuses somebody of wrongdoing');
  if (tokens.some((token) => token.pos === 'NUM' || /^\d/.test(token.text))) add(0.2, 'states a figure or date');
  if (tokens.some((token, i) => token.pos === 'PROPN' && i > 0)) add(0.1, 'names somebody or something');
  if (tokens.some((token) => COMPARISONS.has(token.lower))) add(0.08, 'compares or ranks');
  if (tokens.some((token) => CAUSES.has(token.lower))) add(0.08, 'states a cause');
  if (tokens.some((token) => OFFICIAL.has(token.lower))) add(0.07, 'concerns public money, law or safety');
  if (!sourced) add(0.08, 'gives no source that could be asked');
  if (kind === 'opinion' || kind === 'question' || kind === 'directive')
    add(
      -0.3,
      kind === 'opinion' ? 'voices an opinion' : kind === 'question' ? 'asks a question' : 'tells somebody what to do',
    );
  if (kind === 'prediction') add(-0.15, 'speaks of the future');
  if (tokens.filter((token) => token.pos !== 'PUNCT').length < 5) add(-0.15, 'says little');
  return { score: Math.round(Math.min(0.99, Math.max(0.01, score)) * 100) / 100, reasons };
}
