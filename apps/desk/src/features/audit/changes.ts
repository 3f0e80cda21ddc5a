import { type LedgerEntry } from '@proofdesk/contract';
import {
  categoryWords,
  kindWords,
  riskWords,
  roleWords,
  sourcingWords,
  stanceWords,
  stateWords,
} from '../../ui/words.js';

/** One thing that is different after a decision. `null` where there was, or is, nothing. */
export interface Change {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Flat = ReadonlyMap<string, string>;

const dictionaries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  state: stateWords,
  risk: riskWords,
  kind: kindWords,
  category: categoryWords,
  stance: stanceWords,
  role: roleWords,
  sourcing: Object.fromEntries(Object.entries(sourcingWords).map(([key, { label }]) => [key, label])),
};

/** A value in the words of the screens, where its field is one of theirs. */
const inWords = (value: unknown, path: string): string => {
  const known = typeof value === 'string' ? dictionaries[path.split('.').at(-1) ?? '']?.[value] : undefined;
  if (known !== undefined) return known.toLowerCase();
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

function flatten(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (value === null || value === undefined) return into;
  if (typeof value === 'object' && !Array.isArray(value)) {
    for (const [name, part] of Object.entries(value)) flatten(part, path === '' ? name : `${path}.${name}`, into);
    return into;
  }
  into.set(path, inWords(value, path));
  return into;
}

/** `rating.key` becomes "rating key", `leaseUntil` "lease until". */
const nameWords = (path: string) =>
  path
    .replaceAll(/[._]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();

/** What a decision changed, field by field; what stayed the same is left out. */
export function changesOf({ before, after }: Pick<LedgerEntry, 'before' | 'after'>): Change[] {
  const old: Flat = flatten(before, '', new Map());
  const now: Flat = flatten(after, '', new Map());
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((path) => ({ what: nameWords(path), before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => change.before !== change.after);
}
