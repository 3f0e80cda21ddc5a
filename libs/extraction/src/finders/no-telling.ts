import { posAt, wordAt } from '../words/token-at.js';
import { nounClass } from '../lexicon/noun-classes.js';
import { DOCUMENT_HEADS, ORGANIZATION_HEADS } from '../lexicon/sources.js';
import { type Range, headOf, isNominal, phraseStartingAt } from '../grammar/noun-phrases.js';
import { type Token } from '../words/token.js';
import { wordSet } from '../lexicon/word-list.js';

// Where a verb of saying tells nothing: a name, a question, somebody let in, a deed to come.

/** "has admitted 400 students": lets in, owns nothing. */
export function admitsSomebody(tokens: readonly Token[], at: number): boolean {
  if (wordAt(tokens, at) === 'that') return false;
  const phrase = phraseStartingAt(tokens, at);
  const head = phrase ? wordAt(tokens, headOf(tokens, phrase)) : '';
  return head !== '' && nounClass(head) === 'person' && posAt(tokens, phrase?.end ?? at) !== 'AUX';
}

/** "Voters will decide whether", "MPs will question the directors": what is yet to be done is not said. */
export const FUTURE_DEEDS = wordSet(
  'decide consider discuss question support oppose back challenge contest review examine describe determine rule',
);

/** "who" takes up somebody: not in a question, not behind "anyone". */
export const hasAntecedent = (tokens: readonly Token[], phrase: Range): boolean =>
  wordAt(tokens, phrase.start) !== 'who' ||
  (phrase.start > 0 &&
    isNominal(tokens[posAt(tokens, phrase.start - 1) === 'PUNCT' ? phrase.start - 2 : phrase.start - 1]) &&
    !/^(?:anyone|anybody|nobody|everyone|everybody|know|knows|ask|asks|asked|wonder|and|but)$/.test(
      wordAt(tokens, phrase.start - 1),
    ));

/** "says nothing", "says more about the plant than …", "said good night to his wife": nothing is told. */
export const saysNothing = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at) === 'nothing' ||
  (/^(?:hello|goodbye|grace|mass|prayers|farewell)$/.test(wordAt(tokens, at)) && posAt(tokens, at + 1) !== 'AUX') ||
  (wordAt(tokens, at) === 'good' && /^(?:night|bye|morning|evening)$/.test(wordAt(tokens, at + 1))) ||
  (/^(?:more|much|less|something|everything|volumes|lot)$/.test(wordAt(tokens, at)) &&
    wordAt(tokens, at + 1) === 'about');

/** "a landowner called Lord Mizzle": a name is told, nothing is said. */
export const isNaming = (tokens: readonly Token[], at: number, subject: Range): boolean =>
  /^(?:an?|one|another)$/.test(wordAt(tokens, subject.start)) && posAt(tokens, at + 1) === 'PROPN';

/** "people who opposed it had fair reasons": who is meant is told, not what they say; behind a comma the clause tells something of its own. */
export const pointsOut = (tokens: readonly Token[], subject: Range): boolean =>
  subject.end - subject.start === 1 &&
  /^(?:who|that)$/.test(wordAt(tokens, subject.start)) &&
  !(wordAt(tokens, 0) === 'it' && /^(?:is|was)$/.test(wordAt(tokens, 1))) &&
  posAt(tokens, subject.start - 1) !== 'PUNCT';

/** "wrote that programme and hired it out", "had been writing the second one": a text is made, nothing is said in it. */
export function makesText(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (
    !next ||
    next.quote !== 'outside' ||
    (next.lower === 'that' && posAt(tokens, at + 1) !== 'NOUN') ||
    !/^(?:that|this|the|a|an|his|her|its|their|two|three|it)$/.test(next.lower)
  )
    return false;
  const phrase = phraseStartingAt(tokens, at);
  return (
    phrase !== null && !/^(?:AUX|VERB)$/.test(posAt(tokens, phrase.end)) && posAt(tokens, phrase.end + 1) !== 'AUX'
  );
}

/** "recalled 1.1 million cans", "frostbite had claimed two fingers": a number of things, not a thing said. */
export const takesThings = (tokens: readonly Token[], at: number): boolean =>
  /^(?:NUM|SYM)$/.test(posAt(tokens, at)) &&
  !/^(?:AUX|VERB)$/.test(posAt(tokens, phraseStartingAt(tokens, at)?.end ?? at));

/** "who asked not to be named", "who wished to be left out of it": about the telling, not told. */
export const staysUnnamed = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(at, at + 6)
    .some(({ lower }) => /^(?:named|identified|anonymity|anonymous|unnamed|nameless|quoted|left)$/.test(lower));

/**
 * Verbs that tell something only with some objects: what is to come is seen ("sees no relief"), what a body counts is told ("the charity
 * counted 212 calls"), what is planned is yet to be, and a thing is given as a figure.
 */
export const TELLING_OBJECTS: ReadonlyMap<string, (tokens: readonly Token[], at: number, head: string) => boolean> =
  new Map([
    ['see', (tokens, at) => hasAs(tokens, at) || (/^sees?$/.test(wordAt(tokens, at)) && isOutlook(tokens, at + 1))],
    ['count', (tokens, at, head) => isBody(head) && /^(?:NUM|SYM)$/.test(posAt(tokens, at + 1))],
    ['plan', (tokens, at) => wordAt(tokens, at) !== 'planned' || posAt(tokens, at + 1) !== 'DET'],
    ['remember', (tokens, at) => !/^(?:it|them|him|her)$/.test(wordAt(tokens, at + 1))],
    ['give', (tokens, at, head) => !isRecord(head) && isFigureBehindAs(tokens, at)],
    ['hold', (tokens, at) => wordAt(tokens, at + 1) === 'that' || posAt(tokens, at + 1) !== 'ADP'],
    ['accept', (tokens, at) => wordAt(tokens, at + 1) === 'that' || acceptsBlame(tokens, at + 1)],
    [
      'order',
      (tokens, at) =>
        posAt(tokens, at + 1) !== 'NUM' || /^(?:months|weeks|days|hours|years)$/.test(wordAt(tokens, at + 2)),
    ],
    ['like', (tokens, at) => /^(?:would|[’']d)$/.test(wordAt(tokens, at - 1))],
    ['want', (tokens, at) => wordAt(tokens, at) !== 'wanted' || wordAt(tokens, at + 2) === 'know'],
    ['mean', (tokens, at) => wordAt(tokens, at) !== 'meant'],
  ]);

const isBody = (head: string): boolean => ORGANIZATION_HEADS.has(head) || nounClass(head) === 'group';

/** "accepted responsibility for the death", "accepts the findings": what may be disputed, not what is handed over. */
function acceptsBlame(tokens: readonly Token[], at: number): boolean {
  const phrase = phraseStartingAt(tokens, at);
  const head = phrase ? wordAt(tokens, headOf(tokens, phrase)) : '';
  return /^(?:responsibility|blame|liability|findings?|criticism|ruling|verdict|decision|need|point|resignation|conclusions?|recommendations?|result|defeat|offer|terms|it)$/.test(
    head,
  );
}

const isRecord = (head: string): boolean => DOCUMENT_HEADS.has(head) || nounClass(head) === 'communication';

const hasAs = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at + 2, at + 12).some(({ lower }) => lower === 'as');

/** "sees no relief before harvest", "sees profit of $4", "sees the slump lasting into spring". */
const isOutlook = (tokens: readonly Token[], at: number): boolean =>
  /^(?:no|little|few|more|less|fewer|further)$/.test(wordAt(tokens, at)) ||
  /^(?:NUM|SYM)$/.test(posAt(tokens, at)) ||
  OUTLOOKS.has(wordAt(tokens, at)) ||
  OUTLOOKS.has(wordAt(tokens, headOf(tokens, phraseStartingAt(tokens, at) ?? { start: at, end: at })));

const OUTLOOKS = wordSet(
  'profit profits growth demand sales revenue revenues earnings inflation slump recovery rise fall drop decline loss losses risk risks room scope need reason merit sign signs chance danger prospect signs trouble',
);

/** "gave the number of arrests as 214". */
function isFigureBehindAs(tokens: readonly Token[], at: number): boolean {
  const object = phraseStartingAt(tokens, at + 1);
  if (!object || wordAt(tokens, object.end) !== 'as') return false;
  return /^(?:NUM|SYM)$/.test(posAt(tokens, object.end + 1)) || tokens[object.end + 1]?.quote === 'mark';
}
