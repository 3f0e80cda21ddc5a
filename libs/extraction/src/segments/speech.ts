import { type Quote } from './quotes.js';
import { type MarkedQuote } from '../words/tokens.js';

/**
 * Tells quotations of speech from scare quotes and titles by their own form: a full stop or comma at the end, a sentence's
 * opening, a personal pronoun or a verb in more than a few words. "‘Wall of Marl’" has none of these.
 */
export function markSpeech(text: string, quotes: readonly Quote[]): MarkedQuote[] {
  return quotes.map((quote) => ({ ...quote, speech: isSpeech(text, quote), whole: isWhole(text, quote) }));
}

function isWhole(text: string, quote: Quote): boolean {
  const width = quote.mark.length;
  return (
    /^[“"‘'(\[]?[\p{Lu}\d]/u.test(text.slice(quote.start + width, quote.start + width + 2)) &&
    /[,.?!…—–]$/.test(text.slice(quote.start, quote.end - width))
  );
}

const VERBISH =
  /\b(?:is|are|was|were|be|been|am|have|has|had|do|does|did|will|would|can|could|should|must|may|might|’s|'s|’re|'re|’m|'m|don’t|don't|isn’t|isn't|can’t|can't|won’t|won't|not|no|never|let|we|i|you|they|he|she|it)\b/i;

function isSpeech(text: string, quote: Quote): boolean {
  if (!quote.closed || quote.continues) return true;
  const width = quote.mark.length;
  const inner = text.slice(quote.start + width, Math.min(quote.end - width, quote.start + 400)).trim();
  const words = inner.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const after = text.slice(quote.end, quote.end + 2);
  const ends = /[,.!?…—–-]$/.test(text.slice(quote.start + width, quote.end - width)) || /^[.!?]/.test(after);
  if (words.length === 0) return false;
  const capital = /^[“"‘'(\[]?\p{Lu}/u.test(inner) || /^\d/.test(inner);
  if (/[!?…]$|[,.]$/.test(inner) && capital) return true;
  if (isTitle(words)) return false;
  if (words.length <= 3) return false;
  if (words.length >= 7) return true;
  return VERBISH.test(inner) && (ends || words.length >= 5);
}

/** Every long word has a capital: a title or a name. */
function isTitle(words: readonly string[]): boolean {
  const long = words.filter((word) => word.replace(/\P{L}/gu, '').length > 3);
  return (
    words.length >= 2 &&
    long.length > 0 &&
    words.length <= 12 &&
    long.every((word) => /^\P{L}*\p{Lu}/u.test(word)) &&
    /^\P{L}*\p{Lu}/u.test(words[0] ?? '')
  );
}
