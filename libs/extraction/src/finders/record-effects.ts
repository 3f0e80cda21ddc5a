import { posAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { singular } from '../lexicon/noun-classes.js';
import { wordSet } from '../lexicon/word-list.js';

// What a record does to people and things, by the same verbs by which it tells: "the ruling gives hope", "the letter made her cry".

/** By verb, the words behind it that make it an effect. */
const EFFECTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    give: wordSet(
      'hope hopes lift lead boost edge comfort heart pause impetus ammunition weight cover satisfaction pleasure relief momentum rise way credence fright',
    ),
    put: wordSet('risk doubt danger jeopardy strain pressure hold paid end spotlight back off pay'),
    set: wordSet('precedent tone stage scene motion example fire'),
    prove: wordSet(
      'wrong right useless popular fatal decisive costly difficult hard impossible too true false accurate prophetic premature',
    ),
    divide: wordSet('family town party country nation council opinion village critics'),
    catch: wordSet('fire'),
    raises: wordSet(
      'question questions concern concerns doubt doubts fears fear hope hopes eyebrows prospect stakes alarm possibility spectre specter issue issues funds money cash',
    ),
    offers: wordSet('hope comfort chance glimpse lesson lessons way relief insight model'),
    follows: wordSet(
      'report reports months weeks years days complaint complaints death talks inquiry investigation string series decision pressure revelations similar another',
    ),
    sends: wordSet('shares shockwaves shock message signal prices shivers him her them'),
    cost: wordSet('him her them lives jobs election seat'),
    make: wordSet('him her them us me reading headlines waves sense history money difference enemies'),
    have: wordSet('gone become come proved won lost cover editor reader readers user users'),
  }),
);

const LEMMAS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    gives: 'give',
    gave: 'give',
    given: 'give',
    makes: 'make',
    made: 'make',
    puts: 'put',
    sets: 'set',
    proves: 'prove',
    proved: 'prove',
    divides: 'divide',
    divided: 'divide',
    caught: 'catch',
    catches: 'catch',
    costs: 'cost',
    has: 'have',
    had: 'have',
  }),
);

/** Records that are things too, with what they do as such. */
const AS_THINGS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    tape: /^(?:hold|cover|bind|mark|run)/,
    sheet: /^(?:cover|hold|catch|caught)/,
    map: /^(?:cover|hold)/,
    chart: /^(?:cover|hold)/,
    paper: /^(?:cover|hold|has|have|had|carr|print|bear|address)/,
    folder: /^(?:cover|hold|has|have|had)/,
    binder: /^(?:cover|hold|has|have|had|bind)/,
    table: /^(?:hold|bear|cover|set|has|have|had|carr)/,
    bill: /^(?:c[ao]me|has|have|had|clear)/,
    record: /^(?:stands?|stood|include|speak|spoke|has|have|had|set)/,
    order: /^(?:has|have|had|stands?|stood)/,
    settlement: /^(?:has|have|had|stands?|stood|hold|held)/,
    archive: /^(?:has|have|had)/,
    account: /^(?:has|have|had|hold|held)/,
    figure: /^(?:has|have|had|hold|held|carr)/,
    journal: /^(?:has|have|had)/,
    bulletin: /^(?:has|have|had)/,
    cheque: /^(?:has|have|had|stop)/,
    camera: /^(?:has|have|had)/,
    model: /^(?:has|have|had|carr)/,
    note: /^(?:has|have|had|hold|held|carr|r[aiou]se|set|offer)/,
    phone:
      /^(?:has|have|had|hold|held|carr|set|g[ai]ve|offer|cost|weigh|let|make|made|ban|allow|follow|send|sent|rais|break|broke)/,
    telephone: /^(?:has|have|had|hold|held|set|offer|cost|break|broke)/,
    counter: /^(?:has|have|had|hold|held|offer|set|give|charge)/,
    it: /^(?:has|have|had)$/,
    they: /^(?:has|have|had)$/,
  }),
);

const FILMS =
  /^(?:cameras?|cctv|footage|tapes?|videos?|recordings?|films?|radar|dashcam|satellites?|photographs?|microphones?)$/;

/** "The archive has the coast thinning", "the card has him in three towns": told, not owned. */
const hasItSo = (tokens: readonly Token[], at: number): boolean =>
  /^ha[sdv]e?$/.test(wordAt(tokens, at)) &&
  (/^(?:him|her|them|us|me|you)$/.test(wordAt(tokens, at + 1)) ||
    tokens.slice(at + 2, at + 7).some(({ pos, lower }) => pos === 'VERB' && lower.endsWith('ing')));

/** Whether the verb at `at` tells what the record with its head at `head` does, not what stands in it. */
export function isEffect(tokens: readonly Token[], at: number, head: number): boolean {
  const verb = wordAt(tokens, at);
  const word = wordAt(tokens, head);
  if ((AS_THINGS.get(word) ?? AS_THINGS.get(singular(word)))?.test(verb) && !hasItSo(tokens, at)) return true;
  const lemma = LEMMAS.get(verb) ?? verb;
  if (lemma === 'catch' && !FILMS.test(word)) return true;
  const effects = EFFECTS.get(lemma);
  if (!effects) return false;
  for (let i = at + 1; i <= at + 6 && i < tokens.length; i += 1) {
    if (posAt(tokens, i) === 'PUNCT') return false;
    if (effects.has(wordAt(tokens, i))) return true;
  }
  return false;
}
