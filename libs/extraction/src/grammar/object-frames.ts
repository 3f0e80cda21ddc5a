import { type Complement } from './contents.js';
import { phraseStartingAt } from './noun-phrases.js';
import { posAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordSet } from '../lexicon/word-list.js';

// Verbs whose object is spoken of: "accused him of lying", "attributed it to rust", "called it a farce".

const isMark = (token: Token | undefined): boolean => token?.quote === 'mark';

/** Whether a token can open the object of a verb. */
export function opensObject(token: Token): boolean {
  return (
    OBJECTS.has(token.pos) ||
    isMark(token) ||
    MISREAD.has(token.lower) ||
    (token.pos === 'VERB' && token.lower.endsWith('ing'))
  );
}

const OBJECTS: ReadonlySet<string> = new Set(['DET', 'NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'SYM']);
/** Nouns that are often taken for verbs. */
const MISREAD: ReadonlySet<string> = wordSet('help change support reform aid relief work action talks answers');
const STOPS: ReadonlySet<string> = new Set(['.', ';', ':', '?', '!']);

/** An object and the preposition behind it that opens what is said of it. */
export function withObject(
  tokens: readonly Token[],
  i: number,
  at: number,
  links: ReadonlySet<string>,
  shape: 'accuse' | 'urge',
): Complement | null {
  const first = tokens[i];
  if (!first || !(opensObject(first) || isMark(first))) return null;
  let depth = 0;
  for (let k = i + 1; k < tokens.length && k - i < 32; k += 1) {
    const token = tokens[k];
    if (!token) return null;
    if (token.text === '—' || token.text === '–' || token.text === '(') depth += 1;
    if (shape === 'urge' && token.lower === 'to' && posAt(tokens, k + 1) !== 'VERB' && token.pos !== 'PART')
      return null;
    if (links.has(token.lower) && (shape !== 'accuse' || token.lower !== 'of' || isAccusation(tokens, k)))
      return { cueEnd: at + 1, start: i, shape };
    if (depth === 0 && (token.pos === 'AUX' || (token.pos === 'VERB' && shape === 'urge'))) return null;
    if (STOPS.has(token.text)) return null;
  }
  return null;
}

/** "accused X of lying / of fraud", not "accused the mayor of Bray": what follows "of" is an -ing form or no name. */
function isAccusation(tokens: readonly Token[], of: number): boolean {
  const next = tokens[of + 1];
  return next !== undefined && next.pos !== 'PROPN';
}

/** "holds General Orb, the brigade's commander, answerable": behind what two commas part from the object. */
function behindApposition(tokens: readonly Token[], end: number): number {
  if (tokens[end]?.text !== ',') return end;
  const more = phraseStartingAt(tokens, end + 1);
  return more && tokens[more.end]?.text === ',' ? more.end + 1 : end;
}

/** "holds the general answerable for". */
const ANSWERABLE = wordSet('responsible accountable answerable liable culpable');

/** "regards lentils before nine in the morning as unkind": what is judged may be long. */
function hasAsBehind(tokens: readonly Token[], from: number): boolean {
  for (let k = from; k < Math.min(tokens.length, from + 9); k += 1) {
    const token = tokens[k];
    if (!token || /^(?:AUX|VERB|PUNCT)$/.test(token.pos)) return false;
    if (token.lower === 'as') return true;
  }
  return false;
}

const OBJECT_LINKS: ReadonlySet<string> = new Set(['of', 'in', 'for', 'at', 'on', 'to', 'from']);

/** An object and what it is called. */
export function labelOf(tokens: readonly Token[], i: number, at: number): Complement | null {
  const object = phraseStartingAt(tokens, i, OBJECT_LINKS);
  if (!object) return null;
  const after = behindApposition(tokens, object.end);
  const next = tokens[after];
  if (!next) return null;
  const start = { cueEnd: at + 1, start: i, shape: 'label' } as const;
  const verb = wordAt(tokens, at);
  if (/^(?:hold|holds|held|holding)$/.test(verb)) return ANSWERABLE.has(next.lower) ? start : null;
  if (next.lower === 'as' || isMark(next) || (/^regard/.test(verb) && hasAsBehind(tokens, object.end))) return start;
  const bare = /^(?:call|label|dub|brand|deem|term|consider|declare|judg|pronounc|profess|rate)/.test(verb);
  const itself = wordAt(tokens, i).endsWith('self') || wordAt(tokens, i) === 'themselves';
  if (itself && /^(?:declar|profess|pronounc)/.test(verb)) return start;
  const taken = /^(?:it|him|her|them|this|that|himself|herself|itself|themselves)$/.test(wordAt(tokens, i));
  const participle = next.pos === 'VERB' && next.lower.endsWith('ed');
  if (bare && taken && object.end === i + 1 && (participle || /^(?:NOUN|PROPN|ADJ)$/.test(next.pos))) return start;
  return bare && (/^(?:DET|ADJ)$/.test(next.pos) || (object.end - i > 2 && posAt(tokens, i) !== 'PROPN'))
    ? start
    : null;
}
