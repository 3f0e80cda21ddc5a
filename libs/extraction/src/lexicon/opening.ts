/**
 * What words must look like to begin a match of a pattern. Each of the patterns given back looks at the start of a word and is
 * false only where no match can go so. Knows what the lexicons use: groups, alternatives, classes, quantifiers, `\b`, look-ahead.
 */
export interface Openings {
  /** The word at which a match begins: the pattern up to the first white space in it. */
  readonly first: RegExp;
  /** A first word that may be all of a match. */
  readonly alone: RegExp;
  /** The word behind it, apart from it by white space, in a longer match. */
  readonly second: RegExp;
}

export function openingsOf(pattern: RegExp): Openings {
  const { open, ended, second } = readAlternatives({ source: pattern.source, at: 0 });
  const any = (texts: readonly string[]): RegExp => (texts.length > 0 ? new RegExp(`^(?:${texts.join('|')})`) : NEVER);
  return { first: any([...open, ...ended]), alone: any(open), second: any([...second.open, ...second.ended]) };
}

const NEVER = /(?!)/;

interface Cursor {
  readonly source: string;
  at: number;
}

/** Beginnings of what a part of a pattern matches: `open` where white space has not come yet, `ended` where it has. */
interface Beginnings {
  readonly open: readonly string[];
  readonly ended: readonly string[];
}

/** The same of the first word, and of the word behind the first white space. */
interface TwoWords extends Beginnings {
  readonly second: Beginnings;
}

const joined = (all: readonly Beginnings[]): Beginnings => ({
  open: all.flatMap(({ open }) => open),
  ended: all.flatMap(({ ended }) => ended),
});

function readAlternatives(cursor: Cursor): TwoWords {
  const all = [readSequence(cursor)];
  while (cursor.source[cursor.at] === '|') {
    cursor.at += 1;
    all.push(readSequence(cursor));
  }
  return { ...joined(all), second: joined(all.map(({ second }) => second)) };
}

/** One alternative: its items in a row. `before` holds what stands before the next item in the word read, where one still is. */
function readSequence(cursor: Cursor): TwoWords {
  let before: readonly string[] = [''];
  let second: readonly string[] = [];
  const ended: string[] = [];
  const secondEnded: string[] = [];
  while (cursor.at < cursor.source.length && !/[|)]/.test(cursor.source[cursor.at] ?? '')) {
    const item = readItem(cursor);
    const quantifier = readQuantifier(cursor);
    const met = before.length > 0 ? item.second : NOTHING;
    ended.push(...behind(before, item.ended));
    secondEnded.push(...behind(second, item.ended), ...met.ended);
    second = [...goOn(second, item, quantifier), ...met.open];
    before = goOn(before, item, quantifier);
  }
  return { open: before, ended, second: { open: second, ended: secondEnded } };
}

const NOTHING: Beginnings = { open: [], ended: [] };

const behind = (before: readonly string[], texts: readonly string[]): string[] =>
  before.flatMap((start) => texts.map((text) => start + text));

/** What stands before the item behind this one, in the same word. */
function goOn(before: readonly string[], { open }: TwoWords, quantifier: string): readonly string[] {
  if (open.length > 0) return before.map((start) => `${start}(?:${open.join('|')})${quantifier}`);
  return /^[?*]/.test(quantifier) ? before : [];
}

function readItem(cursor: Cursor): TwoWords {
  const { source, at } = cursor;
  const group = /^\((?:\?[:!=])?/.exec(source.slice(at, at + 3));
  if (!group) return readSign(cursor);
  cursor.at += group[0].length;
  const inner = readAlternatives(cursor);
  cursor.at += 1;
  // What looks ahead does not move on: left out, more words pass than need to.
  return /[!=]$/.test(group[0]) ? { open: [''], ended: [], second: NOTHING } : inner;
}

/** A single sign or class. What a contraction adds ("n’t", "’s") is a word of its own for the tokens: it ends the word too, but no white space comes. */
function readSign(cursor: Cursor): TwoWords {
  const sign = /^(?:n?(?:\[’'\]|[’'])|\\.|\[(?:\\.|[^\]])*\]|[^])/.exec(cursor.source.slice(cursor.at))?.[0] ?? '';
  cursor.at += sign.length;
  if (/^n?(?:\[’'\]|[’'])$/.test(sign)) return { open: [], ended: [''], second: NOTHING };
  const second = { open: [''], ended: [] };
  if (sign === ' ' || sign === '\\s') return { open: [], ended: [''], second };
  return / |\\s/.test(sign) ? { open: [sign], ended: [''], second } : { open: [sign], ended: [], second: NOTHING };
}

function readQuantifier(cursor: Cursor): string {
  const quantifier = /^(?:[?*+]|\{\d*,?\d*\})\??/.exec(cursor.source.slice(cursor.at))?.[0] ?? '';
  cursor.at += quantifier.length;
  return quantifier;
}
