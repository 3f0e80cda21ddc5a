import { type Sentence, type Token } from '../words/token.js';
import { wordFact } from '../words/word.js';
import { traitsOf } from './forms.js';

/** Bits of what there is in a sentence: speech in quotation marks, verbs of speech, other reporting words, hints of the rules, a quotation at its start. */
const [SPEECH, TELLS, REPORTS, HINTED, OPENS_QUOTED] = [1, 2, 4, 8, 16];
/** Frames that make a verb one of speech rather than of an act or a state of mind: clause, that, quote, told. */
const SPEECH_FRAMES = 0b100111;
/** How far the bits of a word that reports without being a verb are shifted. */
const NO_VERB = 4;

/** The first code of a cue in hints. */
const CUE = 5;

/** What a word reports as a verb, and shifted by `NO_VERB` as anything else. */
const reportingBits = wordFact<number>((word) => {
  const { frames, lexicon } = traitsOf(word);
  const sort = (frames & SPEECH_FRAMES) !== 0 ? TELLS : REPORTS;
  return (frames === 0 ? 0 : sort) | ((lexicon & 1) === 0 ? 0 : sort << NO_VERB);
}, 0);

/** What a token reports: by what it is as a verb, or as anything else; nothing within quotations. */
function reportOf({ quote, pos, word }: Token): number {
  if (quote !== 'outside') return 0;
  const bits = reportingBits(word);
  return pos === 'VERB' ? bits & (TELLS | REPORTS) : bits >> NO_VERB;
}

/** What kind of sentence it is, as a number from 1: a feature of its tokens. `hinted`: whether the rules found something in it. */
export function sentenceKind({ tokens }: Sentence, hinted: boolean): number {
  let bits = hinted ? HINTED : 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    bits |= token.quote === 'speech' ? SPEECH : reportOf(token);
  }
  if (tokens[0] !== undefined && tokens[0].quote !== 'outside') bits |= OPENS_QUOTED;
  return bits + 1;
}

/**
 * Whether the rules have surely read a sentence of this kind, in which they found something: it begins with what somebody says, or
 * it tells of records and deeds, without a verb of telling. There the tagger changed next to nothing, for better or worse.
 */
export function isSettled(kind: number): boolean {
  const bits = kind - 1;
  return (bits & (SPEECH | OPENS_QUOTED)) === (SPEECH | OPENS_QUOTED) || (bits & (SPEECH | TELLS)) === 0;
}

/**
 * Whether the rules left something open in a sentence: a word of which they said nothing, or one that may report besides their cue; or it
 * holds speech, of which the rules are less sure than of words told. `roles` are the hints' codes.
 */
export function isOpen({ tokens }: Sentence, roles: Uint8Array, kind: number): boolean {
  if (((kind - 1) & SPEECH) !== 0) return true;
  for (let i = 0; i < tokens.length; i += 1) {
    const [token, role] = [tokens[i] as Token, roles[i] as number];
    if (role === 0 ? token.pos !== 'PUNCT' : role < CUE && reportOf(token) !== 0) return true;
  }
  return false;
}
