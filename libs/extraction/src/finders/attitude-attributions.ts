import { speakerBefore } from './owners.js';
import { contentEnd, phraseContentEnd } from '../grammar/content-ends.js';
import { type Found } from '../attributions/found.js';
import { finiteEnd } from './own-voice.js';
import { phraseStartingAt } from '../grammar/noun-phrases.js';
import { verbOf } from '../lexicon/reporting-verbs.js';
import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFact, wordFlag } from '../words/word.js';
import { idiomsFrom, wordsAhead } from './attitude-idioms.js';
import { wordSet } from '../lexicon/word-list.js';

/** Adjectives of somebody who holds something to be so, or takes it so or so. */
const ATTITUDES = wordSet(
  'sure certain convinced confident adamant positive doubtful sceptical skeptical unsure uncertain unconvinced hopeful optimistic pessimistic fearful worried concerned relieved furious angry livid incensed outraged indignant pleased delighted disappointed dismayed unhappy aghast appalled scathing dismissive critical unrepentant unapologetic unmoved impressed unimpressed split divided insistent resigned anxious wary persuaded unpersuaded troubled puzzled baffled bemused surprised shocked amazed alarmed proud grateful glad ashamed afraid bitter unimpressed enthusiastic',
);
/** Adjectives of how somebody puts or takes a thing, before "that", "about" or a colon only. */
const MANNERS = wordSet(
  'clear satisfied frank blunt brief candid emphatic explicit unequivocal categorical firm curt terse direct plain philosophical sanguine bullish bearish upbeat gloomy lukewarm sorry content vehement fair generous careful scrupulous succinct dry matter-of-fact positive fatalistic stoical sheepish wistful rueful defiant',
);
const LINKING = wordSet(
  "is are was were remain remains remained seem seems seemed appear appears appeared sound sounds sounded feel feels felt stay stays stayed died left emerged ’s 's",
);
const ABOUT = /^(?:about|over|by|on|at|of)$/;
/** Adjectives of what somebody means to do: "is minded to fine them". */
const MEANING = wordSet(
  'minded inclined disposed determined resolved keen eager anxious loath reluctant unwilling willing prepared desperate impatient',
);

/** How somebody takes a thing, puts it, or is minded; null for all other words. */
const adjectiveOf = wordFact(({ lower }): 'manner' | 'attitude' | 'aim' | null =>
  MANNERS.has(lower) ? 'manner' : ATTITUDES.has(lower) ? 'attitude' : MEANING.has(lower) ? 'aim' : null,
);

/** Verbs that open an idiom of saying or holding. */
export const opensAttitude = wordFlag(({ lower }) =>
  /^(?:is|are|was|were|be|being|remains?|remained|seems?|seemed|appears?|appeared|sounds?|sounded|[’']s|let|lets|made|makes?|making|has|have|had|takes?|took|came|comes?|gives?|gave|will|would|wo|ca|can|could|cannot|owns?|owned|thinks?|thought|speaks?|spoke|washed|washes|sets?|turned|puts?|goes|went|calls?|called|swears?|swore|looks?|looked|holds?|held|holding|toys|toyed|died|left|emerged|feels?|felt|stays?|stayed)$/.test(
    lower,
  ),
);

/** "is convinced that", "are furious about", "is of the opinion that", "let slip that": how somebody takes a thing, by words that are no verb of saying. */
export function attitudeAttribution(tokens: readonly Token[], last: number): Found | null {
  for (let at = 1; at < last - 2; at += 1) {
    const token = tokens[at];
    if (!token || token.quote !== 'outside' || !opensAttitude(token.word)) continue;
    const content = idiom(tokens, at) ?? adjective(tokens, at, last);
    if (!content) continue;
    let start = at;
    while (start > 0 && /^(?:AUX|ADV)$/.test(posAt(tokens, start - 1))) start -= 1;
    const source = speakerBefore(tokens, at);
    if (!source) continue;
    const end = (content.phrase ? phraseContentEnd : contentEnd)(tokens, content.from, last);
    return { source, cue: { start, end: content.cueEnd }, content: [{ start: content.from, end }], manner: 'mind' };
  }
  return null;
}

interface Opening {
  readonly cueEnd: number;
  readonly from: number;
  readonly phrase: boolean;
}

function idiom(tokens: readonly Token[], at: number): Opening | null {
  const opening = idiomsFrom(tokens, at);
  if (!opening) return null;
  const ahead = wordsAhead(tokens, at);
  const clause = opening.clause?.exec(ahead);
  const match = clause ?? opening.phrase?.exec(ahead);
  if (!match) return null;
  const from = at + match[0].trimEnd().split(' ').length;
  return { cueEnd: from, from, phrase: !clause };
}

function adjective(tokens: readonly Token[], at: number, last: number): Opening | null {
  if (!LINKING.has(wordAt(tokens, at))) return null;
  let i = at + 1;
  while (
    i - at < 4 &&
    (/^(?:ADV|PART)$/.test(posAt(tokens, i)) || /^(?:less|more|not|so|far)$/.test(wordAt(tokens, i)))
  )
    i += 1;
  const next = i + 1;
  const held = next < last ? adjectiveOf((tokens[i] as Token).word) : null;
  if (held === null) return null;
  if (held === 'aim') return meansTo(tokens, at, i);
  const manner = held === 'manner';
  if (/^(?:that|whether)$/.test(wordAt(tokens, next))) return { cueEnd: next, from: next, phrase: false };
  if (textAt(tokens, next) === ':' && quoteAt(tokens, next + 1) === 'outside')
    return { cueEnd: next, from: next + 1, phrase: false };
  if ((manner ? /^about$/ : ABOUT).test(wordAt(tokens, next)))
    return { cueEnd: next + 1, from: next + 1, phrase: true };
  return !manner && opensBareClause(tokens, next) ? { cueEnd: next, from: next, phrase: false } : null;
}

/** "is minded to fine the club": now, and to do what is no saying. */
function meansTo(tokens: readonly Token[], at: number, adjectiveAt: number): Opening | null {
  if (!/^(?:is|are|[’']s|remains?)$/.test(wordAt(tokens, at))) return null;
  const to = adjectiveAt + 1;
  const verb = tokens[to + 1];
  if (wordAt(tokens, to) !== 'to' || verb?.pos !== 'VERB' || verbOf(verb.word)) return null;
  return { cueEnd: to, from: to, phrase: true };
}

/** "is sure there was none", "are confident the wall will hold". */
function opensBareClause(tokens: readonly Token[], at: number): boolean {
  if (wordAt(tokens, at) === 'there') return finiteEnd(tokens, at + 1) > 0;
  const phrase = /^(?:DET|PRON|PROPN)$/.test(posAt(tokens, at)) ? phraseStartingAt(tokens, at) : null;
  return phrase !== null && finiteEnd(tokens, phrase.end) > 0;
}
