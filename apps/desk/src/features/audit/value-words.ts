import {
  awaitedWords,
  categoryWords,
  dismissalWords,
  kindWords,
  riskWords,
  roleWords,
  sourcingWords,
  stanceWords,
  stateWords,
} from '../../ui/words.js';

const dictionaries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  state: stateWords,
  risk: riskWords,
  kind: kindWords,
  category: categoryWords,
  allegation: categoryWords,
  stance: stanceWords,
  role: roleWords,
  reason: dismissalWords,
  awaited: awaitedWords,
  sourcing: Object.fromEntries(Object.entries(sourcingWords).map(([key, { label }]) => [key, label])),
};

const names: Readonly<Record<string, string>> = { checkWorthinessBp: 'worth checking', isPrimary: 'primary record' };

/** People by id, as far as they are known where the words are shown. */
export type Names = ReadonlyMap<string, string>;

const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text);
const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);

/** `rating.key` becomes "rating key", `scaleVersion` "scale version". */
export function nameWords(path: string): string {
  const known = names[path];
  return (
    known ??
    path
      .replaceAll(/[._]/g, ' ')
      .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
      .toLowerCase()
  );
}

/**
 * A value of a ledger entry in the words of the screens, where its field is one of theirs. Ids and hashes are cut short:
 * the exact record shows them whole.
 */
export function inWords(value: unknown, path: string, people: Names): string {
  const field = path.split('.').at(-1) ?? '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field === 'checkWorthinessBp' && typeof value === 'number') return `${Math.round(value / 100)} of 100`;
  if (typeof value !== 'string') return JSON.stringify(value);
  const person = people.get(value);
  if (person !== undefined) return person;
  if (isHash(value) || isId(value)) return `${value.slice(0, 8)}…`;
  return dictionaries[field]?.[value]?.toLowerCase() ?? value;
}
