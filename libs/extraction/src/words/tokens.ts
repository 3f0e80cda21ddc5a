import model from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { type Utf16Offset } from '@proofdesk/text';
import { type Quote } from '../segments/quotes.js';
import { repairTags } from './repair-tags.js';
import { type Stretch } from '../segments/sentences.js';
import { type Pos, type QuoteState, Token } from './token.js';
import { type Word, isCapitalized, saysSomething, wordFlag, wordOf } from './word.js';

/** A run of signs longer than this is no word of any language; wink-nlp takes quadratic time over such runs. */
const LONGEST_WORD = 80;

type Reader = (text: string) => { readonly words: readonly Word[]; readonly tags: readonly string[] };
let reader: Reader | undefined;

/** The language model is read at the first use: loading takes a fifth of a second. */
function read(): Reader {
  if (reader) return reader;
  const nlp = winkNlp(model, ['pos']);
  const { value, pos, uniqueId } = nlp.its;
  /** The records of forms by wink-nlp's numbers for them: an array is quicker to ask than a table of strings. */
  const known: (Word | undefined)[] = [];
  reader = (text) => {
    const tokens = nlp.readDoc(text).tokens();
    const ids = tokens.out(uniqueId) as unknown as number[];
    let values: readonly string[] | undefined;
    const words = ids.map((id, i) => (known[id] ??= wordOf((values ??= tokens.out(value))[i] ?? '')));
    return { words, tags: tokens.out(pos) as string[] };
  };
  return reader;
}

/** Loads the model now, so that the first article does not wait for it. */
export function warmUp(): void {
  read()('Ready.');
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
  const words = text.slice(sentence.start, sentence.end);
  const { words: forms, tags } = hasLongRun(words) ? plainRead(words) : read()(words);
  const tokens: Token[] = [];
  let at = sentence.start;
  for (let i = 0; i < forms.length; i += 1) {
    const word = forms[i] as Word;
    const tag = (tags[i] ?? 'X') as Pos;
    const value = word.text;
    if (tag === 'SPACE' || isBlank(word)) continue;
    if (text.charCodeAt(at) === 32) at += 1;
    const start = standsAt(text, value, at) ? at : text.indexOf(value, at);
    if (start < 0 || start + value.length > sentence.end) continue;
    at = start + value.length;
    if (joinHyphen(tokens, text, start, at, tag) || joinLetters(tokens, text, start, at)) continue;
    const pos = isCourtesy(word) ? 'PROPN' : tag;
    tokens.push(new Token(word, start as Utf16Offset, at as Utf16Offset, pos, stateOf(cursor, start, at)));
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
  if (!last || last.end !== start || !(text[start - 1] === '-' || text[start] === '-')) return false;
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
  if (!last || last.end !== start || (text.charCodeAt(start - 1) < 0x80 && text.charCodeAt(start) < 0x80)) return false;
  if (!TOUCHING.test(text.slice(start - 1, start + 1))) return false;
  const word = wordOf(text.slice(last.start, end));
  const pos = isCapitalized(word) ? 'PROPN' : last.pos;
  tokens[tokens.length - 1] = new Token(word, last.start, end as Utf16Offset, pos, last.quote);
  return true;
}

const TOUCHING = /^[\p{L}\p{M}]{2}$/u;
const COURTESY = new Set(['Miss', 'Mr', 'Mrs', 'Ms', 'Dr', 'Mr.', 'Mrs.', 'Ms.', 'Dr.', 'Sir', 'Lord', 'Lady', 'Dame']);
const isCourtesy = wordFlag(({ text }) => COURTESY.has(text));

/** `startsWith` letter by letter: for strings as short as words several times as fast. */
function standsAt(text: string, value: string, at: number): boolean {
  for (let i = 0; i < value.length; i += 1) if (text.charCodeAt(at + i) !== value.charCodeAt(i)) return false;
  return true;
}

const isBlank = wordFlag(({ text }) => text.trim() === '');

/** Whether more than `LONGEST_WORD` signs stand without white space between them. */
function hasLongRun(words: string): boolean {
  let run = 0;
  for (let i = 0; i < words.length; i += 1) {
    run = words.charCodeAt(i) === 32 ? 0 : run + 1;
    if (run > LONGEST_WORD) return words.split(/\s+/).some((one) => one.length > LONGEST_WORD);
  }
  return false;
}

/** For text that no tagger should see: words and signs, all of unknown kind. */
function plainRead(text: string): { words: Word[]; tags: Pos[] } {
  const words = (text.match(/[\p{L}\p{N}]{1,200}|\S/gu) ?? []).map(wordOf);
  return { words, tags: words.map((word) => (saysSomething(word) ? 'X' : 'PUNCT')) };
}
