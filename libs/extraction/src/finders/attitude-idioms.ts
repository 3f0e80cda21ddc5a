import { wordList, wordSet } from '../lexicon/word-list.js';
import { wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFact } from '../words/word.js';

// Idioms in which a verb and the words behind it together say or hold something: "let slip that", "will not hear of".

/** Idioms that one verb opens. They read the words from the verb on, parted and followed by single spaces. */
interface Idioms {
  /** The words that may stand right behind the verb, unless the next but one is "to". */
  readonly next: ReadonlySet<string>;
  /** What the clause behind the idiom tells is said or held. */
  readonly clause: RegExp | null;
  /** What somebody takes or leaves stands behind the idiom as a phrase. */
  readonly phrase: RegExp | null;
}

/** The idioms of one or more verbs; of each idiom what stands behind the verb. */
interface Line {
  readonly verbs: string;
  readonly next: string;
  readonly clause?: readonly string[];
  readonly phrase?: readonly string[];
}

const NOT = " (?:not|n[’']t)";
const HAS_IT = `(?:${NOT})? have it (?=that\\b)`;
const HEARS_OF = `(?:${NOT})? hear (?:of|(?:a |no |any )?(?:word|talk) (?:of|against)|nothing (?:of|against)) `;

const cannot = (verbs: string, next: string, not: string): Line => ({
  verbs,
  next,
  clause: [
    `${not} (?:shake off|escape|get away from|rid \\S+ of) the (?:thought|feeling|idea|suspicion|sense) (?=that\\b)`,
    `${not} help (?:thinking|feeling|wondering|suspecting) `,
  ],
  phrase: [`${not} (?:abide|stand|bear|stomach) (?=the|that|this|his|her|its|their|being|a )`],
});

const LINES: readonly Line[] = [
  {
    verbs: 'let lets',
    next: 'it slip be the us people everybody everyone all',
    clause: [
      ' (?:it )?(?:slip|be known) (?=that\\b)',
      ' (?:the \\S+|us|people|everybody|everyone|all) (?:\\S+ )?know (?=that\\b)',
    ],
  },
  {
    verbs: 'made make makes making',
    next: 'it very quite perfectly abundantly painfully all clear plain known obvious',
    clause: [
      '(?: it)?(?: very| quite| perfectly| abundantly| painfully| all too)? (?:clear|plain|known|obvious) (?=that\\b)',
    ],
  },
  {
    verbs: 'come comes came',
    next: 'round around to out',
    clause: ['(?: round| around)? to the (?:view|conclusion|opinion|belief) (?=that\\b)'],
    phrase: [' out (?:strongly |firmly )?(?:for|against|in (?:favou?r|support|defen[cs]e) of) '],
  },
  { verbs: 'gave give gives', next: 'the', clause: [' the impression (?=that\\b)'] },
  {
    verbs: "is was are were ’s 's",
    next: 'of in under on to having all dead set firmly strongly flatly implacably utterly bitterly resolutely very sick betting banking counting thinking toying considering contemplating mulling weighing',
    clause: [
      ' (?:of the (?:firm )?(?:opinion|view|belief|mind)|in no doubt|under the impression|on record as \\S+ing) (?=that\\b)',
      ' (?:\\S+ )?to have it known (?=that\\b)',
    ],
    phrase: [
      ' having none of ',
      ' all for ',
      ' (?:dead|dead set|set|firmly|strongly|flatly|implacably|utterly|bitterly|resolutely) against ',
      ' (?:strongly |firmly |very much |all )?in favou?r of ',
      ' sick (?:and tired )?of ',
      ' (?:betting|banking|counting) on ',
      ' (?:thinking of|toying with|considering|contemplating|mulling|weighing) (?=\\S+ing\\b)',
    ],
  },
  {
    verbs: 'will wo',
    next: "not n’t n't have hear",
    clause: [HAS_IT],
    phrase: [HEARS_OF, ' have none of '],
  },
  {
    verbs: 'would',
    next: "not n’t n't have hear much far rather sooner be",
    clause: [
      HAS_IT,
      ' have (?:us|you|people|everyone|the \\S+) (?:believe|think|know|remember|see) (?:, \\S+ , )?',
      ' (?:much |far )?(?:rather|sooner) ',
      ' be (?:much |most |very )?(?:obliged|grateful|glad|happy|delighted|sorry|surprised) (?=if\\b|to\\b)',
    ],
    phrase: [HEARS_OF, ' have none of '],
  },
  {
    verbs: 'has had',
    next: 'it none had',
    clause: [' it from (?:\\S+ ){1,3}(?=that\\b)'],
    phrase: [' none of ', ' had enough of '],
  },
  { verbs: 'have', next: 'it had', clause: [' it from (?:\\S+ ){1,3}(?=that\\b)'], phrase: [' had enough of '] },
  cannot('can could ca', "not n’t n't", NOT),
  cannot('cannot', 'shake escape get rid help abide stand bear stomach', ''),
  {
    verbs: 'take takes took',
    next: 'it',
    clause: [' it (?:as read|for granted|on trust|amiss) (?=that\\b)'],
  },
  { verbs: 'put puts', next: 'it', clause: [' it (?:about|to (?:\\S+ ){1,3})(?=that\\b)'] },
  { verbs: 'swear swears', next: 'blind', clause: [' blind '] },
  { verbs: 'goes went', next: 'on', clause: [' on record (?:as saying|to say) '] },
  { verbs: 'owns owned', next: 'up to', phrase: [' (?:up )?to '] },
  { verbs: 'set sets turned', next: 'his her its their', phrase: [' (?:his|her|its|their) face against '] },
  {
    verbs: 'think thinks thought',
    next: 'little nothing better highly well poorly less more the a',
    phrase: [' (?:little|nothing|better|highly|well|poorly|less|more|the world|a great deal) of '],
  },
  {
    verbs: 'speak speaks spoke',
    next: 'well ill highly warmly kindly fondly up out in',
    phrase: [' (?:well|ill|highly|warmly|kindly|fondly|up for|out against|in (?:favou?r|defen[cs]e) of) (?:of )?'],
  },
  { verbs: 'washes washed', next: 'his her its their', phrase: [' (?:his|her|its|their) hands of '] },
  { verbs: 'calls called', next: 'time', phrase: [' time on '] },
  { verbs: 'looks looked', next: 'forward', phrase: [' forward to '] },
  { verbs: 'hold holds held holding', next: 'out', phrase: [' out (?:for|against) '] },
  { verbs: 'toys toyed', next: 'with', phrase: [' with (?=\\S+ing\\b|the idea)'] },
];

const patternOf = (lines: readonly string[] | undefined): RegExp | null =>
  lines ? new RegExp(`^\\S+(?:${lines.join('|')})`) : null;

const table = new Map<string, Idioms>();
for (const { verbs, next, clause, phrase } of LINES) {
  const idioms = { next: wordSet(next), clause: patternOf(clause), phrase: patternOf(phrase) };
  for (const verb of wordList(verbs)) table.set(verb, idioms);
}
const idiomsOf = wordFact(({ lower }) => table.get(lower) ?? null);

/** The idioms that may open with the verb at `at`; null where the words behind it begin none. */
export function idiomsFrom(tokens: readonly Token[], at: number): Idioms | null {
  const token = tokens[at];
  const idioms = token ? idiomsOf(token.word) : null;
  return idioms && (idioms.next.has(wordAt(tokens, at + 1)) || wordAt(tokens, at + 2) === 'to') ? idioms : null;
}

/** As many words as the longest idiom has. */
const LONGEST = 9;

/** The words from `at` on as idioms read them. */
export function wordsAhead(tokens: readonly Token[], at: number): string {
  let ahead = '';
  for (let i = at; i < Math.min(tokens.length, at + LONGEST); i += 1) ahead += `${wordAt(tokens, i)} `;
  return ahead;
}
