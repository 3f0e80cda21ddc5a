import { type Found } from '../attributions/found.js';
import { type Range } from '../grammar/noun-phrases.js';
import { recordHead } from '../grammar/record-phrases.js';
import { singular } from '../lexicon/noun-classes.js';
import { quoteAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { type WordKinds, wordFlag } from '../words/word.js';
import { wordSet } from '../lexicon/word-list.js';

/** What a body puts its findings in. What is issued to be heard (a statement, a letter) is its own speech. */
const REPORTS = wordSet(
  'report audit review study survey ruling judgment judgement decision determination finding dissent adjudication prospectus minute account thesis analysis assessment verdict bulletin',
);
const mayBeReport = wordFlag(({ lower }) => REPORTS.has(singular(lower)));

/** "The panel concluded in a report published on Monday", "In its written decision, the tribunal found": the report is the record that tells. */
export function inReports(tokens: readonly Token[], kinds: WordKinds, found: readonly Found[]): readonly Found[] {
  if (found.length === 0 || !kinds.has(mayBeReport)) return found;
  return found.map((one) => (one.sort === undefined && isWritten(tokens, one) ? { ...one, sort: 'document' } : one));
}

function isWritten(tokens: readonly Token[], { source, cue, content, manner }: Found): boolean {
  if (!source || !cue || !/^(?:speech|act|record)$/.test(manner)) return false;
  const from = Math.min(source.start, cue.start);
  const to = Math.max(source.end, cue.end);
  for (let i = from; i <= to && i < tokens.length; i += 1) {
    if (wordAt(tokens, i) !== 'in' || quoteAt(tokens, i) !== 'outside') continue;
    if (i > source.end && i < cue.start && source.end > cue.start) continue;
    if (content.some((piece) => piece.start < i && i < piece.end)) continue;
    if (isReportAt(tokens, i + 1)) return true;
  }
  return manner !== 'record' && endsInReport(tokens, content.at(-1), cue.end);
}

/** "rated the home as inadequate in a report published in May": behind what is said, up to its end. */
function endsInReport(tokens: readonly Token[], said: Range | undefined, from: number): boolean {
  if (!said || said.start < from || quoteAt(tokens, said.start) !== 'outside') return false;
  if (/^(?:that|to|whether|how)$/.test(wordAt(tokens, said.start))) return false;
  for (let i = said.start + 1; i < said.end; i += 1) {
    if (wordAt(tokens, i) !== 'in' || !isReportAt(tokens, i + 1)) continue;
    const head = recordHead(tokens, i + 1, said.end);
    const rest = tokens.slice(head + 1, said.end);
    return (
      !rest.some(({ text }) => text === ',') &&
      (/^(?:published|released|issued|filed|posted)$/.test(wordAt(tokens, head + 1)) ||
        (rest.length === 0 && /^(?:its|his|her|their)$/.test(wordAt(tokens, i + 1))))
    );
  }
  return false;
}

/** Whether the phrase that starts at `at` names a report: "its final report", "a study of wrecks". */
export function isReportAt(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:its|his|her|their|an?|the|this|that)$/.test(wordAt(tokens, at))) return false;
  const head = recordHead(tokens, at, tokens.length);
  return head >= 0 && REPORTS.has(singular(wordAt(tokens, head)));
}
