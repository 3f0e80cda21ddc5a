import { type AllegationCategory } from '../check.js';
import { type Term, term } from '../learning/features.js';
import { IDIOMS, LAW } from '../lexicon/deeds.js';
import { type Spotted, Spotter, Wording } from '../lexicon/spotter.js';
import { ACCUSAL, DENIAL, HEDGE, PERFECT, PHRASES } from '../lexicon/wrongdoing.js';
import { type Draft } from '../draft.js';
import { type Token } from '../words/token.js';
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

const beginsSign = wordFlag((word) => [laws, idioms, phrases, manners].some((one) => one.canBegin(word)));
const NONE: Signs = { law: [], idioms: [], phrase: null, manners: [] };

/** The signs of a draft; several stages ask, so they are kept with it. */
export function signsOf(draft: Draft): Signs {
  return (draft.signs ??= findSigns(draft));
}

function findSigns({ tokens }: Draft): Signs {
  const places: number[] = [];
  for (let i = 0; i < tokens.length; i += 1) if (beginsSign((tokens[i] as Token).word)) places.push(i);
  if (places.length === 0) return NONE;
  const words = new Wording(tokens, places);
  return { law: laws.all(words), idioms: idioms.all(words), phrase: phrases.first(words), manners: manners.all(words) };
}
