import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Found } from '../attributions/found.js';
import { RECORD_HEADS } from '../lexicon/records.js';
import { singular } from '../lexicon/noun-classes.js';
import { type Range, headOf, phraseStartingAt } from '../grammar/noun-phrases.js';
import { type Token } from '../words/token.js';
import { bodyEnd } from './verb-attributions.js';
import { wordFlag } from '../words/word.js';

/** Records as the place where something stands: "under the Harbours Act", "appears in the inventory of 1611". `alone`: no other rule has found anything in the sentence. */
export function recordAttributions(tokens: readonly Token[], alone = false): Found[] {
  const last = bodyEnd(tokens);
  const under = underLaw(tokens, last) ?? inWriting(tokens, last) ?? (alone ? inRecord(tokens, last) : null);
  if (under) return [under];
  for (let i = 1; i < tokens.length; i += 1) {
    const place = quoteAt(tokens, i) === 'outside' ? recordPlace(tokens, i, last) : null;
    if (place) return [place];
  }
  return [];
}

const LAWS = new Set(
  'act bill law laws code regulations regulation statute ordinance amendment treaty agreement constitution rules charter proposition measure legislation contract draft policy deal pact accord ruling decree order bylaw by-law byelaw resolution convention settlement injunction lease covenant licence license permit protocol directive'.split(
    ' ',
  ),
);

/** "Under the Harbours Act, …", "Under a ruling handed down in May, …": what a law lays down. */
function underLaw(tokens: readonly Token[], last: number): Found | null {
  if (wordAt(tokens, 0) !== 'under') return null;
  const law = phraseStartingAt(tokens, 1);
  const head = law ? tokens[headOf(tokens, law)] : undefined;
  if (!law || !head) return null;
  const numbered = /^\p{Lu}{1,4}$/u.test(textAt(tokens, 1)) && posAt(tokens, law.end - 1) === 'NUM';
  if (!numbered && !LAWS.has(wordAt(tokens, law.end - 1)) && !LAWS.has(head.lower)) return null;
  const start = openingEnd(tokens, law.end, last);
  if (start < 0) return null;
  return {
    source: law,
    cue: { start: 0, end: 1 },
    content: [{ start, end: last }],
    manner: 'record',
    sort: 'document',
  };
}

/** Where the main clause begins behind an opening phrase that ends at `end`: behind its comma, that of a relative clause or participle included; at "it" without one. -1 if it is not plain. */
function openingEnd(tokens: readonly Token[], end: number, last: number): number {
  const comma = (from: number): number => tokens.findIndex((token, i) => i >= from && i < last && token.text === ',');
  if (/^(?:it|there|they|he|she)$/.test(wordAt(tokens, end))) return end;
  let at =
    textAt(tokens, end) === ',' ||
    /^(?:VERB|ADP|ADJ)$/.test(posAt(tokens, end)) ||
    /^(?:that|which)$/.test(wordAt(tokens, end))
      ? comma(end)
      : -1;
  if (
    at >= 0 &&
    (/^(?:which|who|whose)$/.test(wordAt(tokens, at + 1)) ||
      /ed$/.test(wordAt(tokens, at + 1)) ||
      /^an?$/.test(wordAt(tokens, at + 1)))
  )
    at = comma(at + 1);
  return at >= 0 && at + 3 <= last ? at + 1 : -1;
}

/** Records that "in" or "on" may open a sentence with: books and plans are told of otherwise. */
const CITED = new Set(
  'recording report survey study letter email e-mail memo filing filings affidavit lawsuit complaint indictment testimony deposition poll statement document documents papers diary audit census transcript register log logbook ledger inventory return chart file files records tweet post message messages appeal petition'.split(
    ' ',
  ),
);

/** "In a diary survey, nearly all reported strange dreams", "On the chart for March, a girl is marked “elephant”". */
/** Writings that win over whoever wrote them. */
const WRITINGS = new Set(
  'report ruling judgment judgement verdict decision memo memorandum letter paper study audit review thesis voicemail messages recording recordings diary testament will log affidavit notebook findings minutes survey poll'.split(
    ' ',
  ),
);

/** "In her letter of resignation, a single page, she regrets": paraphrase of what is written; words in quotation marks stay their speaker's. */
function inWriting(tokens: readonly Token[], last: number): Found | null {
  if (wordAt(tokens, 0) !== 'in') return null;
  const record = phraseStartingAt(tokens, 1);
  const at = record ? headOf(tokens, record) : -1;
  const head = wordAt(tokens, at);
  if (!record || !(WRITINGS.has(head) || wordAt(tokens, record.end - 1) === 'mail')) return null;
  // "In the judgment of the leader" is what somebody thinks.
  if (/^judge?ment$/.test(head) && wordAt(tokens, at + 1) === 'of') return null;
  const start = openingEnd(tokens, record.end, last);
  const spoken = tokens.filter(({ quote }) => quote === 'speech').length;
  if (start < 0 || spoken * 2 > last - start) return null;
  return {
    source: record,
    cue: { start: 0, end: 1 },
    content: [{ start, end: last }],
    manner: 'record',
    sort: 'document',
  };
}

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
