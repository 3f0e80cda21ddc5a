import { wordAt } from '../words/token-at.js';
import { nounClass } from '../lexicon/noun-classes.js';
import { RECORD_HEADS } from '../lexicon/records.js';
import { DOCUMENT_HEADS, GROUP_HEADS, ORGANIZATION_HEADS, PERSON_TITLES } from '../lexicon/sources.js';
import { type Range, headOf } from './noun-phrases.js';
import { type Token } from '../words/token.js';
import { isCapitalized, wordFact } from '../words/word.js';
import { wordSet } from '../lexicon/word-list.js';

/** Subjects that say nothing in particular: "nobody knows", "anyone who expects". */
const EMPTY = wordSet(
  'nobody nothing none anyone anybody everything anything something no-one noone one there this that which what these those you',
);
const NONE = new Set(['no', 'nobody', 'nothing', 'neither', 'none']);
/** Verbs strong enough to make a speaker of any subject. */
const SPEAKING = wordSet(
  'say tell claim allege argue insist add reply write warn announce declare admit deny ask promise pledge vow plan intend apologise apologize',
);

/** Searches that come to a finding. */
const SEARCHES = wordSet('investigation inquiry enquiry probe inquest examination');

const SPEAKERS = [PERSON_TITLES, GROUP_HEADS, ORGANIZATION_HEADS, DOCUMENT_HEADS, RECORD_HEADS];
const namesSpeaker = wordFact(({ lower }) => SPEAKERS.some((heads) => heads.has(lower)), false);

/** Whether a subject can say or hold something: a person, a group, a record, a name or a personal pronoun. */
export function canSpeak(tokens: readonly Token[], phrase: Range, lemma: string): boolean {
  const head = tokens[headOf(tokens, phrase)] ?? tokens[phrase.start];
  if (!head) return false;
  const first = wordAt(tokens, phrase.start);
  if (NONE.has(first)) return false;
  if (head.pos === 'PROPN' || (isCapitalized(head.word) && head !== tokens[0])) return true;
  if (head.lower === 'those' && wordAt(tokens, phrase.start + 1) === 'who') return true;
  if (EMPTY.has(head.lower)) return SPEAKING.has(lemma) && (head.lower === 'it' || head.lower === 'one');
  if (head.pos === 'PRON' || head.lower === 'who') return true;
  if (SEARCHES.has(head.lower) || namesSpeaker(head.word)) return true;
  return nounClass(head.lower) !== null || SPEAKING.has(lemma);
}

/** Whether a phrase behind its verb is somebody: in that place any noun might as well be the object ("said good night", "denied water"). */
export function isSpeaker(tokens: readonly Token[], phrase: Range): boolean {
  const head = tokens[headOf(tokens, phrase)] ?? tokens[phrase.start];
  if (!head) return false;
  if (head.pos === 'PROPN' || head.pos === 'PRON' || isCapitalized(head.word)) return true;
  if (namesSpeaker(head.word)) return true;
  const kind = nounClass(head.lower);
  return kind === 'person' || kind === 'group';
}
