/**
 * What a word must look like to begin a match of a pattern: the pattern up to the first white space in it, at the start of the
 * word. `opening.test(word)` is false only where no match can begin at the word's start. Knows what the lexicons
 * use: groups, alternatives, classes, quantifiers, `\b`, look-ahead.
 */
export function openingOf(pattern: RegExp): RegExp {
  const { open, ended } = readAlternatives({ source: pattern.source, at: 0 });
  return new RegExp(`^(?:${[...open, ...ended].join('|')})`);
}

interface Cursor {
  readonly source: string;
  at: number;
}

/** Beginnings of what a part of a pattern matches: `open` where white space has not come yet, `ended` where it has. */
interface Beginnings {
  readonly open: readonly string[];
  readonly ended: readonly string[];
}

function readAlternatives(cursor: Cursor): Beginnings {
  const all = [readSequence(cursor)];
  while (cursor.source[cursor.at] === '|') {
    cursor.at += 1;
    all.push(readSequence(cursor));
  }
  return { open: all.flatMap(({ open }) => open), ended: all.flatMap(({ ended }) => ended) };
}

/** One alternative: its items in a row. `before` is null once white space must have come. */
function readSequence(cursor: Cursor): Beginnings {
  let before: string | null = '';
  const ended: string[] = [];
  while (cursor.at < cursor.source.length && !/[|)]/.test(cursor.source[cursor.at] ?? '')) {
    const item = readItem(cursor);
    const quantifier = readQuantifier(cursor);
    if (before === null) continue;
    const start: string = before;
    ended.push(...item.ended.map((text) => start + text));
    const optional = /^[?*]/.test(quantifier);
    if (item.open.length > 0) before = `${start}(?:${item.open.join('|')})${quantifier}`;
    else before = optional ? start : null;
  }
  return { open: before === null ? [] : [before], ended };
}

function readItem(cursor: Cursor): Beginnings {
  const { source, at } = cursor;
  const group = /^\((?:\?[:!=])?/.exec(source.slice(at, at + 3));
  if (!group) return readSign(cursor);
  cursor.at += group[0].length;
  const inner = readAlternatives(cursor);
  cursor.at += 1;
  // What looks ahead does not move on: left out, more words pass than need to.
  return /[!=]$/.test(group[0]) ? { open: [''], ended: [] } : inner;
}

/** A single sign or class. What a contraction adds ("n’t", "’s") is a word of its own for the tokens: it ends the word too. */
function readSign(cursor: Cursor): Beginnings {
  const sign = /^(?:n?(?:\[’'\]|[’'])|\\.|\[(?:\\.|[^\]])*\]|[^])/.exec(cursor.source.slice(cursor.at))?.[0] ?? '';
  cursor.at += sign.length;
  if (sign === ' ' || sign === '\\s' || /^n?(?:\[’'\]|[’'])$/.test(sign)) return { open: [], ended: [''] };
  return { open: [sign], ended: / |\\s/.test(sign) ? [''] : [] };
}

function readQuantifier(cursor: Cursor): string {
  const quantifier = /^(?:[?*+]|\{\d*,?\d*\})\??/.exec(cursor.source.slice(cursor.at))?.[0] ?? '';
  cursor.at += quantifier.length;
  return quantifier;
}
