import { posAt, wordAt } from '../words/token-at.js';
import { type AssertionKind, type SegmentKind } from '../check.js';
import { kindFeatures } from './kind-features.js';
import { LinearModels } from '../learning/linear-model.js';
import { DIRECTIVE_BIAS, DIRECTIVE_WEIGHTS } from '../models/kind-directive.generated.js';
import { OPINION_BIAS, OPINION_WEIGHTS } from '../models/kind-opinion.generated.js';
import { PREDICTION_BIAS, PREDICTION_WEIGHTS } from '../models/kind-prediction.generated.js';
import { STATEMENT_BIAS, STATEMENT_WEIGHTS } from '../models/kind-statement.generated.js';
import { type Draft } from '../draft.js';
import { type Token } from '../words/token.js';
import { isCapitalized, wordFact, wordFlag } from '../words/word.js';
import { wordSet } from '../lexicon/word-list.js';

const FUTURE = new Set(['will', 'shall', '’ll', "'ll", 'wo']);
const LIKELY = new Set(['could', 'may', 'might', 'would']);
const OPINION_WORDS = wordSet(
  'good bad best worst great terrible awful wonderful brilliant disgraceful shameful outrageous staggering stunning remarkable extraordinary appalling absurd ridiculous ludicrous laughable pathetic tragic sad sadly unfortunately fortunately thankfully clearly obviously undoubtedly surely frankly arguably perhaps deserve deserves ought foolish stupid illiterate fool wise unwise reckless cynical hypocritical unacceptable unfair fair right wrong vital crucial critical essential beautiful ugly dull exciting fascinating troubling worrying alarming chilling disturbing glaring stark coincidence truth heart destiny hero victim provocative unforgivable inexcusable indefensible welcome dangerous shame disgrace triumph farce joke nonsense madness lunacy betrayal',
);

const isStop = wordFlag(({ text }) => /^[.!?…]+$/.test(text));
/** By what words the rules know a kind: bids, obliges, speaks of what is to come, judges. As bits. */
const [BIDS, OBLIGES, COMES, JUDGES] = [1, 2, 4, 8];
const marksOf = wordFact<number>(
  ({ lower }) =>
    (/^(?:let|please|do)$/.test(lower) ? BIDS : 0) |
    (/^(?:must|should|ought)$/.test(lower) ? OBLIGES : 0) |
    (FUTURE.has(lower) || LIKELY.has(lower) || lower === 'going' ? COMES : 0) |
    (OPINION_WORDS.has(lower) ? JUDGES : 0),
  0,
);

/** What a plain statement is ahead of its rivals by being so common: taken off, or too few opinions are seen. */
const COMMON = 1.6;

const MODELLED = ['statement', 'prediction', 'directive', 'opinion'] as const;
let models: LinearModels | undefined;
const load = (): LinearModels =>
  new LinearModels([
    { bias: STATEMENT_BIAS - COMMON, weights: STATEMENT_WEIGHTS },
    { bias: PREDICTION_BIAS, weights: PREDICTION_WEIGHTS },
    { bias: DIRECTIVE_BIAS, weights: DIRECTIVE_WEIGHTS },
    { bias: OPINION_BIAS, weights: OPINION_WEIGHTS },
  ]);

/** Kind of a draft: the block and the question mark decide at once; else linear models over the words and the rules' guess. */
export function kindOfDraft(draft: Draft): AssertionKind {
  const guess = kindOf(draft.said, draft.segment, draft.owner !== null);
  if (guess === 'headline' || guess === 'caption' || guess === 'question' || draft.tokens.length === 0) return guess;
  models ??= load();
  kindFeatures(models.clear(), draft, guess);
  const scores = models.scores();
  let best = 0;
  for (let k = 1; k < scores.length; k += 1) if ((scores[k] as number) > (scores[best] as number)) best = k;
  return MODELLED[best] ?? 'statement';
}

/** What sort of assertion the words are by rule. In a headline or caption block it is always `headline` or `caption`. */
export function kindOf(tokens: readonly Token[], segment: SegmentKind, attributed: boolean): AssertionKind {
  if (segment === 'headline') return 'headline';
  if (segment === 'caption') return 'caption';
  const end = tokens.findLast(({ word }) => isStop(word));
  if (end?.text.includes('?')) return 'question';
  let marks = 0;
  for (const { word } of tokens) marks |= marksOf(word);
  if (isDirective(tokens, attributed, marks)) return 'directive';
  if ((marks & COMES) !== 0 && isPrediction(tokens)) return 'prediction';
  if ((marks & JUDGES) !== 0 && isOpinion(tokens)) return 'opinion';
  return 'statement';
}

function isDirective(tokens: readonly Token[], attributed: boolean, marks: number): boolean {
  const first = tokens.find((token) => token.pos !== 'PUNCT');
  if (!first || (first.pos !== 'VERB' && (marks & (BIDS | OBLIGES)) === 0)) return false;
  const words = tokens.filter((token) => token.pos !== 'PUNCT');
  const second = words[1];
  if (first.lower === 'let' && /^(?:us|’s|'s)$/.test(second?.lower ?? '')) return true;
  if ((first.lower === 'please' || first.lower === 'do') && second?.pos === 'VERB') return true;
  if (
    first.pos === 'VERB' &&
    isCapitalized(first.word) &&
    !/(?:ed|ing|s)$/.test(first.lower) &&
    !words.slice(1, 4).some((word) => word.pos === 'VERB' && word.lower.endsWith('ed'))
  )
    return words.length > 1 && !attributed;
  if (attributed) return false;
  const must = words.findIndex(({ word }) => (marksOf(word) & OBLIGES) !== 0);
  return must > 0 && must < 8 && words[must + 1]?.lower !== 'have';
}

function isPrediction(tokens: readonly Token[]): boolean {
  for (let i = 0; i < tokens.length; i += 1) {
    const word = wordAt(tokens, i);
    if (FUTURE.has(word) && posAt(tokens, i) === 'AUX') return wordAt(tokens, i + 1) !== 'have';
    if (word === 'going' && wordAt(tokens, i + 1) === 'to' && posAt(tokens, i + 2) === 'VERB') return true;
    if (LIKELY.has(word) && i > 0 && posAt(tokens, i + 1) === 'VERB' && wordAt(tokens, i + 1) !== 'have')
      return word !== 'would' || !tokens.some((token) => token.lower === 'if');
  }
  return false;
}

/** Whether words with one that judges are an opinion: not where they count. */
function isOpinion(tokens: readonly Token[]): boolean {
  return tokens.length <= 60 && !tokens.some((token) => token.pos === 'NUM');
}
