import { stem } from './draft-features.js';
import { type LinearModel, probability, unpack } from './linear-model.js';
import { CARRY_BIAS, CARRY_WEIGHTS } from './models/carry.generated.js';
import { type Draft } from './reading.js';
import { type Token } from './token.js';

/** How sure the model must be that a sentence without a cue goes on with the one before. */
const CARRIES = 0.5;

let loaded: LinearModel | undefined;

/**
 * Carry-over: "She added nothing else. The plan would cost ten million." A sentence without a cue of its own, in the same
 * paragraph as an attributed one, may still be what that source says. A linear model decides, draft by draft, from the manner
 * of the attribution before and the words of the sentence; what it carries is paraphrase, never a quotation.
 */
export function carryOver(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const previous = out.at(-1);
    if (!previous || !mayCarry(previous, draft)) {
      out.push(draft);
      continue;
    }
    loaded ??= unpack(CARRY_BIAS, CARRY_WEIGHTS);
    const carries = probability(loaded, carryFeatures(previous, draft)) >= CARRIES;
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
    !draft.inQuotes
  );
}

/** What speaks for or against going on. */
export function carryFeatures(previous: Draft, draft: Draft): Set<string> {
  const features = new Set<string>([
    `src:${previous.sourcing}`,
    `type:${previous.owner?.source?.type ?? 'none'}`,
    `manner:${previous.owner?.manner ?? ''}`,
  ]);
  if (previous.carried) features.add('carried').add(`carried:${previous.sourcing}`);
  const words = draft.tokens.filter((token) => /[\p{L}\p{N}]/u.test(token.text));
  const first = words[0];
  features.add(`f:${first?.pos === 'PROPN' ? '#name' : (first?.lower ?? '')}`).add(`p:${first?.pos ?? ''}`);
  for (const word of words) carryWord(features, word);
  const said = new Set(
    previous.said.filter((token) => token.pos === 'NOUN' || token.pos === 'PROPN').map((token) => token.lower),
  );
  if (words.some((word) => said.has(word.lower))) features.add('repeats').add(`repeats:${previous.sourcing}`);
  const source = previous.owner?.source?.name.toLowerCase().split(/\s+/).at(-1);
  if (source && words.some((word) => word.lower === source)) features.add('names-source');
  for (const one of [
    `long:${Math.min(4, Math.floor(words.length / 6))}`,
    `past+${features.has('past')}`,
    `present+${features.has('present')}`,
  ])
    features.add(one).add(`${one}:${previous.sourcing}`);
  return features;
}

function carryWord(features: Set<string>, word: Token): void {
  if (word.pos === 'AUX') features.add(`aux:${word.lower}`);
  if (word.pos === 'NUM') features.add('number');
  if (word.pos === 'VERB' && /ed$/.test(word.lower)) features.add('past');
  if (word.pos === 'VERB' && /s$/.test(word.lower)) features.add('present');
  if (word.pos === 'PROPN') features.add('name');
  if (word.pos !== 'PROPN' && word.pos !== 'NOUN') features.add(`w:${stem(word.lower)}`);
  if (/^(?:i|we|you|our|my|us)$/.test(word.lower)) features.add('narrator');
}
