import { HEDGE, findAccusingPhrase, readWrongdoing } from './lexicon/wrongdoing.js';
import { textOf } from './people.js';
import { type Draft } from './reading.js';
import { type Token } from './token.js';

/** Crude stem: enough to bring the forms of a regular word together. Lower case. */
export function stem(word: string): string {
  if (word.length <= 4) return word;
  const base = word.replace(/(?:[’']s|ies|ied)$/, (end) => (end.startsWith('i') ? 'y' : ''));
  return base
    .replace(/(?:ings?|edly|ed|es|ly|s)$/, '')
    .replace(/([^aeiouls])\1$/, '$1')
    .replace(/e$/, '');
}

/** Share of an article's drafts that hold a word of wrongdoing: 0 to 4. */
export function tension(drafts: readonly Draft[]): number {
  const hot = drafts.filter((draft) => draft.tokens.some((token) => readWrongdoing(token.lower))).length;
  return Math.min(4, Math.floor((10 * hot) / Math.max(6, drafts.length)));
}

/** What is known of one draft, in its article, as named features for the linear models. */
export function featuresOf(drafts: readonly Draft[], at: number, heat: number): Set<string> {
  const features = new Set<string>();
  const draft = drafts[at];
  if (!draft) return features;
  wordFeatures(features, draft.tokens);
  const words = textOf(draft.tokens, 0, draft.tokens.length).toLowerCase();
  if (HEDGE.test(words)) features.add('hedge');
  const phrase = findAccusingPhrase(words);
  if (phrase) features.add('phrase').add(`phrase:${phrase.category}`);
  features.add(`src:${draft.sourcing}`).add(`seg:${draft.segment}`).add(`heat:${heat}`);
  if (draft.owner?.manner) features.add(`manner:${draft.owner.manner}`);
  if (/\b(?:may|might|could|must|appears? to|seems? to|said to|believed to|thought to) have\b/.test(words))
    features.add('perfect');
  if (/\b(?:denie[sd]|deny|denying|denial)\b/.test(words)) features.add('denial');
  if (/\b(?:accus\w+|blam\w+|charg\w+|guilty|convict\w+|suspect\w*|alleg\w+)\b/.test(words)) features.add('accusal');
  for (const back of [1, 2])
    if (drafts[at - back]?.tokens.some((token) => readWrongdoing(token.lower))) features.add(`before:${back}`);
  if (drafts[at + 1]?.tokens.some((token) => readWrongdoing(token.lower))) features.add('next');
  if (draft.inQuotes) features.add('quoted');
  if (draft.tokens.at(-1)?.text.includes('?')) features.add('?');
  features.add(`long:${Math.min(4, Math.floor(draft.tokens.length / 8))}`);
  return features;
}

function wordFeatures(features: Set<string>, tokens: readonly Token[]): void {
  let previous = '';
  let first = true;
  let people = false;
  for (const token of tokens) {
    const hit = readWrongdoing(token.lower);
    if (hit) features.add('wrong').add(`wrong:${hit.category}`).add(`wrong:${hit.form}`);
    if (token.pos === 'PROPN') people = true;
    if (/^(?:he|she|they|his|her|their|him|them)$/.test(token.lower)) features.add('pronoun');
    if (!/\p{L}/u.test(token.text)) {
      if (token.pos === 'NUM') features.add('number');
      continue;
    }
    const word = token.pos === 'PROPN' ? '#name' : stem(token.lower);
    features.add(`w:${word}`);
    if (previous) features.add(`b:${previous}_${word}`);
    if (first) features.add(`first:${token.pos}`).add(`f:${word}`);
    first = false;
    previous = word;
  }
  if (people) features.add('name');
}
