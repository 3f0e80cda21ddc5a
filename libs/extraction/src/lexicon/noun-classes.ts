import { remember } from '../words/remember.js';
import { COMMUNICATION_NOUNS, GROUP_NOUNS, PERSON_NOUNS } from './noun-classes.generated.js';

export type NounClass = 'person' | 'group' | 'communication';

let table: Map<string, NounClass> | undefined;

function build(): Map<string, NounClass> {
  const made = new Map<string, NounClass>();
  for (const word of COMMUNICATION_NOUNS.trim().split(/\s+/)) made.set(word, 'communication');
  for (const word of GROUP_NOUNS.trim().split(/\s+/)) made.set(word, 'group');
  for (const word of PERSON_NOUNS.trim().split(/\s+/)) made.set(word, 'person');
  return made;
}

/** What the first sense of a noun is in WordNet, plural or singular; null for things, places and unknown words. Lower case. */
export const nounClass = remember((word): NounClass | null => {
  table ??= build();
  return table.get(word) ?? table.get(singular(word)) ?? null;
});

/** A cheap singular: enough to find a plural's entry. */
export const singular = remember(withoutPlural);

function withoutPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('wives')) return `${word.slice(0, -3)}fe`;
  if (/(?:sses|xes|ches|shes)$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('men')) return `${word.slice(0, -3)}man`;
  if (word === 'people' || word === 'atlas' || /(?:ss|[^n]us|sis)$/.test(word)) return word;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
