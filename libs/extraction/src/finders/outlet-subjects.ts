import { type Found } from '../attributions/found.js';
import { type Range, phraseEndingAt, phraseStartingAt } from '../grammar/noun-phrases.js';
import { subjectBefore } from '../grammar/subjects.js';
import { SELF_PATTERN } from '../lexicon/sources.js';
import { isOutletWord } from '../sources/outlets.js';
import { textOf } from '../words/names.js';
import { isCapitalAt, posAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFact, wordFlag } from '../words/word.js';

const LONGEST_SUBJECT = 8;

/** Words one of which stands in all that `SELF_PATTERN` knows: asked first, for the pattern is dear. */
export const pointsHere = wordFlag(({ lower }) => /^(?:this|our|your|present)$/.test(lower));

/** Who works for an outlet. */
const isStaff = wordFact(
  ({ lower }) =>
    /^(?:reporters?|correspondents?|photographers?|journalists?|researchers?|team|newsroom|staff)$/.test(lower),
  false,
);

/** An attribution to the outlet itself; null where it would hold nothing. */
export const selfFound = (source: Range, cue: Range, content: Range): Found | null =>
  content.end > content.start ? { source, cue, content: [content], manner: 'speech', sort: 'self' } : null;

/** Where the subject of a verb ends: before its helpers and adverbs ("has since", "did", "was able to"). */
export function groupStart(tokens: readonly Token[], at: number): number {
  let start = at;
  while (
    start > 0 &&
    (/^(?:AUX|ADV)$/.test(posAt(tokens, start - 1)) ||
      /^(?:was|been|has|have|can|did|able|to|first|since|also)$/.test(wordAt(tokens, start - 1)))
  )
    start -= 1;
  return start;
}

/** "this newspaper", "our reporter on the quay", "your correspondent": words that point at whoever writes. */
export function pointsToSelf(tokens: readonly Token[], phrase: Range): boolean {
  for (let at = phrase.start; at < phrase.end; at += 1) {
    const token = tokens[at];
    if (token && pointsHere(token.word)) return SELF_PATTERN.test(textOf(tokens, phrase.start, phrase.end));
  }
  return false;
}

/** Whether a phrase is the outlet; `outletVerb`: the verb is one that outlets have, so that a name or "we" is enough. */
export function isOutlet(
  tokens: readonly Token[],
  phrase: Range,
  outlets: ReadonlySet<string>,
  outletVerb: boolean,
): boolean {
  if (pointsToSelf(tokens, phrase)) return true;
  const word = wordAt(tokens, phrase.end - 1);
  if (phrase.end - phrase.start === 1 && /^(?:i|we|us|me)$/.test(word)) return outletVerb;
  if (!outletVerb) return false;
  if (word === 'us')
    return wordAt(tokens, phrase.end - 2) === 'of' && /^(?:two|three|four|both)$/.test(wordAt(tokens, phrase.start));
  const named = isCapitalAt(tokens, phrase.end - 1) || /^\d/.test(word);
  if (named && (outlets.has(word) || (isOutletWord(word) && phrase.end - phrase.start <= 4))) return true;
  return isStaffOf(tokens, phrase, outlets);
}

/** "Tribune reporters", "a Courier photographer", "a reporter for the Courier". */
export function isStaffOf(tokens: readonly Token[], phrase: Range, outlets: ReadonlySet<string>): boolean {
  const staff = tokens.findIndex((token, i) => i >= phrase.start && i < phrase.end && isStaff(token.word));
  if (staff < 0) return false;
  const employer = /^(?:for|from|with|of)$/.test(wordAt(tokens, staff + 1)) ? phrase.end - 1 : staff - 1;
  if (!isCapitalAt(tokens, employer)) return false;
  const name = wordAt(tokens, employer);
  return outlets.has(name) || (isOutletWord(name) && employer - phrase.start <= 6);
}

/** The outlet as the subject of a verb group that starts at `start`, what stands between commas behind it left out; null if it is not. */
export function outletSubject(
  tokens: readonly Token[],
  start: number,
  outlets: ReadonlySet<string>,
  outletVerb: boolean,
): Range | null {
  if (textAt(tokens, start - 1) !== ',') {
    const near = phraseEndingAt(tokens, start) ?? nameEndingAt(tokens, start, outlets);
    if (!near || near.end - near.start > LONGEST_SUBJECT) return null;
    return isOutlet(tokens, near, outlets, outletVerb) ? near : null;
  }
  const whole = subjectBefore(tokens, start);
  const name = whole ? phraseStartingAt(tokens, whole.start, NO_LINKS) : null;
  return name && name.end < start && isOutlet(tokens, name, outlets, outletVerb) ? name : null;
}

/** "Harbour Watch": a name whose last word has been read as a verb. */
function nameEndingAt(tokens: readonly Token[], end: number, outlets: ReadonlySet<string>): Range | null {
  let start = end;
  while (start > 0 && end - start < LONGEST_SUBJECT && isCapitalAt(tokens, start - 1)) start -= 1;
  return end - start > 1 && outlets.has(wordAt(tokens, end - 1)) ? { start, end } : null;
}

const NO_LINKS = new Set(['of', 'for']);
