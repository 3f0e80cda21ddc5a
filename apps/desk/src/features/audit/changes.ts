import { type LedgerEntry } from '@proofdesk/contract';
import { inWords, nameWords, type Names } from './value-words.js';

/** One thing that is different after a decision. `null` where there was, or is, nothing. */
export interface Change {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Flat = ReadonlyMap<string, unknown>;

function flatten(value: unknown, path: string, into: Map<string, unknown>): Map<string, unknown> {
  if (value === null || value === undefined) return into;
  if (typeof value === 'object' && !Array.isArray(value)) {
    for (const [name, part] of Object.entries(value)) flatten(part, path === '' ? name : `${path}.${name}`, into);
    return into;
  }
  into.set(path, value);
  return into;
}

/** What a decision changed, field by field; what stayed the same is left out. */
export function changesOf({ before, after }: Pick<LedgerEntry, 'before' | 'after'>, names: Names): Change[] {
  const old: Flat = flatten(before, '', new Map());
  const now: Flat = flatten(after, '', new Map());
  const say = (flat: Flat, path: string) => (flat.has(path) ? inWords(flat.get(path), path, names) : null);
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((path) => ({ what: nameWords(path), before: say(old, path), after: say(now, path) }))
    .filter((change) => change.before !== change.after);
}

/** The free text of a decision, by name. A text that is a record itself is taken apart. */
export function disclosedOf({ disclosed }: Pick<LedgerEntry, 'disclosed'>, names: Names): [string, string][] {
  return Object.entries(disclosed).flatMap(([name, words]): [string, string][] => {
    if (!words.startsWith('{')) return [[nameWords(name), words]];
    const parts = flatten(parsed(words), '', new Map());
    return parts.size === 0
      ? [[nameWords(name), words]]
      : [...parts].map(([path, value]) => [nameWords(path), inWords(value, path, names)]);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Who is who in a history: everybody who acted in it. */
export const namesIn = (entries: readonly Pick<LedgerEntry, 'actor'>[]): Names =>
  new Map(entries.map(({ actor }) => [actor.id, actor.name]));
