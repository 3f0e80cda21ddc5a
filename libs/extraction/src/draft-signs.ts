import { type AccusingSigns, accusingSigns } from './lexicon/deeds.js';
import { type AccusingPhrase, findAccusingPhrase } from './lexicon/wrongdoing.js';
import { textOf } from './people.js';
import { type Draft } from './reading.js';

/** What the patterns of the lexicons find in a draft. */
export interface Signs extends AccusingSigns {
  /** The draft in lower case, its words as they stand. */
  readonly words: string;
  readonly phrase: AccusingPhrase | null;
}

const known = new WeakMap<Draft, Signs>();

/** The signs of a draft; several stages ask, they are looked for once. */
export function signsOf(draft: Draft): Signs {
  let signs = known.get(draft);
  if (signs) return signs;
  const words = textOf(draft.tokens, 0, draft.tokens.length).toLowerCase();
  signs = { words, ...accusingSigns(words), phrase: findAccusingPhrase(words) };
  known.set(draft, signs);
  return signs;
}
