import { wordSet } from '../lexicon/word-list.js';

const ENGLISH =
  'the of and to in a is that for it was on are as with his they at be this have from or had by but not what all were we when your can said there an each which she do their if will up other about out many then them these so some her would make like him has more been its who now people than into over after also could was did my he i you';
/** Words looked at from the start of a text. */
const SAMPLE = 400;
/** UTF-16 units in which English mostly shows already: by such a share of common words, and so many times that of any other language. */
const GLANCE = { units: 600, words: 60, share: 0.3, lead: 3 };

/** Common words of other languages in Latin letters, enough to name the language where the text is not English. */
const LANGUAGES: readonly (readonly [string, string])[] = [
  ['en', ENGLISH],
  [
    'de',
    'der die und das ist nicht ein eine zu den von mit sich des auf für im dem auch als wie nach bei aus wird sind war haben einer über',
  ],
  [
    'fr',
    'le la les et des un une est que dans qui pour pas sur au par il avec plus ce ne sont elle mais ont été aux cette',
  ],
  ['es', 'el la los las y que de en un una es por con para del se no al lo como más pero sus su ha fue este son'],
  ['it', 'il la che di e un una per non con del si dei alla della sono è gli nel anche più come ha dal le'],
  ['pt', 'o a os as e que de em um uma para com não por do da no na se mais como foi dos das ao é'],
  ['nl', 'de het een en van in is dat op te zijn met voor niet aan er om ook als bij door naar uit over werd'],
  ['sv', 'och att det som en på är av för med den till inte har de om ett han var jag från vi kan'],
  ['pl', 'i w na z do nie się że to jest o jak ale po co tak za od przez dla są był który'],
];

/** For each common word the languages it belongs to, by their places in `LANGUAGES`. */
const COMMON = new Map<string, number[]>();
const NONE: readonly number[] = [];
for (const [at, [, list]] of LANGUAGES.entries())
  for (const word of wordSet(list)) COMMON.set(word, [...(COMMON.get(word) ?? []), at]);

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];

/**
 * ISO 639-1 code of the language of a text, `und` where nothing can be told. Only English is analysed, so this errs
 * towards English for short texts in Latin letters that match no other language better.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, 6000);
  if (!isPlainlyLatin(sample)) {
    const letters = sample.match(/\p{L}/gu)?.length ?? 0;
    if (letters === 0) return 'und';
    for (const [code, script] of SCRIPTS) if ((sample.match(script)?.length ?? 0) > 0.3 * letters) return code;
  }
  if (isPlainlyEnglish(sample)) return 'en';
  const { words, shares } = commonWords(sample.toLowerCase());
  const [english = 0, ...others] = shares;
  const most = Math.max(...others);
  if (english >= 0.12 && english >= most) return 'en';
  if (most > english && most >= 0.12) return LANGUAGES[1 + others.indexOf(most)]?.[0] ?? 'und';
  return words < 40 || english >= 0.06 ? 'en' : 'und';
}

/** Whether the first words tell: then the others need not be counted. */
function isPlainlyEnglish(sample: string): boolean {
  const { words, shares } = commonWords(sample.slice(0, GLANCE.units).toLowerCase());
  const [english = 0, ...others] = shares;
  return words >= GLANCE.words && english >= GLANCE.share && others.every((share) => english >= GLANCE.lead * share);
}

/** Whether plain Latin letters outnumber so clearly whatever lies beyond Latin that no other script needs to be looked for. */
function isPlainlyLatin(sample: string): boolean {
  let [latin, beyond] = [0, 0];
  for (let i = 0; i < sample.length; i += 1) {
    const code = sample.charCodeAt(i);
    if ((code | 32) >= 97 && (code | 32) <= 122) latin += 1;
    else if (code >= 0x370 && (code < 0x1e00 || code > 0x20ff)) beyond += 1;
  }
  return latin > 0 && beyond <= 0.3 * latin;
}

/** How many words there are, up to `SAMPLE`, and which share of them is common in each of the `LANGUAGES`. */
function commonWords(lower: string): { readonly words: number; readonly shares: readonly number[] } {
  const counts = LANGUAGES.map(() => 0);
  const words = firstWords(lower);
  for (const word of words) for (const at of COMMON.get(word) ?? NONE) counts[at] = (counts[at] ?? 0) + 1;
  return { words: words.length, shares: counts.map((count) => count / words.length) };
}

/** The first words, up to `SAMPLE`: mostly the beginning holds enough, and the rest need not be looked through. */
function firstWords(lower: string): readonly string[] {
  const beginning = lower.slice(0, 8 * SAMPLE).match(WORDS) ?? [];
  // One more than are asked for: where the beginning ends it may cut a word in two.
  const enough = beginning.length > SAMPLE || lower.length <= 8 * SAMPLE;
  return (enough ? beginning : (lower.match(WORDS) ?? [])).slice(0, SAMPLE);
}

const WORDS = /\p{L}+/gu;
