import { type Found } from '../attributions/found.js';
import { contentEnd } from '../grammar/content-ends.js';
import { phraseEndingAt } from '../grammar/noun-phrases.js';
import { isOutletWord } from '../sources/outlets.js';
import { isCapitalAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFlag } from '../words/word.js';
import { isHolding, ownerEnd } from './own-papers.js';
import { isOutlet, selfFound } from './outlet-subjects.js';

// What the outlet looked into, told by a noun or an opening clause: "by our count", "in my own test", "Courier investigation: …", "When we called, …".

const COUNTS =
  /^(?:calculations?|count|reckoning|estimates?|analysis|tally|arithmetic|poll|survey|recordings?|photographs?|tests?|trials?|experiments?|measurements?|visits?|sample|records)$/;

/** "by our count", "by the Courier's reckoning", "in our snap poll", "in my own trial": both sides of it. */
export function byOurCount(
  tokens: readonly Token[],
  at: number,
  last: number,
  named: ReadonlySet<string>,
): Found | null {
  const word = wordAt(tokens, at);
  const apart = at === 0 || textAt(tokens, at - 1) === ',';
  if (word !== 'by' && !apart) return null;
  const owner = ownerEnd(tokens, at + 1, named);
  if (owner === 0) return null;
  const noun = [owner, owner + 1, owner + 2].find((i) => {
    const held = tokens[i];
    return (
      held !== undefined && (COUNTS.test(held.lower) || (isHolding(held.word) && word !== 'with' && word !== 'to'))
    );
  });
  if (noun === undefined) return null;
  const before = textAt(tokens, at - 1) === ',' ? at - 1 : at;
  const comma = tokens.findIndex((token, i) => i > noun && i < noun + 8 && token.text === ',');
  const after = comma > noun && at === 0 ? comma + 1 : noun + 1;
  const content = [
    { start: 0, end: before },
    { start: after, end: last },
  ].filter((range) => range.end - range.start > 1);
  return content.length > 0
    ? {
        source: { start: at + 1, end: owner },
        cue: { start: at, end: noun + 1 },
        content,
        manner: 'speech',
        sort: 'self',
      }
    : null;
}

/** What an outlet does to know, as a noun. */
export const isWork = wordFlag(({ lower }) =>
  /^(?:analysis|review|investigation|count|poll|survey|probe|inquiry|test|study|exclusive)$/.test(lower),
);

/** "…, Dispatch analysis finds" over a story, "Courier investigation: …": the outlet's name and its work. */
export function ownWork(tokens: readonly Token[], at: number, last: number, named: ReadonlySet<string>): Found | null {
  const token = tokens[at];
  if (!token || !isWork(token.word)) return null;
  if (/^(?:by|for)$/.test(wordAt(tokens, at + 1))) return workBy(tokens, at, last, named);
  if (!isCapitalAt(tokens, at - 1)) return null;
  const name = wordAt(tokens, at - 1);
  const from = wordAt(tokens, at - 2) === 'a' ? at - 2 : at - 1;
  const source = { start: from, end: at + 1 };
  if (textAt(tokens, at + 1) === ':') {
    const own = named.has(name) || isOutletWord(name) || CALL_SIGN.test(textAt(tokens, at - 1));
    return own && at < 5 ? selfFound(source, { start: at + 1, end: at + 2 }, { start: at + 2, end: last }) : null;
  }
  if (at + 2 !== last || textAt(tokens, from - 1) !== ',' || !(named.has(name) || isOutletWord(name))) return null;
  return selfFound(source, { start: at + 1, end: last }, { start: 0, end: from - 1 });
}

/** "A test by the Register on 30 meters produced errors …" */
function workBy(tokens: readonly Token[], at: number, last: number, named: ReadonlySet<string>): Found | null {
  const from = tokens[at + 2] && wordAt(tokens, at + 2) === 'the' ? at + 3 : at + 2;
  let end = from;
  while (end - from < 5 && isCapitalAt(tokens, end)) end += 1;
  const start = phraseEndingAt(tokens, at + 1, false)?.start ?? at;
  if (end === from || start > 0 || !isOutlet(tokens, { start: at + 2, end }, named, true)) return null;
  return selfFound({ start, end }, { start: end, end: end + 1 }, { start: end + 1, end: last });
}

/** Stations in North America: "KDRM", "WBZ". */
const CALL_SIGN = /^[KW]\p{Lu}{2,3}$/u;

const VISITS =
  /^(?:visited|called|rang|phoned|telephoned|tried|tested|looked|checked|went|walked|arrived|dialled|dialed)$/;

/** "When we called, the number rang in a bakery": what was found in coming by, told behind the clause that opens the sentence. */
export function ownVisit(tokens: readonly Token[], last: number, named: ReadonlySet<string>): Found | null {
  if (!/^(?:when|after|as)$/.test(wordAt(tokens, 0))) return null;
  const verb = tokens.findIndex((token, i) => i > 1 && i < 8 && VISITS.test(token.lower));
  if (verb < 0 || wordAt(tokens, 1) === 'i') return null;
  const subject = { start: 1, end: verb };
  const comma = tokens.findIndex((token, i) => i > verb && i < verb + 10 && token.text === ',');
  if (comma < 0 || !isOutlet(tokens, subject, named, true)) return null;
  if (tokens.slice(verb, comma).some(({ lower }) => /^(?:for|comment)$/.test(lower))) return null;
  return selfFound(subject, { start: 0, end: comma }, { start: comma + 1, end: contentEnd(tokens, comma + 1, last) });
}
