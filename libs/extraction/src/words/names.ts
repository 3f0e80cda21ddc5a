import { isCapitalAt, quoteAt, wordAt } from './token-at.js';
import { ORGANIZATION_HEADS, PERSON_TITLES } from '../lexicon/sources.js';
import { POWERS } from '../lexicon/places.js';
import { TIME_WORDS } from '../lexicon/words.js';
import { remember } from './remember.js';
import { type Token } from './token.js';
import { isCapitalized, wordFact } from './word.js';
import { wordSet } from '../lexicon/word-list.js';

/** A run of capitalised words, with small links inside: "Department of Health". Token indices, half-open. */
export interface Name {
  readonly start: number;
  readonly end: number;
  readonly kind: 'person' | 'organization' | 'other';
  readonly text: string;
}

const NAME_LINKS = new Set([
  'of',
  'de',
  'van',
  'von',
  'der',
  'den',
  'la',
  'al',
  'bin',
  'ibn',
  'del',
  'da',
  'di',
  'le',
  'el',
  'du',
  'for',
  'and',
  '&',
  'the',
  '-',
  '’',
  "'",
]);
const PARTICLES = new Set([
  'de',
  'van',
  'von',
  'der',
  'den',
  'la',
  'al',
  'bin',
  'ibn',
  'del',
  'da',
  'di',
  'le',
  'el',
  'du',
  '-',
]);
const isCapital = (token: Token | undefined): boolean =>
  token !== undefined &&
  isCapitalized(token.word) &&
  (token.pos === 'PROPN' || (token.pos !== 'PRON' && token.pos !== 'DET'));

/** Names in one sentence, left to right. */
export function namesIn(tokens: readonly Token[]): readonly Name[] {
  const names: Name[] = [];
  for (let i = 0; i < tokens.length;) {
    if (!opensName(tokens, i)) {
      i += 1;
      continue;
    }
    const end = nameEnd(tokens, i);
    names.push({ start: i, end, kind: classify(tokens, i, end), text: textOf(tokens, i, end) });
    i = end;
  }
  return names;
}

function opensName(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token || !isCapital(token) || TIME_WORDS.has(token.lower)) return false;
  if (token.pos === 'PROPN') return true;
  return i > 0 && token.pos === 'NOUN' && quoteAt(tokens, i - 1) !== 'mark' && isCapitalAt(tokens, i + 1);
}

function nameEnd(tokens: readonly Token[], start: number): number {
  let end = start + 1;
  for (let k = start + 1; k < tokens.length && k - start < 12; k += 1) {
    const next = tokens[k];
    if (!next || next.quote !== quoteAt(tokens, start)) break;
    if (isCapital(next) && !TIME_WORDS.has(next.lower)) end = k + 1;
    else if (next.pos === 'NUM' && /^(?:\d+|[IVX]+)$/.test(next.text) && k === end) end = k + 1;
    else if (!linksName(tokens, k, next)) break;
    else if ((next.lower === 'and' || next.lower === 'for') && classify(tokens, start, k) === 'person') break;
  }
  return end;
}

/** "of", "for the", "de" and the like inside a name: a capital must follow. */
function linksName(tokens: readonly Token[], at: number, link: Token): boolean {
  if (!NAME_LINKS.has(link.lower)) return false;
  const skipsArticle = /^(?:of|for|and)$/.test(link.lower) && wordAt(tokens, at + 1) === 'the';
  return isCapital(tokens[skipsArticle ? at + 2 : at + 1]);
}

/** The words of a range as they stand, joined by single spaces where the text has white space. */
export function textOf(tokens: readonly Token[], start: number, end: number): string {
  let out = '';
  for (let i = start; i < end; i += 1) {
    const token = tokens[i];
    if (!token) continue;
    out += i > start && token.start > (tokens[i - 1]?.end ?? 0) ? ` ${token.text}` : token.text;
  }
  return out;
}

function classify(tokens: readonly Token[], start: number, end: number): Name['kind'] {
  const only = end - start === 1 ? tokens[start] : undefined;
  if (only) return soundsLikeBody(only.word) ? 'organization' : 'other';
  const words: string[] = [];
  for (let i = start; i < end; i += 1) words.push(wordAt(tokens, i));
  const last = words[words.length - 1] ?? '';
  if (titledName(words) > 0) return 'person';
  if (words.some((word) => ORGANIZATION_HEADS.has(word) && word.length > 1) || POWERS.has(words.join(' ')))
    return 'organization';
  if (COMPANY_ENDS.has(last)) return 'organization';
  if (words.some((word) => word === 'of' || word === 'for' || word === 'and' || word === '&')) return 'organization';
  if (PERSON_TITLES.has(words[0] ?? '')) return 'person';
  const proper = words.filter((word, i) => !PARTICLES.has(word) && isCapitalAt(tokens, start + i));
  if (proper.length >= 2 && proper.length <= 4 && !/\d/.test(last)) return 'person';
  return 'other';
}

/** A name of one word is that of a body if it says so ("Parliament"), is a country or stands in capitals ("NATO"). */
const soundsLikeBody = wordFact(
  ({ text, lower }) =>
    (ORGANIZATION_HEADS.has(lower) && lower.length > 1) || POWERS.has(lower) || /^\p{Lu}{2,6}$/u.test(text),
  false,
);

/** Whether a name is a firm's by its last word: "Lumen Fertility". */
export const isFirmName = (name: Pick<Name, 'text'>): boolean => COMPANY_ENDS.has(lastName(name.text));

/** What a company may call itself by, behind another name. */
const COMPANY_ENDS = wordSet(
  'telecom telecoms fertility trading renal rail railways pharma pharmaceuticals foods logistics mining minerals shipping steel media software robotics aerospace automotive chemicals petroleum oil gas power electric water dairy creamery mills breweries insurance mutual securities ventures equity properties homes estates construction builders engineering electronics semiconductor semiconductors biotech therapeutics diagnostics healthcare wines spirits supermarkets stores outfitters apparel tractor tractors motors forge shipyard shipyards marine fisheries farms growers freight haulage express optics optik bearings',
);

/** Where the personal name starts behind the last title in a name ("State Secretary of Fisheries Ingrid Halloran"); 0 if there is none. */
function titledName(words: readonly string[]): number {
  let at = words.findLastIndex(isTitle);
  if (at < 0) return 0;
  at += 1;
  if ((words[at] === 'of' || words[at] === 'for') && words.length - at > 3) at += words[at + 1] === 'the' ? 3 : 2;
  const rest = words.length - at;
  return rest >= 1 &&
    rest <= 4 &&
    at > 0 &&
    !words.slice(at).some((word) => ORGANIZATION_HEADS.has(word) || word === 'of' || word === 'for' || word === 'and')
    ? at
    : 0;
}

const TITLE_WORDS =
  /^(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|prof|sen|rep|gov|gen|col|sgt|lt|capt|det|insp|rev|hon|st)\.?$/i;

const isTitle = remember((word) => PERSON_TITLES.has(word.replace(/\.$/, '')) || TITLE_WORDS.test(word));

/** The bare personal name in a name: "Senator Tom Rourke" -> "Tom Rourke". */
export const personalName = remember(withoutTitles);

function withoutTitles(text: string): string {
  const all = text.replace(/[’']s?$/, '').split(/\s+/);
  const words = all.slice(titledName(all.map((word) => word.toLowerCase())));
  while (
    words.length > 1 &&
    (TITLE_WORDS.test(words[0] ?? '') ||
      PERSON_TITLES.has((words[0] ?? '').toLowerCase().replace(/\.$/, '')) ||
      /^(?:vice|former|prime|foreign|deputy|state|assistant|chief|acting|first)$/i.test(words[0] ?? ''))
  )
    words.shift();
  return words.join(' ');
}

/** The last word of a name in lower case, "Jr" and the like left out. */
export const lastName = remember((name) =>
  (
    name
      .replace(/,? (?:Jr|Sr|II|III|IV)\.?$/, '')
      .split(/\s+/)
      .at(-1) ?? name
  ).toLowerCase(),
);
