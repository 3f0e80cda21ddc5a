import { wordSet } from '../lexicon/word-list.js';

/** Verbs that tell that a quoted question or cry goes on: "“Why?” Halloran asked." */
const SPOKE = wordSet(
  'said says asked asks wrote writes shouted shouts cried replied replies wondered wonders added adds tweeted posted demanded yelled quipped joked told tells exclaimed thundered insisted declared continued continues concluded retorted responded muttered screamed mused recalled argued',
);

/** Whether a quotation that ends in a question or exclamation mark is followed by its speaker and a verb of speech. */
export function isSpeechTag(text: string, at: number, run: number, to: number): boolean {
  if (!/["”’']/.test(text.slice(at, run))) return false;
  const words = text
    .slice(run, Math.min(to, run + 60))
    .trim()
    .split(/\s+/)
    .slice(0, 5);
  if (/^(?:he|she|they|i|we)$/i.test(words[0] ?? '')) return SPOKE.has((words[1] ?? '').replace(/[.,:;]+$/, ''));
  const verb = words.findIndex((word) => SPOKE.has(word.replace(/[.,:;]+$/, '')));
  return (
    verb > 0 &&
    words.slice(0, verb).every((word) => /^\p{Lu}/u.test(word) || /^(?:the|a|an|of|mr|ms|mrs|dr)\b/i.test(word))
  );
}
