import { posAt, wordAt } from '../words/token-at.js';
import { DOCUMENT_HEADS, PERSON_TITLES } from '../lexicon/sources.js';
import { nounClass } from '../lexicon/noun-classes.js';
import { type Range } from '../grammar/noun-phrases.js';
import { type Name } from '../words/names.js';
import { type Token } from '../words/token.js';
import { type Headed } from './unnamed-sources.js';

// What a name in a source phrase stands for, where it is not the source itself.

/** "A grandmother from Neah Prairie": where somebody is from, not who it is. */
export const isPlaceOf = ({ tokens, phrase }: Headed, name: Name): boolean =>
  name.start > 0 &&
  /^(?:from|to|in|at|near|outside|behind)$/.test(
    wordAt(tokens, phrase.start + name.start - (wordAt(tokens, phrase.start + name.start - 1) === 'the' ? 2 : 1)),
  );

/** "A spokesman for Premier Orlova": whom somebody speaks for, not who it is. */
export const isPrincipal = ({ tokens, phrase, head }: Headed, name: Name): boolean =>
  name.start > 0 &&
  wordAt(tokens, phrase.start + name.start - 1) === 'for' &&
  head.pos === 'NOUN' &&
  (PERSON_TITLES.has(head.lower) || nounClass(head.lower) === 'person');

/** "Fair Ledger", "the Weekly Recorder": a record's word as part of a name. */
export const isNameOfBody = ({ head, phrase, tokens }: Headed): boolean =>
  head.pos === 'PROPN' &&
  (!DOCUMENT_HEADS.has(head.lower) || isBusinessName(tokens, phrase, head)) &&
  phrase.end - phrase.start > 1 &&
  head !== tokens[phrase.start];

/** "Redwater Records", "Golden Numbers": two capitals and no article. */
const isBusinessName = (tokens: readonly Token[], phrase: Range, head: Token): boolean =>
  /^(?:records|numbers|papers|files|figures|notes|label|policy|research|data)$/.test(head.lower) &&
  /^\p{Lu}/u.test(head.text) &&
  posAt(tokens, phrase.start) === 'PROPN' &&
  tokens[phrase.start + 1] === head;
