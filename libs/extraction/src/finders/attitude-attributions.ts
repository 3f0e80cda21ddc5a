import { speakerBefore } from './owners.js';
import { contentEnd, phraseContentEnd } from '../grammar/content-ends.js';
import { type Found } from '../attributions/found.js';
import { finiteEnd } from './own-voice.js';
import { phraseStartingAt } from '../grammar/noun-phrases.js';
import { verbOf } from '../lexicon/reporting-verbs.js';
import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFlag } from '../words/word.js';
import { wordSet } from '../lexicon/word-list.js';

/** Adjectives of somebody who holds something to be so, or takes it so or so. */
const ATTITUDES = wordSet(
  'sure certain convinced confident adamant positive doubtful sceptical skeptical unsure uncertain unconvinced hopeful optimistic pessimistic fearful worried concerned relieved furious angry livid incensed outraged indignant pleased delighted disappointed dismayed unhappy aghast appalled scathing dismissive critical unrepentant unapologetic unmoved impressed unimpressed split divided insistent resigned anxious wary persuaded unpersuaded troubled puzzled baffled bemused surprised shocked amazed alarmed proud grateful glad ashamed afraid bitter unimpressed enthusiastic',
);
/** Adjectives of how somebody puts or takes a thing, before "that", "about" or a colon only. */
const MANNERS = wordSet(
  'clear satisfied frank blunt brief candid emphatic explicit unequivocal categorical firm curt terse direct plain philosophical sanguine bullish bearish upbeat gloomy lukewarm sorry content vehement fair generous careful scrupulous succinct dry matter-of-fact positive fatalistic stoical sheepish wistful rueful defiant',
);
const LINKING =
  /^(?:is|are|was|were|remain|remains|remained|seem|seems|seemed|appear|appears|appeared|sound|sounds|sounded|feels?|felt|stays?|stayed|died|left|emerged|[’']s)$/;
const ABOUT = /^(?:about|over|by|on|at|of)$/;
/** Adjectives of what somebody means to do: "is minded to fine them". */
const MEANING = wordSet(
  'minded inclined disposed determined resolved keen eager anxious loath reluctant unwilling willing prepared desperate impatient',
);

/** Verbs that open an idiom of saying or holding. */
export const opensAttitude = wordFlag(({ lower }) =>
  /^(?:is|are|was|were|be|being|remains?|remained|seems?|seemed|appears?|appeared|sounds?|sounded|[’']s|let|lets|made|makes?|making|has|have|had|takes?|took|came|comes?|gives?|gave|will|would|wo|ca|can|could|cannot|owns?|owned|thinks?|thought|speaks?|spoke|washed|washes|sets?|turned|puts?|goes|went|calls?|called|swears?|swore|looks?|looked|holds?|held|holding|toys|toyed|died|left|emerged|feels?|felt|stays?|stayed)$/.test(
    lower,
  ),
);

const NOT = "(?: not| n[’']t)?";
const BEING = "(?:is|was|are|were|[’']s)";
const idioms = (...lines: readonly string[]): RegExp => new RegExp(`^(?:${lines.join('|')})`);

/** "let slip that", "makes clear that", "will not have it that": verb and noun together say or hold what the clause behind them tells. */
const CLAUSE_IDIOMS = idioms(
  'lets? (?:it )?(?:slip|be known) (?=that\\b)',
  'lets? (?:the \\S+|us|people|everybody|everyone|all) (?:\\S+ )?know (?=that\\b)',
  'ma(?:de|kes?|king)(?: it)?(?: very| quite| perfectly| abundantly| painfully| all too)? (?:clear|plain|known|obvious) (?=that\\b)',
  'c(?:omes?|ame)(?: round| around)? to the (?:view|conclusion|opinion|belief) (?=that\\b)',
  '(?:gave|gives?) the impression (?=that\\b)',
  `${BEING} (?:of the (?:firm )?(?:opinion|view|belief|mind)|in no doubt|under the impression|on record as \\S+ing) (?=that\\b)`,
  `(?:will|would|wo)${NOT} have it (?=that\\b)`,
  'ha(?:s|ve|d) it from (?:\\S+ ){1,3}(?=that\\b)',
  'would have (?:us|you|people|everyone|the \\S+) (?:believe|think|know|remember|see) (?:, \\S+ , )?(?=that\\b)?',
  "(?:can|could|ca)(?:not| not| n[’']t) (?:shake off|escape|get away from|rid \\S+ of) the (?:thought|feeling|idea|suspicion|sense) (?=that\\b)",
  "(?:can|could|ca)(?:not| not| n[’']t) help (?:thinking|feeling|wondering|suspecting) (?=that\\b)?",
  't(?:akes?|ook) it (?:as read|for granted|on trust|amiss) (?=that\\b)',
  'puts? it (?:about|to (?:\\S+ ){1,3})(?=that\\b)',
  'swears? blind (?=that\\b)?',
  '(?:goes|went|gone) on record (?:as saying|to say) ',
  `${BEING} (?:\\S+ )?to have it known (?=that\\b)`,
  'would (?:much |far )?(?:rather|sooner) ',
  'would be (?:much |most |very )?(?:obliged|grateful|glad|happy|delighted|sorry|surprised) (?=if\\b|to\\b)',
);

/** "will not hear of", "is all for", "came out against": what they take or leave stands behind as a phrase. */
const PHRASE_IDIOMS = idioms(
  `(?:will|would|wo)${NOT} hear (?:of|(?:a |no |any )?(?:word|talk) (?:of|against)|nothing (?:of|against)) `,
  `(?:(?:will|would|wo) have|${BEING} having|ha[sd]) none of `,
  `${BEING} all for `,
  `${BEING} (?:dead|dead set|set|firmly|strongly|flatly|implacably|utterly|bitterly|resolutely) against `,
  `${BEING} (?:strongly |firmly |very much |all )?in favou?r of `,
  'c(?:omes?|ame) out (?:strongly |firmly )?(?:for|against|in (?:favou?r|support|defen[cs]e) of) ',
  'own(?:s|ed) (?:up )?to ',
  '(?:set|sets|turned) (?:his|her|its|their) face against ',
  '(?:thinks?|thought) (?:little|nothing|better|highly|well|poorly|less|more|the world|a great deal) of ',
  '(?:speaks?|spoke|spoken) (?:well|ill|highly|warmly|kindly|fondly|up for|out against|in (?:favou?r|defen[cs]e) of) (?:of )?',
  '(?:washe[sd]) (?:his|her|its|their) hands of ',
  'ha(?:s|ve|d) had enough of ',
  `${BEING} sick (?:and tired )?of `,
  'call(?:s|ed) time on ',
  `${BEING} (?:betting|banking|counting) on `,
  "(?:can|could|ca)(?:not| not| n[’']t) (?:abide|stand|bear|stomach) (?=the|that|this|his|her|its|their|being|a )",
  'look(?:s|ed) forward to ',
  '(?:holds?|held|holding) out (?:for|against) ',
  `${BEING} (?:thinking of|toying with|considering|contemplating|mulling|weighing) (?=\\S+ing\\b)`,
  'toy(?:s|ed) with (?=\\S+ing\\b|the idea)',
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

/** As many words as the longest idiom has. */
const LONGEST_IDIOM = 9;

function idiom(tokens: readonly Token[], at: number): Opening | null {
  let ahead = '';
  for (let i = at; i < Math.min(tokens.length, at + LONGEST_IDIOM); i += 1) ahead += `${wordAt(tokens, i)} `;
  const clause = CLAUSE_IDIOMS.exec(ahead);
  const match = clause ?? PHRASE_IDIOMS.exec(ahead);
  if (!match) return null;
  const from = at + match[0].trimEnd().split(' ').length;
  return { cueEnd: from, from, phrase: !clause };
}

function adjective(tokens: readonly Token[], at: number, last: number): Opening | null {
  if (!LINKING.test(wordAt(tokens, at))) return null;
  let i = at + 1;
  while (
    i - at < 4 &&
    (/^(?:ADV|PART)$/.test(posAt(tokens, i)) || /^(?:less|more|not|so|far)$/.test(wordAt(tokens, i)))
  )
    i += 1;
  const [word, next] = [wordAt(tokens, i), i + 1];
  if (next >= last) return null;
  const manner = MANNERS.has(word);
  if (!manner && !ATTITUDES.has(word)) return meansTo(tokens, at, i);
  if (/^(?:that|whether)$/.test(wordAt(tokens, next))) return { cueEnd: next, from: next, phrase: false };
  if (textAt(tokens, next) === ':' && quoteAt(tokens, next + 1) === 'outside')
    return { cueEnd: next, from: next + 1, phrase: false };
  if ((manner ? /^about$/ : ABOUT).test(wordAt(tokens, next)))
    return { cueEnd: next + 1, from: next + 1, phrase: true };
  return !manner && opensBareClause(tokens, next) ? { cueEnd: next, from: next, phrase: false } : null;
}

/** "is minded to fine the club": now, and to do what is no saying. */
function meansTo(tokens: readonly Token[], at: number, adjectiveAt: number): Opening | null {
  if (!MEANING.has(wordAt(tokens, adjectiveAt)) || !/^(?:is|are|[’']s|remains?)$/.test(wordAt(tokens, at))) return null;
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
