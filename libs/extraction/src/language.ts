const ENGLISH = new Set(
  'the of and to in a is that for it was on are as with his they at be this have from or had by but not what all were we when your can said there an each which she do their if will up other about out many then them these so some her would make like him has more been its who now people than into over after also could was did my he i you'.split(
    ' ',
  ),
);
/** Words looked at from the start of a text. */
const SAMPLE = 400;

/** Common words of other languages in Latin letters, enough to name the language where the text is not English. */
const OTHERS: readonly (readonly [string, ReadonlySet<string>])[] = (
  [
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
  ] as const
).map(([code, list]) => [code, new Set(list.split(' '))] as const);

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
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  for (const [code, script] of SCRIPTS) if ((sample.match(script)?.length ?? 0) > 0.3 * letters) return code;
  const words = (sample.toLowerCase().match(/\p{L}+/gu) ?? []).slice(0, SAMPLE);
  const share = (set: ReadonlySet<string>): number => words.filter((word) => set.has(word)).length / words.length;
  const english = share(ENGLISH);
  let best: readonly [string, number] = ['und', 0];
  for (const [code, set] of OTHERS) if (share(set) > best[1]) best = [code, share(set)];
  if (english >= 0.12 && english >= best[1]) return 'en';
  if (best[1] > english && best[1] >= 0.12) return best[0];
  return words.length < 40 || english >= 0.06 ? 'en' : 'und';
}
