import { posAt, textAt, wordAt } from '../words/token-at.js';
import { contentEnd } from '../grammar/content-ends.js';
import { type Found } from '../attributions/found.js';
import { isNominal, phraseEndingAt, phraseStartingAt } from '../grammar/noun-phrases.js';
import { type Token } from '../words/token.js';
import { hearsayPhrase, turnsToHearsay } from './hearsay-phrases.js';
import { type WordKinds, wordFlag } from '../words/word.js';

const ADVERBS = new Set([
  'allegedly',
  'reportedly',
  'purportedly',
  'rumouredly',
  'rumoredly',
  'supposedly',
  'ostensibly',
]);
const EMERGES = /^(?:emerged|emerges|emerging|transpired|transpires|appears|seems|follows)$/;
const HEARERS = new Set([
  'court',
  'jury',
  'jurors',
  'tribunal',
  'inquest',
  'inquiry',
  'hearing',
  'committee',
  'trial',
  'panel',
  'judge',
  'magistrates',
  'council',
]);
const RUMOURS = new Set([
  'rumour',
  'rumor',
  'rumours',
  'rumors',
  'word',
  'legend',
  'gossip',
  'talk',
  'whispers',
  'speculation',
  'tradition',
]);

/** Words at which one of the constructions below turns. */
const opensHearsay = wordFlag(
  ({ lower }) =>
    ADVERBS.has(lower) || EMERGES.test(lower) || RUMOURS.has(lower) || /^(?:heard|hears|told)$/.test(lower),
);

/** What is told by nobody in particular: "allegedly", "it emerged that", "rumour has it that", "the court heard that". */
export function hearsayAttribution(tokens: readonly Token[], last: number, kinds: WordKinds): Found | null {
  const phrase = kinds.has(turnsToHearsay) ? hearsayPhrase(tokens, last) : null;
  if (phrase || !kinds.has(opensHearsay)) return phrase;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || !opensHearsay(token.word) || token.quote !== 'outside') continue;
    const found =
      adverb(tokens, i, last) ??
      iAmTold(tokens, i, last) ??
      emerged(tokens, i, last) ??
      heard(tokens, i, last) ??
      rumoured(tokens, i, last);
    if (found) return found;
  }
  return null;
}

function adverb(tokens: readonly Token[], at: number, last: number): Found | null {
  if (!ADVERBS.has(wordAt(tokens, at))) return null;
  const inPhrase = posAt(tokens, at + 1) === 'ADJ' && posAt(tokens, at - 1) !== 'AUX';
  if (/^(?:ADP|DET)$/.test(posAt(tokens, at - 1)) || posAt(tokens, at + 1) === 'ADP' || inPhrase) return null;
  const start = clauseStart(tokens, at);
  const left = { start, end: at };
  const right = { start: at + 1, end: Math.min(last, clauseStop(tokens, at, last)) };
  return {
    source: null,
    cue: { start: at, end: at + 1 },
    content: [left, right].filter((range) => range.end > range.start),
    manner: 'passive',
  };
}

/** An adverb covers its own clause: back to a comma with a joining word, a semicolon or a dash. */
function clauseStart(tokens: readonly Token[], at: number): number {
  for (let i = at - 1; i > 0; i -= 1) {
    const token = tokens[i];
    if (!token) break;
    if (token.text === ';' || token.text === '—' || token.text === ':') return i + 1;
    if (token.text === ',' && /^(?:and|but|while|who|which|with)$/.test(wordAt(tokens, i + 1))) return i + 1;
  }
  return 0;
}

function clauseStop(tokens: readonly Token[], at: number, last: number): number {
  for (let i = at + 1; i < last; i += 1) {
    if (textAt(tokens, i) === ';') return i;
    if (textAt(tokens, i) === ',' && /^(?:but|while|although|though)$/.test(wordAt(tokens, i + 1))) return i;
  }
  return last;
}

/** "I am told it was reasonable", "…, we are told". */
function iAmTold(tokens: readonly Token[], at: number, last: number): Found | null {
  if (wordAt(tokens, at) !== 'told' || !/^(?:am|are|was|were|[’'](?:m|re))$/.test(wordAt(tokens, at - 1))) return null;
  if (!/^(?:i|we)$/.test(wordAt(tokens, at - 2))) return null;
  const cue = { start: at - 2, end: at + 1 };
  if (at + 1 < last)
    return {
      source: null,
      cue,
      content: [{ start: at + 1, end: contentEnd(tokens, at + 1, last) }],
      manner: 'passive',
    };
  return textAt(tokens, at - 3) === ','
    ? { source: null, cue, content: [{ start: 0, end: at - 3 }], manner: 'passive' }
    : null;
}

/** "It emerged (on Monday) that". */
function emerged(tokens: readonly Token[], at: number, last: number): Found | null {
  if (!EMERGES.test(wordAt(tokens, at))) return null;
  let it = at - 1;
  while (
    it > 0 &&
    at - it < 4 &&
    /^(?:has|had|ADV|since|later|now|also)$/.test(posAt(tokens, it) === 'ADV' ? 'ADV' : wordAt(tokens, it))
  )
    it -= 1;
  if (wordAt(tokens, it) !== 'it') return null;
  if (/^(?:appears|seems|follows)$/.test(wordAt(tokens, at))) return null;
  for (let i = at + 1; i < Math.min(last, at + 9); i += 1)
    if (wordAt(tokens, i) === 'that')
      return {
        source: null,
        cue: { start: it, end: at + 1 },
        content: [{ start: i, end: contentEnd(tokens, i, last) }],
        manner: 'passive',
      };
  return null;
}

/** "The court heard that", "…, the jury was told", "jury told" in a headline. */
function heard(tokens: readonly Token[], at: number, last: number): Found | null {
  const word = wordAt(tokens, at);
  if ((word !== 'heard' && word !== 'told' && word !== 'hears') || !isNominal(tokens[at - 1])) {
    if (word !== 'told' || wordAt(tokens, at - 1) !== 'was') return null;
  }
  const hearer = word === 'told' && wordAt(tokens, at - 1) === 'was' ? at - 2 : at - 1;
  if (!HEARERS.has(wordAt(tokens, hearer))) return null;
  const phrase = phraseEndingAt(tokens, hearer + 1);
  if (!phrase) return null;
  if (
    wordAt(tokens, at + 1) === 'that' ||
    (word === 'heard' &&
      tokens[at + 1] &&
      at + 1 < last &&
      posAt(tokens, at + 1) !== 'PUNCT' &&
      posAt(tokens, at + 1) !== 'ADP' &&
      !hearsCase(tokens, at + 1))
  )
    return {
      source: null,
      cue: { start: phrase.start, end: at + 1 },
      content: [{ start: at + 1, end: contentEnd(tokens, at + 1, last) }],
      manner: 'passive',
    };
  if (at + 1 >= last && textAt(tokens, phrase.start - 1) === ',')
    return {
      source: null,
      cue: { start: phrase.start, end: at + 1 },
      content: [{ start: 0, end: phrase.start - 1 }],
      manner: 'passive',
    };
  return null;
}

/** "heard the case in May", "heard two hours of argument": it sat, and nothing is told. */
function hearsCase(tokens: readonly Token[], at: number): boolean {
  const phrase = phraseStartingAt(tokens, at);
  if (!phrase || /^(?:AUX|VERB)$/.test(posAt(tokens, phrase.end))) return false;
  return tokens
    .slice(phrase.start, phrase.end)
    .some(({ lower }) => /^(?:case|cases|appeal|arguments?|submissions|witnesses|petition)$/.test(lower));
}

/** "The firm sent word on Monday that", "has given her word that": somebody does. */
const sendsWord = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at) === 'word' &&
  /^(?:sent|send|sends|sending|gave|given|brought|left|got|his|her|their|its)$/.test(wordAt(tokens, at - 1));

/** "Rumour has it that", "rumors circulate that", "word spread that". */
function rumoured(tokens: readonly Token[], at: number, last: number): Found | null {
  if (!RUMOURS.has(wordAt(tokens, at)) || sendsWord(tokens, at)) return null;
  for (let i = at + 1; i < Math.min(last, at + 10); i += 1) {
    const token = tokens[i];
    if (!token || /^[,;:]$/.test(token.text)) return null;
    if (token.lower === 'that' && i > at + 1)
      return {
        source: null,
        cue: { start: at, end: i },
        content: [{ start: i, end: contentEnd(tokens, i, last) }],
        manner: 'passive',
      };
  }
  return null;
}
