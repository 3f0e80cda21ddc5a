import { isCapitalAt, textAt, wordAt } from '../words/token-at.js';
import { DOCUMENT_HEADS, ORGANIZATION_HEADS, PERSON_TITLES } from '../lexicon/sources.js';
import { nounClass } from '../lexicon/noun-classes.js';
import { type Range, headOf, phraseStartingAt } from '../grammar/noun-phrases.js';
import { type Name } from '../words/names.js';
import { type Token } from '../words/token.js';
import { isOutletWord } from './outlets.js';
import { type Headed } from './unnamed-sources.js';

// What a name in a source phrase stands for, where it is not the source itself.

/** "A grandmother from Neah Prairie": where somebody is from, not who it is. */
export const isPlaceOf = ({ tokens, phrase }: Headed, name: Name): boolean =>
  name.start > 0 &&
  /^(?:from|to|in|on|at|near|off|outside|behind)$/.test(
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
  isPaper(tokens, phrase, head) ||
  isApposed(tokens, phrase, head) ||
  (head.pos === 'PROPN' &&
    (!DOCUMENT_HEADS.has(head.lower) || isBusinessName(tokens, phrase, head)) &&
    phrase.end - phrase.start > 1 &&
    head !== tokens[phrase.start]);

/** "Ocean Ledger, a charity": a name, and behind its comma what kind of body bears it. */
function isApposed(tokens: readonly Token[], phrase: Range, head: Token): boolean {
  const at = tokens.indexOf(head, phrase.start);
  if (!isCapitalAt(tokens, at) || !isCapitalAt(tokens, phrase.start) || textAt(tokens, at + 1) !== ',') return false;
  const apposition = /^(?:an?|the)$/.test(wordAt(tokens, at + 2)) ? phraseStartingAt(tokens, at + 2) : null;
  return apposition !== null && ORGANIZATION_HEADS.has(wordAt(tokens, headOf(tokens, apposition)));
}

/** "The Register said": a paper, where nothing but its name stands there. */
const isPaper = (tokens: readonly Token[], phrase: Range, head: Token): boolean =>
  phrase.end - phrase.start === 2 &&
  wordAt(tokens, phrase.start) === 'the' &&
  isOutletWord(head.lower) &&
  /^\p{Lu}/u.test(head.text);

/** "Redwater Records", "Golden Numbers": capitals and no article; "The Journal of Stone": an article and what it is a journal of. */
function isBusinessName(tokens: readonly Token[], phrase: Range, head: Token): boolean {
  const at = tokens.indexOf(head, phrase.start);
  if (!isCapitalAt(tokens, at)) return false;
  const named = tokens.slice(phrase.start, at).every((token) => token.pos === 'PROPN');
  if (
    named &&
    /^(?:records|numbers|papers|files|figures|notes|label|policy|pictures|research|analytics|data|studies|statistics|films?)$/.test(
      head.lower,
    )
  )
    return true;
  return (
    /^(?:journal|review|annals|bulletin|magazine|proceedings)$/.test(head.lower) &&
    wordAt(tokens, at + 1) === 'of' &&
    isCapitalAt(tokens, at + 2)
  );
}

/** Words for a record that name a house too: "her label, Redwater Records". */
const LABELS = /^(?:label|paper|journal|bulletin)$/;

/** The house that a record's word or a plural stands for: "her label, Redwater Records", "the builders, Harrow & Sons"; else undefined. */
export const houseBehind = ({ head, names, tokens, phrase }: Headed): Name | undefined =>
  names.length > 0 && (LABELS.test(head.lower) || head.lower.endsWith('s'))
    ? names.find(
        ({ start, kind }) =>
          start > 0 &&
          textAt(tokens, phrase.start + start - 1) === ',' &&
          (LABELS.test(head.lower) || (kind === 'organization' && tokens[phrase.start + start - 2] === head)),
      )
    : undefined;
