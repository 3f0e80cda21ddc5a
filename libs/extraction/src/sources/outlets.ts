import { isCapitalAt, wordAt } from '../words/token-at.js';
import { OUTLET_WORDS, RECORD_HEADS, SEEN_BY } from '../lexicon/records.js';
import { ORGANIZATION_HEADS } from '../lexicon/sources.js';
import { type Sentence, type Token } from '../words/token.js';
import { isCapitalized, wordFlag } from '../words/word.js';

/** What only the outlet itself does in its own text: "The Meridian has seen both versions", "The Post-Gazette reviewed the log". */
const OWN_DEEDS = new Set(
  'seen obtained reviewed examined learned learnt interviewed analysed analyzed spoken counted uncovered established discovered read compared traced checked matched'.split(
    ' ',
  ),
);
const isOwnDeed = wordFlag(({ lower }) => OWN_DEEDS.has(lower));

/** Names of outlets in a text, by their last words in lower case. */
export interface Outlets {
  /** All, those that people "told" something included: they may be others' papers. */
  readonly named: ReadonlySet<string>;
  /** The outlet that the text appears in: who "has learned" or "can reveal", by whom documents were "seen". */
  readonly own: ReadonlySet<string>;
}

/** Names that the text itself uses for the outlet it appears in, besides those of its byline. */
export function outletsIn(sentences: readonly Sentence[], mastheads: ReadonlySet<string> = new Set()): Outlets {
  const [named, outlets] = [new Set<string>(), new Set(mastheads)];
  for (const { tokens } of sentences) {
    for (let i = 1; i < tokens.length; i += 1) {
      const token = tokens[i];
      if (!token || token.quote !== 'outside') continue;
      if (token.lower === 'told' && wordAt(tokens, i + 1) === 'the') addName(named, tokens, i + 2, isOutletWord);
      if (token.lower === 'by' && SEEN_BY.has(wordAt(tokens, i - 1)) && followsRecord(tokens, i - 1))
        addName(
          outlets,
          tokens,
          wordAt(tokens, i + 1) === 'the' ? i + 2 : i + 1,
          seesOnly(tokens, i) ? mayBeOutlet : isOutletWord,
        );
      addDoer(outlets, tokens, i, token);
    }
  }
  for (const name of outlets) named.add(name);
  return { named, own: outlets };
}

/** The last word of a name of a newspaper or station, compounds by their last part ("Post-Gazette"). Lower case. */
export const isOutletWord = (word: string): boolean =>
  OUTLET_WORDS.has(word) || OUTLET_WORDS.has(word.slice(word.lastIndexOf('-') + 1));

/** No body of another kind: an outlet's word, or a name with nothing in it that names a body. */
const mayBeOutlet = (word: string): boolean => isOutletWord(word) || !ORGANIZATION_HEADS.has(word);

/** "Seen by": what anybody but an outlet would not be said to have done; papers are "commissioned by" all sorts. */
const seesOnly = (tokens: readonly Token[], by: number): boolean =>
  /^(?:seen|obtained|reviewed|viewed|examined|heard|inspected)$/.test(wordAt(tokens, by - 1));

/** "The Meridian has seen", "The Beacon can reveal", "The Sentinel-Record reviewed". */
function addDoer(outlets: Set<string>, tokens: readonly Token[], at: number, token: Token): void {
  const name = tokens[at - 1];
  if (!name || !isCapitalized(name.word)) return;
  const next = wordAt(tokens, at + 1);
  const helper = /^(?:has|have|can)$/.test(token.lower);
  if (helper && /^(?:learned|learnt|reveal|exclusively)$/.test(next)) outlets.add(name.lower);
  else if (
    helper &&
    token.lower === 'has' &&
    OWN_DEEDS.has(next) &&
    startsWithThe(tokens, at - 1) &&
    mayBeOutlet(name.lower)
  )
    outlets.add(name.lower);
  else if (token.lower === 'understands' && next === 'that' && mayBeOutlet(name.lower)) outlets.add(name.lower);
  else if (isOwnDeed(token.word) && isOutletWord(name.lower)) outlets.add(name.lower);
}

/** Whether a run of capitalised words that ends at `at` has "the" before it. */
function startsWithThe(tokens: readonly Token[], at: number): boolean {
  let start = at;
  while (start > 0 && isCapitalAt(tokens, start - 1) && wordAt(tokens, start - 1) !== 'the') start -= 1;
  return wordAt(tokens, start - 1) === 'the';
}

function followsRecord(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < 6; i -= 1) if (RECORD_HEADS.has(wordAt(tokens, i))) return true;
  return false;
}

function addName(outlets: Set<string>, tokens: readonly Token[], from: number, fits: (word: string) => boolean): void {
  let end = from;
  while (end < tokens.length && end - from < 5 && isCapitalAt(tokens, end)) end += 1;
  const last = wordAt(tokens, end - 1);
  if (end > from && fits(last)) outlets.add(last);
}
