import { type Found } from '../attributions/found.js';
import { type Range } from '../grammar/noun-phrases.js';
import { NEGATIONS } from '../lexicon/words.js';
import { posAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFlag } from '../words/word.js';
import { groupStart, outletSubject, pointsToSelf, selfFound } from './outlet-subjects.js';

// What whoever writes saw, heard, counted or tried: "I watched two of them climb in", "The Herald could make out nine names".

/** Taking a measure: what comes of it is a figure. */
const MEASURES =
  /^(?:counted|timed|clocked|paced|measured|weighed|tallied|totted|made|make|kept|keep|did|logged|noted|chalked|ticked)$/;
/** Perceiving: what comes of it is something that happened or stood there. */
const PERCEIVES =
  /^(?:saw|see|watched|watch|heard|hear|smelled|smelt|smell|tasted|felt|noticed|spotted|glimpsed|overheard|witnessed|observed|found|discerned|discern|make)$/;
/** Going to look; told with a colon, or with what was found behind "and". */
const LOOKS =
  /^(?:looked|checked|tried|tested|asked|read|went|came|drove|walked|climbed|called|sat|stood|followed|spent|set|took|rang|dialled|dialed|opened|handled|photographed)$/;
/** What only somebody who was there or had it in hand does. */
const ATTENDS =
  /^(?:sat|stood|walked|climbed|drove|called|visited|ate|tasted|bent|laid|tuned|met|attended|travelled|traveled|toured|watched|dug|unearthed|repeated|followed|drew|arrived|spent|tried|passed|shuffled|made|measured|tested|weighed|handled|opened|looked|noticed|glimpsed|spotted|saw|heard|noted|bought|ordered|joined|crossed|knocked|waited|queued|crawled|borrowed|trailed)$/;
/** What an outlet is let do, and what it is able to tell: "was shown the note", "has had sight of the deed", "can vouch for it". */
const GRANTED = /^(?:shown|allowed|given|let|handed|permitted|invited|granted|introduced|sent|taken|offered|had|been)$/;
const VOUCHES = /^(?:vouch|testify|report|state|say|disclose|confirm|reveal|attest|record)$/;

const PAPERS =
  /^(?:letters?|papers?|copy|copies|documents?|files?|photographs?|pictures?|recordings?|tapes?|deeds?|receipts?|invoices?|notes?|emails?|e-mails?|memo|minutes|transcripts?|footage)$/;
/** What an outlet does as a firm, and whom it asks. */
const HOUSEKEEPING =
  /^(?:contacted|approached|asked|reached|emailed|invited|moved|won|closed|launched|appointed|shared|opened|hired|sold|changed|turned|welcomes?|thanks?|wishes|invites?|regrets?|moves|needs?|wants?|costs?|goes|continues|ending|based)$/;

export const isEyewitness = wordFlag(
  ({ lower }) =>
    MEASURES.test(lower) ||
    PERCEIVES.test(lower) ||
    LOOKS.test(lower) ||
    ATTENDS.test(lower) ||
    GRANTED.test(lower) ||
    VOUCHES.test(lower) ||
    /^(?:reported|wrote|written|disclosed|revealed|printed|published|recorded|told)$/.test(lower),
);

/** The verb at `at` as what the narrator or the outlet saw or did to know; null where it is anything else. */
export function ownEyes(tokens: readonly Token[], at: number, last: number, named: ReadonlySet<string>): Found | null {
  const token = tokens[at];
  if (!token || !/^(?:VERB|NOUN|AUX)$/.test(token.pos)) return null;
  const start = abilityStart(tokens, groupStart(tokens, at));
  if (tokens.slice(start, at).some(({ lower }) => NEGATIONS.has(lower))) return null;
  const subject = outletSubject(tokens, start, named, true) ?? narratorBehind(tokens, start);
  if (!subject || asksForComment(tokens, at)) return null;
  const narrator = /^(?:i|we)$/.test(wordAt(tokens, subject.start));
  if (narrator && recallsReport(tokens, subject.start, at)) return reportBefore(tokens, subject, at, last);
  const own = narrator
    ? isClauseOfNarrator(tokens, subject) && perceives(tokens, start, at, last)
    : attends(tokens, start, at, pointsToSelf(tokens, subject));
  if (!own || at + 1 >= last) return null;
  const opening = clauseHead(tokens, subject.start);
  const content = [opening, { start: at + 1, end: last }].filter(({ start: from, end }) => end > from);
  return { source: subject, cue: { start, end: at + 1 }, content, manner: 'speech', sort: 'self' };
}

/** "From the back row", "By noon": the words before the subject that belong to what was seen; empty where they have a verb of their own behind a mark. */
function clauseHead(tokens: readonly Token[], end: number): Range {
  const plain = tokens.slice(0, end).every(({ pos, text }) => pos !== 'AUX' && !/^[;:—–]$/.test(text));
  return { start: 0, end: plain && end < 12 ? end : 0 };
}

/** "is able to say", "was allowed to count": before "able to". */
function abilityStart(tokens: readonly Token[], start: number): number {
  return wordAt(tokens, start) === 'to' || wordAt(tokens, start) === 'able' ? groupStart(tokens, start) : start;
}

const asksForComment = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at, at + 8).some(({ lower }) => /^(?:comment|response|reply|interview)$/.test(lower));

/** "as we reported in May", "which I wrote about here": what was printed before. */
const recallsReport = (tokens: readonly Token[], subject: number, at: number): boolean =>
  /^(?:as|which)$/.test(wordAt(tokens, subject - 1)) &&
  /^(?:reported|wrote|written|disclosed|revealed|printed|published|recorded|told)$/.test(wordAt(tokens, at));

function reportBefore(tokens: readonly Token[], subject: Range, at: number, last: number): Found | null {
  const from = subject.start - 1;
  const comma = tokens.findIndex(({ text }, i) => i > at && text === ',');
  const content = from > 1 ? { start: 0, end: from } : { start: comma + 1, end: comma > 0 ? last : 0 };
  return selfFound(subject, { start: from, end: at + 1 }, content);
}

/** "From the back row I": where the words before would be read as one phrase with it. */
function narratorBehind(tokens: readonly Token[], end: number): Range | null {
  const narrator = /^(?:i|we)$/.test(wordAt(tokens, end - 1)) && posAt(tokens, end - 2) === 'NOUN';
  return narrator ? { start: end - 1, end } : null;
}

/** The narrator's own clause, no "the man I saw". */
function isClauseOfNarrator(tokens: readonly Token[], { start }: Range): boolean {
  if (start === 0) return true;
  const joined = /^(?:[,;:—–(]|and|but|so|then|where|when|while|as)$/.test(wordAt(tokens, start - 1));
  return joined || /^(?:when|while|after|before|from|with)$/.test(wordAt(tokens, 0)) || opensWithTime(tokens, start);
}

/** "By half past nine I …": a phrase without a verb opens the sentence. */
const opensWithTime = (tokens: readonly Token[], end: number): boolean =>
  end < 9 && posAt(tokens, 0) === 'ADP' && !tokens.slice(0, end).some(({ pos }) => /^(?:VERB|AUX|PUNCT)$/.test(pos));

/** Whether what "I" or "we" did came to something that a reader could have seen too. */
function perceives(tokens: readonly Token[], start: number, at: number, last: number): boolean {
  const word = wordAt(tokens, at);
  const next = wordAt(tokens, at + 1);
  const able = /^(?:can|could|able)$/.test(wordAt(tokens, start)) || wordAt(tokens, start + 1) === 'able';
  if (VOUCHES.test(word)) return able && /^(?:vouch|testify|report|state|attest)$/.test(word);
  if (/^(?:myself|ourselves)$/.test(next)) return false;
  if (word === 'make' || word === 'made')
    return next === 'out' ? able || word === 'made' : next === 'it' && hasNumber(tokens, at + 2, at + 7);
  if (/^(?:kept|keep)$/.test(word))
    return tokens.slice(at + 1, at + 4).some(({ lower }) => /^(?:tally|count|score|log|note|notes)$/.test(lower));
  if (word === 'noted' && next === 'down') return true;
  if (MEASURES.test(word) && word !== 'did') return next !== 'on' && hasNumber(tokens, at + 1, last);
  if (PERCEIVES.test(word) && (able || /(?:ed|saw|heard|smelt)$/.test(word)))
    return seesHappen(tokens, at + 1, last) || wordAt(tokens, at + 2) === 'myself';
  return LOOKS.test(word) && (colonBehind(tokens, at, last) || findsThen(tokens, at, last));
}

const hasNumber = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ pos }) => pos === 'NUM');

/** ", …: the motor is dated 1974". */
const colonBehind = (tokens: readonly Token[], at: number, last: number): boolean =>
  tokens.slice(at + 1, Math.min(last, at + 24)).some(({ text, quote }) => text === ':' && quote === 'outside');

/** "and counted forty doors", "and watched him do it". */
function findsThen(tokens: readonly Token[], at: number, last: number): boolean {
  for (let i = at + 1; i < Math.min(last, at + 20); i += 1)
    if (
      wordAt(tokens, i - 1) === 'and' &&
      /^(?:saw|watched|counted|heard|found|timed|measured|noted|smelled)$/.test(wordAt(tokens, i))
    )
      return seesHappen(tokens, i + 1, last);
  return false;
}

/** "him come", "two of the judges reach for it", "that the bar was up", "forty doors": something that happened, or how many there were. */
function seesHappen(tokens: readonly Token[], from: number, last: number): boolean {
  if (/^(?:that|how|no|nobody|nothing|neither)$/.test(wordAt(tokens, from))) return true;
  for (let i = from; i < Math.min(last, from + 10); i += 1) {
    const token = tokens[i];
    if (!token || (token.pos === 'PUNCT' && token.text !== ':')) return false;
    if (token.pos === 'NUM' || token.text === ':') return true;
    if (token.pos === 'AUX' || /^(?:SCONJ|CCONJ)$/.test(token.pos)) return false;
    if (i > from && token.pos === 'VERB' && /^(?:NOUN|PROPN|PRON)$/.test(posAt(tokens, i - 1)))
      return !/^(?:say|tell|saying|telling|called|named)$/.test(token.lower);
  }
  return false;
}

/** What an outlet does that was there or had the thing in hand; being let do it counts, being founded or owned does not. */
function attends(tokens: readonly Token[], start: number, at: number, pointed: boolean): boolean {
  const word = wordAt(tokens, at);
  const held = /^(?:has|holds)$/.test(word) && tokens.slice(at + 1, at + 6).some((token) => PAPERS.test(token.lower));
  if (held && posAt(tokens, at + 1) === 'DET') return true;
  const first = wordAt(tokens, start);
  const able = /^(?:can|could|able)$/.test(first) || wordAt(tokens, start + 1) === 'able';
  if (VOUCHES.test(word) || /^(?:make|see|hear|smell|discern)$/.test(word)) return able;
  const be = /^(?:is|are|was|were|been)$/.test(wordAt(tokens, at - 1)) && posAt(tokens, at) !== 'AUX';
  if (GRANTED.test(word))
    return (
      (be && /^(?:shown|allowed|given|let|permitted|invited|granted|introduced|sent|handed)$/.test(word)) ||
      (/^(?:had|been)$/.test(word) && /^(?:has|have)$/.test(wordAt(tokens, at - 1)) && inHand(tokens, at + 1))
    );
  if (be || (word === 'made' && wordAt(tokens, at + 1) !== 'it')) return false;
  return (
    ATTENDS.test(word) || PERCEIVES.test(word) || (pointed && posAt(tokens, at) === 'VERB' && !HOUSEKEEPING.test(word))
  );
}

/** "has had | sight of it", "has been | through the letters", "has been | over every canvas". */
const inHand = (tokens: readonly Token[], from: number): boolean =>
  /^(?:sight|access|through|over|inside|it|them|a|the|let|shown|given|allowed|to)$/.test(wordAt(tokens, from)) &&
  textAt(tokens, from + 1) !== '';
