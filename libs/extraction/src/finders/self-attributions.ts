import { isCapitalAt, isPossessiveAt, posAt, textAt, wordAt } from '../words/token-at.js';
import { type Found } from '../attributions/found.js';
import { SEEN_BY } from '../lexicon/records.js';
import { NEGATIONS } from '../lexicon/words.js';
import { type Range, phraseEndingAt, phraseStartingAt } from '../grammar/noun-phrases.js';
import { type Outlets, isOutletWord } from '../sources/outlets.js';
import { type Token } from '../words/token.js';
import { type WordKinds, wordFlag } from '../words/word.js';
import {
  groupStart,
  isOutlet,
  isStaffOf,
  outletSubject,
  pointsHere,
  pointsToSelf,
  selfFound,
} from './outlet-subjects.js';
import { isEyewitness, ownEyes } from './own-eyes.js';
import { inOurHands, isHolding, opensHands, ownPapers } from './own-papers.js';
import { byOurCount, isWork, ownVisit, ownWork } from './own-work.js';

/** Where the outlet vouches for the sentence itself: "documents seen by the Ledger show", "by our count", "The Herald has learned", "our reporter saw". */
export function selfAttribution(
  tokens: readonly Token[],
  last: number,
  kinds: WordKinds,
  { named }: Outlets,
): Found | null {
  if (!kinds.has(mayBeOwn) && !namesOneOf(tokens, named)) return null;
  const visit = ownVisit(tokens, last, named);
  if (visit) return visit;
  if (!kinds.has(turnsToSelf) && !kinds.has(pointsHere)) return null;
  const pointed = kinds.has(pointsHere) && pointsToSelf(tokens, { start: 0, end: last });
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || token.quote !== 'outside') continue;
    if (!turnsToSelf(token.word) && !(pointed && token.pos === 'VERB')) continue;
    const found = mayCarry(token.word)
      ? (seenBy(tokens, i, last, named) ??
        byOurCount(tokens, i, last, named) ??
        (opensHands(token.word) ? inOurHands(tokens, i, last, named) : null))
      : (ownFinding(tokens, i, last, named) ??
        ownSearch(tokens, i, last, named) ??
        ownDeed(tokens, i, last, named) ??
        ownEyes(tokens, i, last, named) ??
        ownPapers(tokens, i, last, named) ??
        ownWork(tokens, i, last, named));
    if (found) return found;
  }
  return null;
}

const namesOneOf = (tokens: readonly Token[], outlets: ReadonlySet<string>): boolean =>
  outlets.size > 0 && tokens.some(({ lower }) => outlets.has(lower));

/** Words one of which names or points at whoever writes; names that only this text tells are asked for besides. */
const mayBeOwn = wordFlag(
  ({ lower, text }) =>
    /^(?:i|we|us|me|my|our|this|your|present)$/.test(lower) || isOutletWord(lower) || /^[KW]\p{Lu}{2,3}$/u.test(text),
);

const mayCarry = wordFlag(({ lower }) => /^(?:by|to|with|in|on|from|during|for|before|reached)$/.test(lower));

/** What laboratories and surveyors do for an outlet. */
const DONE_FOR =
  /^(?:tested|measured|analysed|analyzed|examined|counted|weighed|timed|inspected|checked|surveyed|translated)$/;

const OF: ReadonlySet<string> = new Set(['of']);

/** "Papers seen by the Ledger", "statements passed to this newspaper". */
function seenBy(tokens: readonly Token[], at: number, last: number, named: ReadonlySet<string>): Found | null {
  const word = wordAt(tokens, at);
  if (at === 0 || !/^(?:by|to|with|for)$/.test(word)) return null;
  const before = wordAt(tokens, at - 1);
  if (!(word === 'for' ? DONE_FOR.test(before) : SEEN_BY.has(before))) return null;
  const who = nameAt(tokens, at + 1) ?? phraseStartingAt(tokens, at + 1, OF);
  if (!who || !isOutlet(tokens, who, named, true) || isPossessiveAt(tokens, who.end)) return null;
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

const FINDINGS =
  /^(?:interviewed|learnt|learned|reveal|revealed|understands?|obtained|reviewed|seen|viewed|established?|discovered|uncovered|found|finds|calculated|verified|confirm|confirmed|examined|spoke|spoken|shown|heard|counted|analysed|analyzed|report|reported|broke|disclose|looked)$/;

/** What reporters do to find out and then tell of: "We traced", "The Herald compared". */
const DIGGING =
  /^(?:read|checked|compared|matched|traced|watched|photographed|inspected|timed|recorded|tracked|tested|telephoned|phoned|rang|visited|surveyed|measured|weighed|charted|sampled|mapped|counted|filmed|combed|trawled|sifted|tallied|scoured|toured|reconstructed|plotted|translated|transcribed|witnessed|observed|overheard|hears?|learns)$/;
/** Findings that a newspaper's name needs no helper for. */
const SURE =
  /^(?:finds|found|reviewed|obtained|understands?|broke|analysed|analyzed|examined|verified|calculated|uncovered|interviewed)$/;
const isFinding = wordFlag(({ lower }) => FINDINGS.test(lower));
const isDigging = wordFlag(({ lower }) => DIGGING.test(lower));

/** "This newspaper has learned that", "The Beacon reviewed a draft", "I can reveal". */
function ownFinding(tokens: readonly Token[], at: number, last: number, named: ReadonlySet<string>): Found | null {
  const token = tokens[at];
  if (!token || (token.pos !== 'VERB' && token.pos !== 'NOUN')) return null;
  const digging = isDigging(token.word);
  if (!digging && !isFinding(token.word)) return null;
  const start = groupStart(tokens, at);
  const sure = start < at || digging || SURE.test(token.lower);
  const subject = outletSubject(tokens, start, named, sure);
  if (!subject || !narratorFinds(tokens, subject, start, at) || NEGATIONS.has(wordAt(tokens, at - 1))) return null;
  const fronted = at + 1 >= last && textAt(tokens, subject.start - 1) === ',';
  const content = fronted ? { start: 0, end: subject.start - 1 } : { start: at + 1, end: last };
  return selfFound(subject, { start, end: at + 1 }, content);
}

/** What "we" and "I" find out for the reader; much else that they do is their life. True for all other subjects. */
function narratorFinds(tokens: readonly Token[], subject: Range, start: number, at: number): boolean {
  const first = wordAt(tokens, subject.start);
  if (first !== 'i' && first !== 'we') return true;
  const word = wordAt(tokens, at);
  if (/^(?:myself|ourselves)$/.test(wordAt(tokens, at + 1))) return false;
  if (word === 'hear') return first === 'we' && wordAt(tokens, at + 1) === 'that';
  if (first === 'we' && (word === 'found' || isDigging((tokens[at] as Token).word))) return true;
  if (wordAt(tokens, start) === 'have' && /^(?:seen|read|looked|found)$/.test(word))
    return subject.start === 0 && !/^(?:him|her|them|you|it)$/.test(wordAt(tokens, at + 1));
  return /^(?:timed|photographed|charted|measured|weighed|learned|learnt|reveal|report|counted|obtained|reviewed|viewed|shown|establish|established|confirm|calculated|verified|examined|analysed|analyzed|disclose|uncovered)$/.test(
    word,
  );
}

/** Verbs that find out only with the words behind them. */
const leadsOn = wordFlag(({ lower }) =>
  /^(?:got|gotten|laid|went|gone|pored|spent|asked|bought|sent|reported|wrote|have)$/.test(lower),
);

/** "got hold of 300 pages", "went through the charts", "spent two days there and watched", "asked 40 councils", "I wrote that". */
function ownSearch(tokens: readonly Token[], at: number, last: number, named: ReadonlySet<string>): Found | null {
  const token = tokens[at];
  if (token && isOutcome(token.word) && wordAt(tokens, at - 1) === 'and') return ownOutcome(tokens, at, last, named);
  if (!token || !leadsOn(token.word) || !searches(tokens, at, last)) return null;
  const start = groupStart(tokens, at);
  const own = /^(?:reported|wrote|have)$/.test(token.lower);
  const subject = outletSubject(tokens, start, named, true);
  if (!subject || (own && !/^(?:i|we)$/.test(wordAt(tokens, subject.start)))) return null;
  return selfFound(subject, { start, end: at + 1 }, { start: at + 1, end: last });
}

/** "Turf Watch pulled the charts and found that": a named outlet opens the sentence, and what it came to stands behind "and". */
function ownOutcome(tokens: readonly Token[], at: number, last: number, named: ReadonlySet<string>): Found | null {
  const subject = nameAt(tokens, 0);
  if (!subject || subject.end >= at || /^(?:i|we)$/.test(wordAt(tokens, 0))) return null;
  if (!isOutlet(tokens, subject, named, true)) return null;
  return selfFound(subject, { start: at, end: at + 1 }, { start: subject.end, end: last });
}

function searches(tokens: readonly Token[], at: number, last: number): boolean {
  const next = wordAt(tokens, at + 1);
  switch (wordAt(tokens, at)) {
    case 'got':
    case 'gotten':
    case 'laid':
      return /^(?:hold|hands)$/.test(next);
    case 'went':
    case 'gone':
    case 'pored':
      return /^(?:through|over|undercover)$/.test(next) && findsBehind(tokens, at + 2, last, posAt(tokens, at + 2));
    case 'spent':
      return findsBehind(tokens, at + 1, last, '');
    case 'reported':
    case 'wrote':
      return [at + 1, at + 2, at + 3].some((i) => wordAt(tokens, i) === 'that');
    case 'have':
      return /^(?:i|we)$/.test(wordAt(tokens, at - 1)) && liesHere(tokens, at + 1);
    case 'sent':
      return /^(?:samples|swabs)$/.test(next) || tokens.slice(at, at + 14).some(({ lower }) => LABORATORY.test(lower));
    case 'asked':
      return posAt(tokens, at + 1) === 'NUM' && !/^(?:if|whether|to)$/.test(wordAt(tokens, at + 3));
    default:
      return findsBehind(tokens, at + 1, last, '');
  }
}

const LABORATORY = /^(?:laborator(?:y|ies)|labs?)$/;

/** "it here", "the deed in front of me", "both letters before me": papers that whoever writes looks at. */
function liesHere(tokens: readonly Token[], from: number): boolean {
  if (wordAt(tokens, from) === 'it' && wordAt(tokens, from + 1) === 'here') return true;
  for (let i = from + 1; i < from + 10; i += 1)
    if (/^(?:of|before)$/.test(wordAt(tokens, i)) && /^(?:me|us)$/.test(wordAt(tokens, i + 1)))
      return wordAt(tokens, i) === 'before' || wordAt(tokens, i - 1) === 'front';
  return false;
}

const isOutcome = wordFlag(({ lower }) =>
  /^(?:found|saw|watched|counted|heard|noted|discovered|came|could|looking|reading|watching|combing|going|talking|interviewing|checking|collecting|gathering|timing|two|both|none|all|contained|held)$/.test(
    lower,
  ),
);

/** "nine years of results and found", "two days in the queue watching": something found or looked for behind the verb; papers and numbers are looked through in any case. */
function findsBehind(tokens: readonly Token[], from: number, last: number, first: string): boolean {
  if (first === 'NUM') return true;
  for (let i = from; i < last; i += 1) {
    const token = tokens[i];
    if (!token || token.text === ';') return false;
    if (!isOutcome(token.word)) continue;
    if (/ing$/.test(token.lower) || /^(?:and|which|,)$/.test(wordAt(tokens, i - 1)) || token.lower === 'contained')
      return true;
  }
  return false;
}

const DEEDS =
  /^(?:saw|heard|holds?|held|keeps?|has|went|stood|gathered|collected|compiled|published|printed|turned|given|sent|took|discovered|match(?:es)?|counts?|shows?|confirm|tells?|reported|revealed|wrote|asked|requested|walked|drove|sat|spent|followed|rejects?|stands?|believes?|supports?|opposes?|urges?|recommends?|endorses?|apologises?|apologizes?|overlaid)$/;
const PERCEIVED = /^(?:saw|heard|stood|followed|walked|sat|spent)$/;
const isDeed = wordFlag(({ lower }) => DEEDS.test(lower));

/** "Our reporter on the quay saw", "This newspaper holds both": whatever the outlet did to know, or stands for. */
function ownDeed(tokens: readonly Token[], at: number, last: number, named: ReadonlySet<string>): Found | null {
  const token = tokens[at];
  if (!token || !isDeed(token.word) || !/^(?:VERB|NOUN|AUX)$/.test(token.pos)) return null;
  if (token.lower === 'has' && /^(?:VERB|AUX|ADV)$/.test(posAt(tokens, at + 1))) return null;
  const start = groupStart(tokens, at);
  if (NEGATIONS.has(wordAt(tokens, at - 1))) return null;
  const aside = textAt(tokens, start - 1) === ',' ? outletSubject(tokens, start, named, false) : null;
  const subject = aside ?? phraseEndingAt(tokens, start);
  if (!subject || subject.end - subject.start > 8) return null;
  if (!aside && !pointsToSelf(tokens, subject) && !(PERCEIVED.test(token.lower) && isStaffOf(tokens, subject, named)))
    return null;
  return at + 1 >= last && textAt(tokens, subject.start - 1) === ','
    ? selfFound(subject, { start, end: at + 1 }, { start: 0, end: subject.start - 1 })
    : selfFound(subject, { start, end: at + 1 }, { start: at + 1, end: last });
}

/** Words at which one of the constructions above turns. */
const turnsToSelf = wordFlag(
  (word) =>
    mayCarry(word) ||
    isFinding(word) ||
    isDigging(word) ||
    isOutcome(word) ||
    leadsOn(word) ||
    isDeed(word) ||
    isEyewitness(word) ||
    isHolding(word) ||
    isWork(word),
);
