import { headOf, phraseStartingAt } from './noun-phrases.js';
import { posAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordSet } from '../lexicon/word-list.js';

/** By what or through whom something is told. */
const MEDIA = wordSet(
  'email emails e-mail e-mails interview interviews letter letters statement statements court evidence video videos post posts speech speeches testimony tweet tweets message messages call calls memo solicitors solicitor lawyers lawyer attorney attorneys parliament public private writing person note broadcast affidavit hearing conversation conversations phone telephone stand oath camera television radio terms tones language',
);
const NO_LINKS: ReadonlySet<string> = new Set();

/** Where what is said begins behind a medium at `at` ("denied | in an email ever | taking a cent"); 0 where no medium stands there. */
export function behindMedium(tokens: readonly Token[], at: number): number {
  if (!/^(?:in|through|via|by|on|during|over)$/.test(wordAt(tokens, at))) return 0;
  const phrase = phraseStartingAt(tokens, at + 1, NO_LINKS);
  if (!phrase || !MEDIA.has(wordAt(tokens, headOf(tokens, phrase)))) return 0;
  const end = posAt(tokens, phrase.end) === 'ADV' ? phrase.end + 1 : phrase.end;
  return behindDay(tokens, end) || end;
}

/** "condemned on Wednesday | the wrecking": behind a day; 0 where none stands there. */
export function behindDay(tokens: readonly Token[], at: number): number {
  const day = wordAt(tokens, at) === 'on' ? at + 1 : at;
  if (!DAYS.test(wordAt(tokens, day))) return 0;
  return /^(?:morning|afternoon|evening|night)$/.test(wordAt(tokens, day + 1)) ? day + 2 : day + 1;
}

const DAYS = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)$/;
