import { carryFeatures } from './carry-features.js';
import { LinearModels, probabilityOf } from '../learning/linear-model.js';
import { CARRY_BIAS, CARRY_WEIGHTS } from '../models/carry.generated.js';
import { type Draft } from '../draft.js';

/**
 * How sure the model must be that a sentence without a cue goes on with the one before. Half the F1 of what is carried to is where
 * one more helps the macro F1 as often as it harms (Lipton, Elkan and Naryanaswamy 2014).
 */
const CARRIES = 0.4;

let model: LinearModels | undefined;
function probabilityOfCarrying(previous: Draft, draft: Draft, next: Draft | undefined): number {
  model ??= new LinearModels([{ bias: CARRY_BIAS, weights: CARRY_WEIGHTS }]);
  carryFeatures(model.clear(), previous, draft, next);
  return probabilityOf(model.scores()[0] ?? 0);
}

/**
 * Carry-over: "She added nothing else. The plan would cost ten million." A sentence without a cue of its own, in the same
 * paragraph as an attributed one, may still be what that source says. A linear model decides, draft by draft, from the attribution
 * before, the words and shape of the sentence and what stands behind it; what it carries is paraphrase, never a quotation.
 */
export function carryOver(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (const [at, draft] of drafts.entries()) {
    const previous = out.at(-1);
    if (!previous || !mayCarry(previous, draft)) {
      out.push(draft);
      continue;
    }
    const carries = probabilityOfCarrying(previous, draft, drafts[at + 1]) >= CARRIES;
    out.push(
      carries && previous.owner
        ? {
            ...draft,
            attribution: previous.attribution,
            owner: previous.owner,
            sourcing: previous.sourcing === 'quoted' ? 'reported' : previous.sourcing,
            carried: true,
          }
        : draft,
    );
  }
  return out;
}

/** Only within a paragraph, only from an attributed draft to one that nothing owns and that is a sentence of its own. */
export function mayCarry(previous: Draft, draft: Draft): boolean {
  return (
    draft.owner === null &&
    previous.owner !== null &&
    previous.segmentAt === draft.segmentAt &&
    draft.sentence !== previous.sentence &&
    draft.segment === 'body' &&
    !draft.inQuotes &&
    draft.tokens[0]?.text !== '('
  );
}
