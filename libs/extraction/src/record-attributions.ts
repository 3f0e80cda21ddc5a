import { posAt, quoteAt, textAt, wordAt } from './token-at.js';
import { contentEnd } from './content-ends.js';
import { type Found } from './found.js';
import { RECORD_HEADS, RECORD_VERBS, SEEN_BY } from './lexicon/records.js';
import { singular } from './lexicon/noun-classes.js';
import { SELF_PATTERN } from './lexicon/sources.js';
import { MODALS, NEGATIONS } from './lexicon/words.js';
import { type Range, headOf, phraseEndingAt, phraseStartingAt } from './noun-phrases.js';
import { textOf } from './names.js';
import { subjectBefore } from './subjects.js';
import { type Token } from './token.js';
import { isOutletWord } from './outlets.js';
import { bodyEnd } from './verb-attributions.js';
import { wordFlag } from './word.js';

const isRecordVerb = wordFlag(({ lower }) => RECORD_VERBS.has(lower));

/**
 * Readings of records: a record as the subject of a verb that says what stands in it ("the gate log shows no visitor"), or as
 * the place where it stands ("appears in the inventory of 1611"). `alone`: no other rule has found anything in the sentence.
 */
export function recordAttributions(tokens: readonly Token[], alone = false): Found[] {
  const last = bodyEnd(tokens);
  const under = underLaw(tokens, last) ?? (alone ? inRecord(tokens, last) : null);
  if (under) return [under];
  for (let i = 1; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || token.quote !== 'outside') continue;
    const place = recordPlace(tokens, i, last);
    if (place) return [place];
    if (!isRecordVerb(token.word) || !(token.pos === 'VERB' || token.pos === 'NOUN' || token.pos === 'AUX')) continue;
    const reading = recordReading(tokens, i, last);
    if (reading) return [reading];
  }
  return [];
}

const LAWS = new Set(
  'act bill law laws code regulations regulation statute ordinance amendment treaty agreement constitution rules charter proposition measure legislation contract draft policy deal pact accord ruling decree'.split(
    ' ',
  ),
);

/** "Under the Harbours Act, …": what a law lays down. */
function underLaw(tokens: readonly Token[], last: number): Found | null {
  if (wordAt(tokens, 0) !== 'under') return null;
  const law = phraseStartingAt(tokens, 1);
  const head = law ? tokens[headOf(tokens, law)] : undefined;
  if (!law || !head || textAt(tokens, law.end) !== ',') return null;
  const numbered = /^\p{Lu}{1,4}$/u.test(textAt(tokens, 1)) && posAt(tokens, law.end - 1) === 'NUM';
  if (!numbered && !LAWS.has(wordAt(tokens, law.end - 1)) && !LAWS.has(head.lower)) return null;
  return {
    source: law,
    cue: { start: 0, end: 1 },
    content: [{ start: law.end + 1, end: last }],
    manner: 'record',
    sort: 'document',
  };
}

/** Records that "in" or "on" may open a sentence with: books and plans are told of otherwise. */
const CITED = new Set(
  'recording report survey study letter email e-mail memo filing filings affidavit lawsuit complaint indictment testimony deposition poll statement document documents papers diary audit census transcript register log logbook ledger inventory return chart file files records tweet post message messages appeal petition'.split(
    ' ',
  ),
);

/** "In a diary survey, nearly all reported strange dreams", "On the chart for March, a girl is marked “elephant”". */
function inRecord(tokens: readonly Token[], last: number): Found | null {
  if (!/^(?:in|on)$/.test(wordAt(tokens, 0))) return null;
  const record = phraseStartingAt(tokens, 1);
  const head = record ? tokens[headOf(tokens, record)] : undefined;
  if (!record || !head || !CITED.has(head.lower) || record.end - record.start < 2) return null;
  const comma = textAt(tokens, record.end) === ',';
  const rest = comma ? record.end + 1 : record.end;
  if (!comma || rest + 3 > last) return null;
  return {
    source: record,
    cue: { start: 0, end: 1 },
    content: [{ start: rest, end: last }],
    manner: 'record',
    sort: 'document',
  };
}

function recordReading(tokens: readonly Token[], at: number, last: number): Found | null {
  let start = at;
  while (
    start > 0 &&
    (posAt(tokens, start - 1) === 'AUX' ||
      posAt(tokens, start - 1) === 'ADV' ||
      NEGATIONS.has(wordAt(tokens, start - 1)))
  )
    start -= 1;
  const helpers = tokens.slice(start, at).map((token) => token.lower);
  if (
    helpers.some(
      (word) => /^(?:is|are|was|were|be|been|being|being)$/.test(word) || (MODALS.has(word) && word !== 'will'),
    )
  )
    return null;
  const subject = subjectBefore(tokens, start);
  if (!subject || !isRecord(tokens, subject)) return null;
  const next = tokens[at + 1];
  if (/^(?:have|has|had)$/.test(wordAt(tokens, at)) && next?.pos === 'VERB') return null;
  if (
    !next ||
    (next.pos === 'PUNCT' && next.quote !== 'mark' && next.text !== ':') ||
    next.lower === 'by' ||
    next.lower === 'into'
  )
    return null;
  const from = next.text === ':' ? at + 2 : at + 1;
  return from < last
    ? {
        source: subject,
        cue: { start, end: at + 1 },
        content: [{ start: from, end: contentEnd(tokens, from, last) }],
        manner: 'record',
        sort: 'document',
      }
    : null;
}

function isRecord(tokens: readonly Token[], phrase: Range): boolean {
  const head = tokens[headOf(tokens, phrase)];
  if (!head || !(RECORD_HEADS.has(head.lower) || RECORD_HEADS.has(singular(head.lower)))) return false;
  const first = wordAt(tokens, phrase.start);
  return phrase.end - phrase.start > 1 || /^\p{Lu}/u.test(head.text) || first.endsWith('s');
}

const isPlacing = wordFlag(({ lower }) =>
  /^(?:appears?|appeared|stands?|stood|features?|featured|listed|recorded|entered|mentioned|buried|noted|named)$/.test(
    lower,
  ),
);

/** "… appears in the estate inventory", "stands in the register": a record at the end as the place of what is said. */
function recordPlace(tokens: readonly Token[], at: number, last: number): Found | null {
  const verb = tokens[at];
  if (!verb || !isPlacing(verb.word)) return null;
  if (!/^(?:in|on|under)$/.test(wordAt(tokens, at + 1))) return null;
  const record = phraseStartingAt(tokens, at + 2);
  if (!record || !isRecord(tokens, record) || at < 1) return null;
  return {
    source: record,
    cue: { start: at, end: at + 2 },
    content: [{ start: 0, end: at }, ...(record.end < last ? [{ start: record.end, end: last }] : [])],
    manner: 'record',
    sort: 'document',
  };
}

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
