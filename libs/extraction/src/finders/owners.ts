import { isSpeaker } from '../grammar/animacy.js';
import { type Range, isNominal, phraseEndingAt } from '../grammar/noun-phrases.js';
import { subjectBefore } from '../grammar/subjects.js';
import { mainSubject } from './verb-attributions.js';
import { isPossessiveAt, posAt, wordAt } from '../words/token-at.js';
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
      !(isPossessiveAt(tokens, mark) && posAt(tokens, mark) === 'PART')
    )
      mark += 1;
    const phrase = isNominal(tokens[mark - 1]) && mark - from < 12 ? phraseEndingAt(tokens, mark) : null;
    if (!phrase || phrase.start > from) return null;
    owner = { start: from, end: mark };
    noun = mark + 1;
  }
  while (
    noun - from < 14 &&
    (/^(?:own|best|considered|expert|professional|latest|first|chief|main|whole|private|public|frank|stated|only|one)$/.test(
      wordAt(tokens, noun),
    ) ||
      (posAt(tokens, noun) === 'ADJ' && /^(?:NOUN|ADJ)$/.test(posAt(tokens, noun + 1))))
  )
    noun += 1;
  return { owner, noun };
}

/** Somebody as the subject of the verb at `verb`, or of the verb that "and" joins it to; null for things and relative pronouns. */
export function speakerBefore(tokens: readonly Token[], verb: number): Range | null {
  let start = verb;
  while (start > 0 && /^(?:AUX|ADV|PART)$/.test(posAt(tokens, start - 1)) && !isPossessiveAt(tokens, start - 1))
    start -= 1;
  const joined = /^(?:and|but)$/.test(wordAt(tokens, start - 1));
  const source = joined ? mainSubject(tokens, start) : subjectBefore(tokens, start);
  if (!source || /^(?:who|which|that|it|this|there|what)$/.test(wordAt(tokens, source.start))) return null;
  return isSpeaker(tokens, source) ? source : null;
}
