import { type Range, isNominal, phraseEndingAt } from '../grammar/noun-phrases.js';
import { posAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';

/** Whose something is: "his", "Halloran's", "the council's"; the noun stands at `noun`, "own" and the like before it passed over. */
export function owned(tokens: readonly Token[], from: number): { owner: Range; noun: number } | null {
  let owner: Range | null = null;
  let noun = from + 1;
  if (/^(?:his|her|their|its|my|our)$/.test(wordAt(tokens, from))) owner = { start: from, end: from + 1 };
  else {
    let mark = from;
    while (
      mark < tokens.length &&
      mark - from < 12 &&
      !(/^[’']s?$/.test(textAt(tokens, mark)) && posAt(tokens, mark) === 'PART')
    )
      mark += 1;
    const phrase = isNominal(tokens[mark - 1]) && mark - from < 12 ? phraseEndingAt(tokens, mark) : null;
    if (!phrase || phrase.start > from) return null;
    owner = { start: from, end: mark };
    noun = mark + 1;
  }
  while (
    /^(?:own|best|considered|expert|professional|latest|first|chief|main|whole|private|public|frank|stated|only)$/.test(
      wordAt(tokens, noun),
    )
  )
    noun += 1;
  return { owner, noun };
}
