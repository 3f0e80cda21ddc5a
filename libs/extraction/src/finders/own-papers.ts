import { type Found } from '../attributions/found.js';
import { RECORD_VERBS } from '../lexicon/records.js';
import { isCapitalAt, isPossessiveAt, posAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFact, wordFlag } from '../words/word.js';
import { isOutlet, selfFound } from './outlet-subjects.js';

// What the outlet or its reporter keeps: the archive, the notebook, the watch on the wrist.

/** What only an outlet keeps: whoever's they are is an outlet. */
const PRESS =
  /^(?:archives?|cuttings|clippings|columns|back|bound|issues?|editions?|files|pages|morgue|advertisement|correspondent|coverage|photographer)$/;
/** What a reporter reads or measures with. */
const TOOLS =
  /^(?:stopwatch|watch|clock|thermometer|pedometer|scales|tape|ruler|odometer|speedometer|meter|compass|notebooks?|notes|diary|log|logs|ledgers|negatives|footage|tapes?|recorder|cameras?|addition|sums?|maths|spreadsheet|mileometer|barometer|scoresheet|timings?|tally|[a-z]+-cam)$/;

export const isHolding = wordFlag(({ lower }) => PRESS.test(lower) || TOOLS.test(lower));
/** Words at which "before us", "in our hands", "in these pages" begin. */
export const opensHands = wordFact(({ lower }) => /^(?:before|with|in|on|reached)$/.test(lower), false);

/** "The Gazette’s own cuttings contain four fires", "My own tally has him interrupted nineteen times", "A search of our back numbers brings up a row". */
export function ownPapers(
  tokens: readonly Token[],
  at: number,
  last: number,
  named: ReadonlySet<string>,
): Found | null {
  if (!isHolding((tokens[at] as Token).word)) return null;
  const open = ownerStart(tokens, at);
  if (open < 0) return null;
  const searched = searchBefore(tokens, open);
  const start = searched >= 0 ? searched : open;
  if (start > 0 && !/^[,;:]$/.test(textAt(tokens, start - 1)) && posAt(tokens, start - 1) !== 'CCONJ') return null;
  const owner = ownerEnd(tokens, open, named) || ownsPress(tokens, open, at);
  if (owner === 0 || owner > at) return null;
  const verb = verbBehind(tokens, at + 1, last);
  if (verb < 0) return null;
  return selfFound({ start, end: at + 1 }, { start: verb, end: verb + 1 }, { start: verb + 1, end: last });
}

/** "which is before us", "now in our possession", "printed in this paper", "that has reached the Post": the thing lies with whoever writes; the whole sentence reads it. */
export function inOurHands(
  tokens: readonly Token[],
  at: number,
  last: number,
  named: ReadonlySet<string>,
): Found | null {
  const end = handsEnd(tokens, at, named);
  return end > 0
    ? { source: { start: at, end }, cue: null, content: [{ start: 0, end: last }], manner: 'speech', sort: 'self' }
    : null;
}

/** Where such words end; 0 where they are none. */
function handsEnd(tokens: readonly Token[], at: number, named: ReadonlySet<string>): number {
  const [word, next, then] = [wordAt(tokens, at), wordAt(tokens, at + 1), wordAt(tokens, at + 2)];
  const before = wordAt(tokens, at - 1);
  if (word === 'before' || word === 'with')
    return /^(?:us|me)$/.test(next) &&
      /^(?:is|are|lies|lie|sits|sit|open|now)$/.test(before) &&
      /^(?:which|that|it)$/.test(wordAt(tokens, at - (before === 'open' ? 3 : 2)))
      ? at + 2
      : 0;
  if (word === 'in' || word === 'on') {
    if (/^(?:our|my)$/.test(next))
      return /^(?:possession|desk|hand|hands|files)$/.test(then) && /^(?:is|are|now|lies|lie|sits)$/.test(before)
        ? at + 3
        : 0;
    const pages =
      /^(?:these|this)$/.test(next) &&
      /^(?:pages|columns|column|paper|newspaper|magazine|space|page|journal)$/.test(then);
    return pages && /^(?:printed|published|reported|appeared|told|described|ran|recorded|carried)$/.test(before)
      ? at + 3
      : 0;
  }
  if (word !== 'reached' || !/^(?:has|have|had|which|that)$/.test(before)) return 0;
  if (next === 'us') return at + 2;
  const name = next === 'the' ? at + 2 : at + 1;
  return isCapitalAt(tokens, name) && isOutlet(tokens, { start: at + 1, end: name + 1 }, named, true) ? name + 1 : 0;
}

/** Where "my", "our", "this newspaper's" or "the Courier's" ends; 0 where nothing such stands there. */
export function ownerEnd(tokens: readonly Token[], from: number, named: ReadonlySet<string>): number {
  if (/^(?:my|our|this)$/.test(wordAt(tokens, from))) {
    if (isPossessiveAt(tokens, from + 2)) return from + 3;
    return from + 1;
  }
  let mark = from + 1;
  while (mark < from + 6 && !isPossessiveAt(tokens, mark)) mark += 1;
  return mark < from + 6 && isOutlet(tokens, { start: from, end: mark }, named, true) ? mark + 1 : 0;
}

/** "The Packet’s own back numbers": a name that has what only outlets have. */
function ownsPress(tokens: readonly Token[], from: number, at: number): number {
  if (!PRESS.test(wordAt(tokens, at)) || wordAt(tokens, from) !== 'the' || !isCapitalAt(tokens, from + 1)) return 0;
  const own = tokens.slice(from, at).findIndex(({ lower }) => lower === 'own') + from;
  return own > from && isPossessiveAt(tokens, own - 1) ? own : 0;
}

/** Where the owner of a thing at `at` begins ("the Courier’s own bound volumes"); -1 where nobody has it. */
function ownerStart(tokens: readonly Token[], at: number): number {
  for (let i = at - 1; i >= 0 && at - i < 7; i -= 1) {
    const token = tokens[i];
    if (!token || token.pos === 'PUNCT' || token.pos === 'AUX' || (token.pos === 'ADP' && !/^[’']/.test(token.text)))
      return -1;
    if (/^(?:my|our)$/.test(token.lower)) return i;
    if (/^(?:the|this)$/.test(token.lower)) return i;
  }
  return -1;
}

/** "A look through", "A search of": where looking through them begins; -1 where nothing such stands before. */
function searchBefore(tokens: readonly Token[], open: number): number {
  if (!/^(?:of|through|in|into|at|over)$/.test(wordAt(tokens, open - 1))) return -1;
  return /^(?:look|search|trawl|check|rummage|glance|reading|review|leaf|dip|dig)$/.test(wordAt(tokens, open - 2)) &&
    posAt(tokens, open - 3) === 'DET'
    ? open - 3
    : -1;
}

/** The verb by which they tell something, behind a phrase or an aside; -1 where there is none. */
function verbBehind(tokens: readonly Token[], from: number, last: number): number {
  for (let i = from; i < Math.min(last, from + 16); i += 1) {
    const token = tokens[i];
    if (!token || /^[;:]$/.test(token.text)) return -1;
    if (token.pos === 'AUX' && !/^(?:has|have|had)$/.test(token.lower)) return -1;
    if (/^(?:VERB|AUX)$/.test(token.pos) && tells(token.lower) && textAt(tokens, i - 1) !== 'to') return i;
  }
  return -1;
}

const tells = (word: string): boolean =>
  RECORD_VERBS.has(word) ||
  /^(?:brings?|brought|turns?|turned|yields?|yielded|mourned|mourns|agrees?|agreed|throws?|threw|produced?|produces)$/.test(
    word,
  );
