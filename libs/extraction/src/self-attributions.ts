import { posAt, quoteAt, textAt, wordAt } from './token-at.js';
import { type Found } from './found.js';
import { SEEN_BY } from './lexicon/records.js';
import { SELF_PATTERN } from './lexicon/sources.js';
import { NEGATIONS } from './lexicon/words.js';
import { type Range, phraseEndingAt, phraseStartingAt } from './noun-phrases.js';
import { isOutletWord } from './outlets.js';
import { textOf } from './names.js';
import { type Token } from './token.js';
import { bodyEnd } from './verb-attributions.js';
import { wordFlag } from './word.js';

/** "documents seen by the Ledger show", "first broken by this reporter", "The Herald has learned": the outlet vouches for the sentence itself. */
export function selfAttributions(tokens: readonly Token[], outlets: ReadonlySet<string>): Found[] {
  const last = bodyEnd(tokens);
  for (let i = 1; i < tokens.length; i += 1) {
    if (quoteAt(tokens, i) !== 'outside') continue;
    const word = wordAt(tokens, i);
    const before = wordAt(tokens, i - 1);
    if ((word === 'by' || word === 'to' || word === 'with') && SEEN_BY.has(before)) {
      const who = phraseStartingAt(tokens, i + 1, new Set(['of']));
      if (who && isOutlet(tokens, who, outlets, true))
        return [
          {
            source: who,
            cue: { start: i - 1, end: i + 1 },
            content: aroundOf(who, i - 1, last),
            manner: 'speech',
            sort: 'self',
          },
        ];
    }
    if (
      word === 'by' &&
      /^(?:my|our|this)$/.test(wordAt(tokens, i + 1)) &&
      /^(?:calculations?|count|reckoning|estimates?|analysis)$/.test(wordAt(tokens, i + 2))
    )
      return [
        {
          source: { start: i + 1, end: i + 2 },
          cue: { start: i, end: i + 3 },
          content: [{ start: 0, end: i }],
          manner: 'speech',
          sort: 'self',
        },
      ];
    const own = ownFinding(tokens, i, last, outlets);
    if (own) return [own];
  }
  return [];
}

const FINDINGS =
  /^(?:interviewed|learnt|learned|reveal|revealed|understands?|obtained|reviewed|seen|viewed|established|discovered|uncovered|found|finds|calculated|verified|confirmed|examined|spoke|spoken|shown|heard|counted|analysed|analyzed|report|reported|broke|disclose)$/;

/** What reporters do to find out and then tell of: "We traced", "The Herald compared". */
const DIGGING =
  /^(?:read|checked|compared|matched|traced|watched|photographed|inspected|timed|recorded|tracked|tested|telephoned|visited|surveyed|measured|charted|sampled|mapped|counted)$/;
const isFinding = wordFlag(({ lower }) => FINDINGS.test(lower));
const isDigging = wordFlag(({ lower }) => DIGGING.test(lower));

/** "This newspaper has learned that", "The Beacon reviewed a draft", "I can reveal". */
function ownFinding(tokens: readonly Token[], at: number, last: number, outlets: ReadonlySet<string>): Found | null {
  const token = tokens[at];
  if (!token || (token.pos !== 'VERB' && token.pos !== 'NOUN')) return null;
  const digging = isDigging(token.word);
  if (!digging && !isFinding(token.word)) return null;
  let start = at;
  while (
    start > 0 &&
    (posAt(tokens, start - 1) === 'AUX' ||
      posAt(tokens, start - 1) === 'ADV' ||
      /^(?:was|been|has|have|can|to|first)$/.test(wordAt(tokens, start - 1)))
  )
    start -= 1;
  const subject = phraseEndingAt(tokens, start);
  if (
    !subject ||
    subject.end - subject.start > 8 ||
    !isOutlet(
      tokens,
      subject,
      outlets,
      start < at || digging || /^(?:finds|found|reviewed|obtained|understands?|broke)$/.test(token.lower),
    )
  )
    return null;
  const first = wordAt(tokens, subject.start);
  if (
    (first === 'i' || first === 'we') &&
    !(first === 'we' && (token.lower === 'found' || digging)) &&
    !/^(?:timed|photographed|charted|measured)$/.test(token.lower) &&
    !/^(?:learned|learnt|reveal|report|counted|obtained|reviewed|viewed|shown|established|calculated|verified|examined|analysed|analyzed|disclose|uncovered)$/.test(
      token.lower,
    )
  )
    return null;
  if (NEGATIONS.has(wordAt(tokens, at - 1))) return null;
  const fronted = at + 1 >= last && textAt(tokens, subject.start - 1) === ',';
  const content = fronted ? { start: 0, end: subject.start - 1 } : { start: at + 1, end: last };
  return content.end > content.start
    ? { source: subject, cue: { start, end: at + 1 }, content: [content], manner: 'speech', sort: 'self' }
    : null;
}

function isOutlet(tokens: readonly Token[], phrase: Range, outlets: ReadonlySet<string>, outletVerb: boolean): boolean {
  const text = textOf(tokens, phrase.start, phrase.end);
  if (SELF_PATTERN.test(text)) return true;
  const word = wordAt(tokens, phrase.end - 1);
  if (phrase.end - phrase.start === 1 && /^(?:i|we|us|me)$/.test(word)) return outletVerb;
  const head = tokens[phrase.end - 1];
  const named = head !== undefined && /^\p{Lu}/u.test(head.text);
  return outletVerb && named && (outlets.has(word) || (isOutletWord(word) && phrase.end - phrase.start <= 4));
}

function aroundOf(who: Range, cueStart: number, last: number): Range[] {
  const left = { start: 0, end: cueStart };
  const right = { start: who.end, end: last };
  return [left, right].filter((range) => range.end - range.start > 0);
}
