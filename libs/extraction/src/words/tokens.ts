import { type Utf16Offset } from '@proofdesk/text';
import { type Quote } from '../segments/quotes.js';
import { repairTags } from './repair-tags.js';
import { SentenceReader } from './sentence-reader.js';
import { type Stretch } from '../segments/sentences.js';
import { type Pos, type QuoteState, Token } from './token.js';
import { isCapitalized, wordFlag, wordOf } from './word.js';

let reader: SentenceReader | undefined;

/** Loads the language model now, so that the first article does not wait for it: it takes a fifth of a second. */
export function warmUp(): void {
  reader ??= new SentenceReader();
  reader.read('Ready.', 0, 6);
}

/** What a quotation is, as far as tokens need to know. */
export interface MarkedQuote extends Quote {
  readonly speech: boolean;
  /** A whole utterance: a capital at the start, a stop or comma before the closing mark. */
  readonly whole: boolean;
}

/** Walks the quotations of a text once, alongside its tokens: both come in order. */
export interface QuoteCursor {
  at: number;
  readonly quotes: readonly MarkedQuote[];
}

/** Tokens of one sentence with universal parts of speech and quotation state. */
export function tokenize(text: string, sentence: Stretch, cursor: QuoteCursor): Token[] {
  reader ??= new SentenceReader();
  const { start: from, end: to } = sentence;
  const count = reader.read(text, from, to);
  const tokens: Token[] = [];
  let last: Token | undefined;
  for (let i = 0; i < count; i += 1) {
    const word = reader.wordAt(i);
    const tag = reader.posAt(i);
    if (tag === 'SPACE' || isBlank(word)) continue;
    const start = reader.startAt(i);
    const end = start + word.text.length;
    if (last?.end === start && (joinHyphen(tokens, text, start, end, tag) || joinLetters(tokens, text, start, end))) {
      last = tokens[tokens.length - 1];
      continue;
    }
    const pos = isCourtesy(word) ? 'PROPN' : tag;
    last = new Token(word, start as Utf16Offset, end as Utf16Offset, pos, stateOf(cursor, start, end));
    tokens.push(last);
  }
  return repairTags(tokens);
}

function stateOf(cursor: QuoteCursor, start: number, end: number): QuoteState {
  const { quotes } = cursor;
  while (cursor.at < quotes.length && (quotes[cursor.at]?.end ?? 0) <= start) cursor.at += 1;
  const quote = quotes[cursor.at];
  if (!quote || end <= quote.start) return 'outside';
  if (start === quote.start && !quote.continues) return 'mark';
  if (start === quote.start && end - start === 1 && /["“‘'«„]/.test(quote.mark)) return 'mark';
  if (end === quote.end && quote.closed) return 'mark';
  return quote.speech ? 'speech' : 'scare';
}

/** wink-nlp takes compounds apart; here "cover-up" and "mum-of-three" are one word each, of the kind of their last part. */
function joinHyphen(tokens: Token[], text: string, start: number, end: number, tag: Pos): boolean {
  const last = tokens[tokens.length - 1];
  if (!last || !(text[start - 1] === '-' || text[start] === '-')) return false;
  const piece = text.slice(start, end);
  const endsOpen = last.text.endsWith('-') && last.text.length > 1 && /[\p{L}\p{N}]/u.test(piece);
  const hyphen = piece === '-' && /[\p{L}\p{N}]$/u.test(last.text) && /[\p{L}\p{N}]/u.test(text[end] ?? ' ');
  if (!endsOpen && !hyphen) return false;
  const word = wordOf(text.slice(last.start, end));
  const kind = hyphen || /^(?:PART|ADP)$/.test(tag) ? last.pos : tag === 'VERB' ? 'ADJ' : tag;
  tokens[tokens.length - 1] = new Token(word, last.start, end as Utf16Offset, kind, last.quote);
  return true;
}

/** It takes words apart at letters beyond Latin-1 ("Vla|š|i|ć"): letters that touch are one word, with a capital a name. */
function joinLetters(tokens: Token[], text: string, start: number, end: number): boolean {
  const last = tokens[tokens.length - 1];
  if (!last || (text.charCodeAt(start - 1) < 0x80 && text.charCodeAt(start) < 0x80)) return false;
  if (!TOUCHING.test(text.slice(start - 1, start + 1))) return false;
  const word = wordOf(text.slice(last.start, end));
  const pos = isCapitalized(word) ? 'PROPN' : last.pos;
  tokens[tokens.length - 1] = new Token(word, last.start, end as Utf16Offset, pos, last.quote);
  return true;
}

const TOUCHING = /^[\p{L}\p{M}]{2}$/u;
const COURTESY = new Set(['Miss', 'Mr', 'Mrs', 'Ms', 'Dr', 'Mr.', 'Mrs.', 'Ms.', 'Dr.', 'Sir', 'Lord', 'Lady', 'Dame']);
const isCourtesy = wordFlag(({ text }) => COURTESY.has(text));

const isBlank = wordFlag(({ text }) => text.trim() === '');
