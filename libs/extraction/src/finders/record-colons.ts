import { type Found } from '../attributions/found.js';
import { type Range } from '../grammar/noun-phrases.js';
import {
  footingAt,
  isParticiple,
  modifies,
  recordEndingAt,
  recordHead,
  tellsWhich,
} from '../grammar/record-phrases.js';
import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';

// A colon behind a record spells out what stands in it: "The seating plan could not be plainer: …", "… in the guard's notebook: feathers".

/** What a sentence spells out of a record behind its colon; null where no record comes before one. */
export function recordColon(tokens: readonly Token[], last: number): Found | null {
  const colon = tokens.findIndex(({ text, quote }) => text === ':' && quote === 'outside');
  if (colon < 3 || colon + 2 >= last || quoteAt(tokens, colon + 1) !== 'outside') return null;
  const source = subjectOf(tokens, colon) ?? placeBefore(tokens, colon);
  if (!source) return null;
  const inside = source.start > 0;
  return {
    source,
    cue: inside ? { start: source.start - 1, end: source.start } : { start: source.end, end: colon },
    content: [...(inside ? [{ start: 0, end: source.start - 1 }] : []), { start: colon + 1, end: last }],
    manner: 'record',
    sort: 'document',
  };
}

/** The record that opens the sentence, as the subject of whatever verb stands before the colon. */
function subjectOf(tokens: readonly Token[], colon: number): Range | null {
  for (let verb = 1; verb < colon; verb += 1) {
    const token = tokens[verb] as Token;
    if (token.quote !== 'outside') return null;
    if (token.pos !== 'AUX' && (token.pos !== 'VERB' || isBareParticiple(tokens, verb))) continue;
    const subject = recordEndingAt(tokens, verb);
    if (subject) return subject.start === 0 && tellsWhich(tokens, subject) ? subject : null;
  }
  return null;
}

/** "Records kept at the hall": modifies the record, unless another verb tells. */
const isBareParticiple = (tokens: readonly Token[], at: number): boolean =>
  isParticiple((tokens[at] as Token).word) && posAt(tokens, at + 1) === 'ADP';

/** Records that somebody makes and that tell of plans, not of what is. */
const NO_RECORD = /^(?:lists?|tables?|forms?|papers?|statements?|messages?|texts?|cards?|guides?|accounts?)$/;

/** The record right before the colon, behind a preposition or "there is". */
function placeBefore(tokens: readonly Token[], colon: number): Range | null {
  for (let at = Math.max(1, colon - 16); at < colon - 1; at += 1) {
    const word = wordAt(tokens, at);
    if (quoteAt(tokens, at) !== 'outside' || !isPlacing(tokens, at, word)) continue;
    const head = recordHead(tokens, at + 1, colon);
    if (head < 0 || !/^(?:paged|dial)$/.test(footingAt(tokens, head)) || NO_RECORD.test(wordAt(tokens, head))) continue;
    const end = textAt(tokens, colon - 1) === ',' ? colon - 1 : colon;
    if (!modifies(tokens, head + 1, end) || !tellsWhich(tokens, { start: at + 1, end, head })) continue;
    return { start: at + 1, end };
  }
  return null;
}

const isPlacing = (tokens: readonly Token[], at: number, word: string): boolean =>
  /^(?:in|from|off|on|to)$/.test(word)
    ? word !== 'to' || wordAt(tokens, at - 1) === 'thanks'
    : /^(?:is|are|was|were)$/.test(word) && wordAt(tokens, at - 1) === 'there';
