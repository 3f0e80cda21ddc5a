import { accusingFeatures } from './accusing-features.js';
import { harmOf } from './lexicon/harm.js';
import { HEDGE, findAccusingPhrase, readWrongdoing } from './lexicon/wrongdoing.js';
import { textOf } from './people.js';
import { type Draft } from './reading.js';
import { remember } from './remember.js';
import { type Token } from './token.js';

/** Crude stem: enough to bring the forms of a regular word together. Lower case. */
export const stem = remember((word: string): string => {
  if (word.length <= 4) return word;
  const base = word.replace(/(?:[’']s|ies|ied)$/, (end) => (end.startsWith('i') ? 'y' : ''));
  return base
    .replace(/(?:ings?|edly|ed|es|ly|s)$/, '')
    .replace(/([^aeiouls])\1$/, '$1')
    .replace(/e$/, '');
});

const isLettered = remember((text: string): boolean => /\p{L}/u.test(text));
const wordFeature = remember((word: string): string => `w:${stem(word)}`);

const hot = new WeakMap<Draft, boolean>();
/** Whether a draft holds a word of wrongdoing. */
function isHot(draft: Draft | undefined): boolean {
  if (!draft) return false;
  let known = hot.get(draft);
  if (known === undefined) hot.set(draft, (known = draft.tokens.some((token) => readWrongdoing(token.lower))));
  return known;
}

/** Share of an article's drafts that hold a word of wrongdoing: 0 to 4. */
export function tension(drafts: readonly Draft[]): number {
  const hot = drafts.filter(isHot).length;
  return Math.min(4, Math.floor((10 * hot) / Math.max(6, drafts.length)));
}

/** The words of a draft in lower case, as they stand. */
export const lowerWords = (tokens: readonly Token[]): string => textOf(tokens, 0, tokens.length).toLowerCase();

const PRONOUNS = new Set(['he', 'she', 'they', 'his', 'her', 'their', 'him', 'them']);

/** What is known of one draft, in its article, as named features for the linear models. */
export function featuresOf(
  drafts: readonly Draft[],
  at: number,
  heat: number,
  words = lowerWords(drafts[at]?.tokens ?? []),
): Set<string> {
  const features = new Set<string>();
  const draft = drafts[at];
  if (!draft) return features;
  wordFeatures(features, draft.tokens);
  accusingFeatures(features, draft, words);
  if (HEDGE.test(words)) features.add('hedge');
  const phrase = findAccusingPhrase(words);
  if (phrase) features.add('phrase').add(`phrase:${phrase.category}`);
  features.add(`src:${draft.sourcing}`).add(`seg:${draft.segment}`).add(`heat:${heat}`);
  if (draft.owner?.manner) features.add(`manner:${draft.owner.manner}`);
  if (/\b(?:may|might|could|must|appears? to|seems? to|said to|believed to|thought to) have\b/.test(words))
    features.add('perfect');
  if (/\b(?:denie[sd]|deny|denying|denial)\b/.test(words)) features.add('denial');
  if (/\b(?:accus\w+|blam\w+|charg\w+|guilty|convict\w+|suspect\w*|alleg\w+)\b/.test(words)) features.add('accusal');
  for (const back of [1, 2]) if (isHot(drafts[at - back])) features.add(`before:${back}`);
  if (isHot(drafts[at + 1])) features.add('next');
  for (const one of ['harm', 'wrong', 'accusal', 'denial', 'perfect', 'hedge'])
    if (features.has(one)) features.add(`${one}@${heat}`);
  if (draft.inQuotes) features.add('quoted');
  if (draft.tokens.at(-1)?.text.includes('?')) features.add('?');
  features.add(`long:${Math.min(4, Math.floor(draft.tokens.length / 8))}`);
  return features;
}

function wordFeatures(features: Set<string>, tokens: readonly Token[]): void {
  let harms = 0;
  let first = true;
  let people = false;
  for (const token of tokens) {
    const hit = readWrongdoing(token.lower);
    if (hit) features.add('wrong').add(`wrong:${hit.category}`).add(`wrong:${hit.form}`);
    if (token.pos === 'PROPN') people = true;
    if (PRONOUNS.has(token.lower)) features.add('pronoun');
    if (!isLettered(token.text)) {
      if (token.pos === 'NUM') features.add('number');
      continue;
    }
    const word = token.pos === 'PROPN' ? '#name' : stem(token.lower);
    features.add(token.pos === 'PROPN' ? 'w:#name' : wordFeature(token.lower));
    const harm = harmOf(token.lower);
    for (const category of harm ?? []) features.add('harm').add(`harm:${category}`);
    harms += harm ? 1 : 0;
    if (first) features.add(`first:${token.pos}`).add(`f:${word}`);
    first = false;
  }
  if (people) features.add('name');
  features.add(`harms:${Math.min(3, harms)}`);
  for (const one of ['harm', 'pronoun', 'name', 'wrong'])
    if (features.has(one) && harms > 0) features.add(`harm+${one}`);
}
