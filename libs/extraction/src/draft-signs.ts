import { type AllegationCategory } from './check.js';
import { type Term, term } from './features.js';
import { IDIOMS, LAW } from './lexicon/deeds.js';
import { type Spotted, Spotter } from './lexicon/spotter.js';
import { ACCUSAL, DENIAL, HEDGE, PERFECT, PHRASES } from './lexicon/wrongdoing.js';
import { textOf } from './names.js';
import { type Draft } from './reading.js';

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
}

export const HEDGED = term('hedge');
export const MAY_HAVE = term('perfect');
export const DENIED = term('denial');
export const ACCUSED = term('accusal');

const laws = new Spotter(LAW);
const idioms = new Spotter(IDIOMS);
const phrases = new Spotter(PHRASES);
const manners = new Spotter([
  [HEDGED, HEDGE],
  [MAY_HAVE, PERFECT],
  [DENIED, DENIAL],
  [ACCUSED, ACCUSAL],
]);

const known = new WeakMap<Draft, Signs>();

/** The signs of a draft; several stages ask, they are looked for once. */
export function signsOf(draft: Draft): Signs {
  let signs = known.get(draft);
  if (signs) return signs;
  const { tokens } = draft;
  let lower: string | undefined;
  const words = (): string => (lower ??= textOf(tokens, 0, tokens.length).toLowerCase());
  signs = {
    law: laws.all(tokens, words),
    idioms: idioms.all(tokens, words),
    phrase: phrases.first(tokens, words),
    manners: manners.all(tokens, words),
  };
  known.set(draft, signs);
  return signs;
}
