import { type AllegationCategory } from '../check.js';
import { type Term, term } from '../learning/features.js';
import { IDIOMS, LAW } from '../lexicon/deeds.js';
import { type Spotted, Spotter } from '../lexicon/spotter.js';
import { ACCUSAL, DENIAL, HEDGE, PERFECT, PHRASES, readWrongdoing } from '../lexicon/wrongdoing.js';
import { type Draft } from '../draft.js';
import { wordFlag } from '../words/word.js';

/** What the patterns of the lexicons find in a draft. */
export interface Signs {
  /** Acts of law: "guilt", "charge". */
  readonly law: readonly string[];
  /** Categories of accusing idioms. */
  readonly idioms: readonly AllegationCategory[];
  /** The first accusing phrase; its place is in the draft's words, joined as they stand. */
  readonly phrase: Spotted<AllegationCategory> | null;
  /** Ways of keeping a distance, of denying and accusing. */
  readonly manners: readonly Term[];
  /** Whether a word of wrongdoing stands in it. */
  readonly wrong: boolean;
}

export const HEDGED = term('hedge');
export const MAY_HAVE = term('perfect');
export const DENIED = term('denial');
export const ACCUSED = term('accusal');

/** What a pattern is a sign of. */
type Sign =
  | { readonly sort: 'law'; readonly name: string }
  | { readonly sort: 'idiom' | 'phrase'; readonly name: AllegationCategory }
  | { readonly sort: 'manner'; readonly name: Term };

/** All patterns in one list, so that a draft is looked through once. */
const spotter = new Spotter<Sign>([
  ...LAW.map(([name, pattern]) => [{ sort: 'law', name }, pattern] as const),
  ...IDIOMS.map(([name, pattern]) => [{ sort: 'idiom', name }, pattern] as const),
  ...PHRASES.map(([name, pattern]) => [{ sort: 'phrase', name }, pattern] as const),
  [{ sort: 'manner', name: HEDGED }, HEDGE],
  [{ sort: 'manner', name: MAY_HAVE }, PERFECT],
  [{ sort: 'manner', name: DENIED }, DENIAL],
  [{ sort: 'manner', name: ACCUSED }, ACCUSAL],
]);

const isWrong = wordFlag(({ lower }) => readWrongdoing(lower) !== undefined);
const NONE: Signs = { law: [], idioms: [], phrase: null, manners: [], wrong: false };
const ONLY_WRONG: Signs = { ...NONE, wrong: true };

/** The signs of a draft; several stages ask, so they are kept with it. */
export function signsOf(draft: Draft): Signs {
  return (draft.signs ??= findSigns(draft));
}

function findSigns({ tokens }: Draft): Signs {
  const wrong = tokens.some(({ word }) => isWrong(word));
  const spotted = spotter.all(tokens);
  if (spotted.length === 0) return wrong ? ONLY_WRONG : NONE;
  const law: string[] = [];
  const idioms: AllegationCategory[] = [];
  const manners: Term[] = [];
  let phrase: Signs['phrase'] = null;
  for (const { name: sign, index, end } of spotted) {
    if (sign.sort === 'law') law.push(sign.name);
    else if (sign.sort === 'idiom') idioms.push(sign.name);
    else if (sign.sort === 'manner') manners.push(sign.name);
    else phrase ??= { name: sign.name, index, end };
  }
  return { law, idioms, phrase, manners, wrong };
}
