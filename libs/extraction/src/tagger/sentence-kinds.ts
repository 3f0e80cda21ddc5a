import { type Sentence } from '../words/token.js';
import { wordFact } from '../words/word.js';
import { traitsOf } from './forms.js';

/** Bits of what there is in a sentence: speech in quotation marks, verbs of speech, other reporting words, hints of the rules, a quotation at its start. */
const [SPEECH, TELLS, REPORTS, HINTED, OPENS_QUOTED] = [1, 2, 4, 8, 16];
const SPOKEN = SPEECH | HINTED | OPENS_QUOTED;
/** Frames that make a verb one of speech rather than of an act or a state of mind: clause, that, quote, told. */
const SPEECH_FRAMES = 0b100111;
/** How far the bits of a word that reports without being a verb are shifted. */
const NO_VERB = 4;

/** What a word reports as a verb, and shifted by `NO_VERB` as anything else. */
const reportingBits = wordFact<number>((word) => {
  const { frames, lexicon } = traitsOf(word);
  const sort = (frames & SPEECH_FRAMES) !== 0 ? TELLS : REPORTS;
  return (frames === 0 ? 0 : sort) | ((lexicon & 1) === 0 ? 0 : sort << NO_VERB);
}, 0);

/** What kind of sentence it is, as a number from 1: a feature of its tokens. `roles` are the hints' codes, the sentence's from `at` on. */
export function sentenceKind({ tokens }: Sentence, roles: Uint8Array, at: number): number {
  let bits = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token) continue;
    if (token.quote === 'outside') {
      const reports = reportingBits(token.word);
      bits |= token.pos === 'VERB' ? reports & (TELLS | REPORTS) : reports >> NO_VERB;
    } else if (token.quote === 'speech') bits |= SPEECH;
    if (roles[at + i] !== 0) bits |= HINTED;
  }
  if (tokens[0] !== undefined && tokens[0].quote !== 'outside') bits |= OPENS_QUOTED;
  return bits + 1;
}

/**
 * Whether the tagger has nothing to do in a sentence of this kind: no hint of the rules, no quotation, no reporting word; or a sentence
 * that begins with what somebody says, and the rules know who: there it changed no label of the corpus.
 */
export function isQuiet(kind: number): boolean {
  return kind === 1 || ((kind - 1) & SPOKEN) === SPOKEN;
}
