import { isCapitalAt, posAt, textAt, wordAt } from '../words/token-at.js';
import { type Found } from '../attributions/found.js';
import { SEEN_BY } from '../lexicon/records.js';
import { SELF_PATTERN } from '../lexicon/sources.js';
import { NEGATIONS } from '../lexicon/words.js';
import { textOf } from '../words/names.js';
import { type Range, phraseEndingAt, phraseStartingAt } from '../grammar/noun-phrases.js';
import { type Outlets, isOutletWord } from '../sources/outlets.js';
import { type Token } from '../words/token.js';
import { bodyEnd } from './verb-attributions.js';
import { wordFlag } from '../words/word.js';

/** Where the outlet vouches for the sentence itself: "documents seen by the Ledger show", "by our count", "The Herald has learned", "our reporter saw". */
export function selfAttributions(tokens: readonly Token[], outlets: Outlets): Found[] {
  const last = bodyEnd(tokens);
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || token.quote !== 'outside') continue;
    const found = mayCarry(token.word)
      ? (seenBy(tokens, i, last, outlets) ?? byOurCount(tokens, i, last))
      : (ownFinding(tokens, i, last, outlets) ?? ownDeed(tokens, i, last) ?? ownWork(tokens, i, last, outlets));
    if (found) return [found];
  }
  return [];
}

const mayCarry = wordFlag(({ lower }) => /^(?:by|to|with|in|on)$/.test(lower));

/** "Papers seen by the Ledger", "statements passed to this newspaper". */
function seenBy(tokens: readonly Token[], at: number, last: number, outlets: Outlets): Found | null {
  if (!/^(?:by|to|with)$/.test(wordAt(tokens, at)) || !SEEN_BY.has(wordAt(tokens, at - 1))) return null;
  const who = nameAt(tokens, at + 1) ?? phraseStartingAt(tokens, at + 1, new Set(['of']));
  if (!who || !isOutlet(tokens, who, outlets.named, true)) return null;
  const content = [
    { start: 0, end: at - 1 },
    { start: who.end, end: last },
  ].filter((range) => range.end > range.start);
  return { source: who, cue: { start: at - 1, end: at + 1 }, content, manner: 'speech', sort: 'self' };
}

/** "the Journal", "Greenwatch Weekly": capitals only, so that a verb read as a noun stays out. */
function nameAt(tokens: readonly Token[], at: number): Range | null {
  const from = wordAt(tokens, at) === 'the' ? at + 1 : at;
  let end = from;
  while (end - from < 6 && (isCapitalAt(tokens, end) || textAt(tokens, end) === '-')) end += 1;
  return end > from ? { start: at, end } : null;
}

const COUNTS =
  /^(?:calculations?|count|reckoning|estimates?|analysis|tally|arithmetic|poll|survey|recordings?|photographs?)$/;

/** "by our count", "in our snap poll": both sides of it. */
function byOurCount(tokens: readonly Token[], at: number, last: number): Found | null {
  if (!/^(?:by|in|on)$/.test(wordAt(tokens, at)) || !/^(?:my|our|this)$/.test(wordAt(tokens, at + 1))) return null;
  if (wordAt(tokens, at) !== 'by' && wordAt(tokens, at + 1) !== 'our') return null;
  const noun = [at + 2, at + 3].find((i) => COUNTS.test(wordAt(tokens, i)));
  if (noun === undefined) return null;
  const before = textAt(tokens, at - 1) === ',' ? at - 1 : at;
  const after = textAt(tokens, noun + 1) === ',' ? noun + 2 : noun + 1;
  const content = [
    { start: 0, end: before },
    { start: after, end: last },
  ].filter((range) => range.end - range.start > 1);
  return content.length > 0
    ? {
        source: { start: at + 1, end: at + 2 },
        cue: { start: at, end: noun + 1 },
        content,
        manner: 'speech',
        sort: 'self',
      }
    : null;
}

const FINDINGS =
  /^(?:interviewed|learnt|learned|reveal|revealed|understands?|obtained|reviewed|seen|viewed|established?|discovered|uncovered|found|finds|calculated|verified|confirm|confirmed|examined|spoke|spoken|shown|heard|counted|analysed|analyzed|report|reported|broke|disclose|looked)$/;

/** What reporters do to find out and then tell of: "We traced", "The Herald compared". */
const DIGGING =
  /^(?:read|checked|compared|matched|traced|watched|photographed|inspected|timed|recorded|tracked|tested|telephoned|phoned|rang|visited|surveyed|measured|charted|sampled|mapped|counted|filmed)$/;
const isFinding = wordFlag(({ lower }) => FINDINGS.test(lower));
const isDigging = wordFlag(({ lower }) => DIGGING.test(lower));

/** Where the subject of a verb ends: before its helpers and adverbs ("has since", "did", "was able to"). */
function groupStart(tokens: readonly Token[], at: number): number {
  let start = at;
  while (
    start > 0 &&
    (/^(?:AUX|ADV)$/.test(posAt(tokens, start - 1)) ||
      /^(?:was|been|has|have|can|did|able|to|first|since|also)$/.test(wordAt(tokens, start - 1)))
  )
    start -= 1;
  return start;
}

/** "This newspaper has learned that", "The Beacon reviewed a draft", "I can reveal". */
function ownFinding(tokens: readonly Token[], at: number, last: number, { named }: Outlets): Found | null {
  const token = tokens[at];
  if (!token || (token.pos !== 'VERB' && token.pos !== 'NOUN')) return null;
  const digging = isDigging(token.word);
  if (!digging && !isFinding(token.word)) return null;
  const start = groupStart(tokens, at);
  const subject = phraseEndingAt(tokens, start);
  const sure = start < at || digging || /^(?:finds|found|reviewed|obtained|understands?|broke)$/.test(token.lower);
  if (!subject || subject.end - subject.start > 8 || !isOutlet(tokens, subject, named, sure)) return null;
  if (!narratorFinds(tokens, subject, start, at) || NEGATIONS.has(wordAt(tokens, at - 1))) return null;
  const fronted = at + 1 >= last && textAt(tokens, subject.start - 1) === ',';
  const content = fronted ? { start: 0, end: subject.start - 1 } : { start: at + 1, end: last };
  return selfFound(subject, { start, end: at + 1 }, content);
}

/** What "we" and "I" find out for the reader; much else that they do is their life. True for all other subjects. */
function narratorFinds(tokens: readonly Token[], subject: Range, start: number, at: number): boolean {
  const first = wordAt(tokens, subject.start);
  if (first !== 'i' && first !== 'we') return true;
  const word = wordAt(tokens, at);
  if (first === 'we' && (word === 'found' || isDigging((tokens[at] as Token).word))) return true;
  if (wordAt(tokens, start) === 'have' && /^(?:seen|read|looked|found)$/.test(word))
    return subject.start === 0 && !/^(?:him|her|them|you|it)$/.test(wordAt(tokens, at + 1));
  return /^(?:timed|photographed|charted|measured|learned|learnt|reveal|report|counted|obtained|reviewed|viewed|shown|establish|established|confirm|calculated|verified|examined|analysed|analyzed|disclose|uncovered)$/.test(
    word,
  );
}

const DEEDS =
  /^(?:saw|heard|holds?|held|keeps?|has|went|stood|gathered|collected|compiled|published|printed|turned|given|sent|took|discovered|match(?:es)?|counts?|shows?|confirm|tells?|reported|revealed|wrote|asked|requested)$/;
/** Words one of which stands in all that `SELF_PATTERN` knows: asked first, for the pattern is dear. */
const pointsHere = wordFlag(({ lower }) => /^(?:this|our|present)$/.test(lower));
const isDeed = wordFlag(({ lower }) => DEEDS.test(lower));

/** "Our reporter on the quay saw", "This newspaper holds both": whatever the outlet did to know. */
function ownDeed(tokens: readonly Token[], at: number, last: number): Found | null {
  const token = tokens[at];
  if (!token || !isDeed(token.word) || !/^(?:VERB|NOUN|AUX)$/.test(token.pos)) return null;
  if (token.lower === 'has' && /^(?:VERB|AUX|ADV)$/.test(posAt(tokens, at + 1))) return null;
  const start = groupStart(tokens, at);
  const subject = phraseEndingAt(tokens, start);
  if (!subject || subject.end - subject.start > 8 || NEGATIONS.has(wordAt(tokens, at - 1))) return null;
  const pointing = tokens.slice(subject.start, subject.end).some(({ word }) => pointsHere(word));
  if (!pointing || !SELF_PATTERN.test(textOf(tokens, subject.start, subject.end))) return null;
  return at + 1 >= last && textAt(tokens, subject.start - 1) === ','
    ? selfFound(subject, { start, end: at + 1 }, { start: 0, end: subject.start - 1 })
    : selfFound(subject, { start, end: at + 1 }, { start: at + 1, end: last });
}

const isWork = wordFlag(({ lower }) =>
  /^(?:analysis|review|investigation|count|poll|survey|probe|inquiry|test|study)$/.test(lower),
);

/** "…, Dispatch analysis finds" over a story: the outlet's name, its work, a verb, and nothing behind. */
function ownWork(tokens: readonly Token[], at: number, last: number, { named }: Outlets): Found | null {
  const token = tokens[at];
  if (!token || !isWork(token.word) || at + 2 !== last || !isCapitalAt(tokens, at - 1)) return null;
  const name = wordAt(tokens, at - 1);
  const from = wordAt(tokens, at - 2) === 'a' ? at - 2 : at - 1;
  if (textAt(tokens, from - 1) !== ',' || !(named.has(name) || isOutletWord(name))) return null;
  return selfFound({ start: from, end: at + 1 }, { start: at + 1, end: last }, { start: 0, end: from - 1 });
}

const selfFound = (source: Range, cue: Range, content: Range): Found | null =>
  content.end > content.start ? { source, cue, content: [content], manner: 'speech', sort: 'self' } : null;

function isOutlet(tokens: readonly Token[], phrase: Range, outlets: ReadonlySet<string>, outletVerb: boolean): boolean {
  const text = textOf(tokens, phrase.start, phrase.end);
  if (SELF_PATTERN.test(text)) return true;
  const word = wordAt(tokens, phrase.end - 1);
  if (phrase.end - phrase.start === 1 && /^(?:i|we|us|me)$/.test(word)) return outletVerb;
  const named = isCapitalAt(tokens, phrase.end - 1);
  return outletVerb && named && (outlets.has(word) || (isOutletWord(word) && phrase.end - phrase.start <= 4));
}
