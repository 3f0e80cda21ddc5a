import { isName, stemTerm } from '../accusations/draft-features.js';
import { type Features, type Term, count, lowerTerm, term, termOf, wordTerm } from '../learning/features.js';
import { type Draft } from '../draft.js';
import { remember } from '../words/remember.js';
import { type Token } from '../words/token.js';
import { saysSomething, wordFact, wordFlag } from '../words/word.js';

const W = term('w');
const P = term('p');
const [A_NAME, NOBODY, F, CUE] = [term('#name'), term(''), term('f'), term('cue')];
const SRC = term('src');
const TYPE = term('type');
const MANNER = term('manner');
const CARRIED = term('carried');
const REPEATS = term('repeats');
const NAMES_SOURCE = term('names-source');
const LONG = term('long');
const AUX = term('aux');
const NUMBER = term('number');
const PAST = term('past');
const PRESENT = term('present');
const NAME = term('name');
const NEW_NAME = term('new-name');
const NARRATOR = term('narrator');
const NEXT = term('next');
const [END, ALONE, SAME, OTHER] = [term('end'), term('alone'), term('same'), term('other')];
const KNOWN = term('known');
const CUE_LAST = term('cue-last');
const BACKSHIFT = term('backshift');
const FINITE = term('finite');
const PRONOUN = term('pronoun');
const [PAST_TRUE, PAST_FALSE] = [term('past+true'), term('past+false')];
const [PRESENT_TRUE, PRESENT_FALSE] = [term('present+true'), term('present+false')];

/** What speaks for or against going on; `next`: the draft behind, as it was before carrying. */
export function carryFeatures(out: Features, previous: Draft, draft: Draft, next?: Draft): void {
  const sourcing = termOf(previous.sourcing);
  frameFeatures(out, previous, draft, next);
  out.add(SRC, sourcing).add(TYPE, termOf(previous.owner?.source?.type ?? 'none'));
  out.add(MANNER, termOf(previous.owner?.manner ?? ''));
  if (previous.carried) out.add(CARRIED).add(CARRIED, sourcing);
  const words = draft.tokens.filter((token) => saysSomething(token.word));
  const first = words[0];
  out.add(F, first ? wordOrName(first) : NOBODY).add(P, termOf(first?.pos ?? ''));
  for (const word of words) carryWord(out, word);
  if (repeats(words, previous)) out.add(REPEATS).add(REPEATS, sourcing);
  const source = previous.owner?.source;
  if (source) {
    const last = lastWordOf(source.name);
    if (last && words.some((word) => word.lower === last)) out.add(NAMES_SOURCE);
  }
  factFeatures(out, words, previous, sourcing);
  const long = count(Math.floor(words.length / 6), 4);
  const past = out.has(PAST) ? PAST_TRUE : PAST_FALSE;
  const present = out.has(PRESENT) ? PRESENT_TRUE : PRESENT_FALSE;
  out.add(LONG, long).add(LONG, long, sourcing).add(past).add(past, sourcing).add(present).add(present, sourcing);
}

const lastWordOf = remember((name: string): string => name.toLowerCase().split(/\s+/).at(-1) ?? '');

/** Numbers and names that the sentence brings in: records go on in numbers, narrative goes on to other people. */
function factFeatures(out: Features, words: readonly Token[], previous: Draft, sourcing: Term): void {
  if (words.some((token) => token.pos === 'NUM')) out.add(NUMBER, sourcing);
  const isNew = ({ pos, lower }: Token, i: number): boolean =>
    i > 0 && pos === 'PROPN' && !previous.said.some((said) => said.lower === lower);
  if (words.some(isNew)) out.add(NEW_NAME).add(NEW_NAME, sourcing);
}

/** What stands around the sentence: the cue before it, and whether the same source speaks again right behind it. */
function frameFeatures(out: Features, previous: Draft, draft: Draft, next: Draft | undefined): void {
  const sourcing = termOf(previous.sourcing);
  const source = previous.owner?.source;
  const follows = followedBy(previous, draft, next);
  out
    .add(NEXT, follows)
    .add(NEXT, follows, sourcing)
    .add(KNOWN, termOf(String(source?.named)), sourcing);
  const cue = previous.owner?.cue;
  const told = cue && previous.tokens.findLast((token) => token.start >= cue.start && token.end <= cue.end);
  if (told) out.add(CUE, lowerTerm(told.word));
  if (cue && cue.end >= previous.end - 3) out.add(CUE_LAST, sourcing);
  if (draft.tokens.some((token) => isBackshift(token.word))) {
    out.add(BACKSHIFT).add(BACKSHIFT, sourcing);
    if (told) out.add(BACKSHIFT, lowerTerm(told.word));
  }
  const verb = draft.tokens.find((token) => token.pos === 'AUX' || token.pos === 'VERB');
  if (verb) out.add(FINITE, formOf(verb.word), sourcing);
  if (draft.tokens[0] && isPronoun(draft.tokens[0].word)) out.add(PRONOUN, sourcing, termOf(source?.type ?? ''));
}

function followedBy(previous: Draft, draft: Draft, next: Draft | undefined): Term {
  if (next?.segmentAt !== draft.segmentAt) return END;
  if (!next.owner) return ALONE;
  return next.owner.source && next.owner.source.name === previous.owner?.source?.name ? SAME : OTHER;
}

const isBackshift = wordFlag(({ lower }) => lower === 'would' || lower === 'had');
const isPronoun = wordFlag(({ lower }) => /^(?:he|she|it|they)$/.test(lower));
const formOf = wordFact(({ lower }) => wordTerm(lower.replace(/.*(ed|s|ing)$/, '#$1')));

/** Whether a noun of what was said before comes again. */
function repeats(words: readonly Token[], previous: Draft): boolean {
  const said = new Set<string>();
  for (const { pos, lower } of previous.said) if (pos === 'NOUN' || pos === 'PROPN') said.add(lower);
  return words.some((word) => said.has(word.lower));
}

const wordOrName = (token: Token): Term => (isName(token) ? A_NAME : lowerTerm(token.word));

const endsInEd = wordFlag(({ lower }) => lower.endsWith('ed'));
const endsInS = wordFlag(({ lower }) => lower.endsWith('s'));
const NARRATORS = new Set(['i', 'we', 'you', 'our', 'my', 'us']);
const isNarrator = wordFlag(({ lower }) => NARRATORS.has(lower));

function carryWord(out: Features, { word, pos }: Token): void {
  if (pos === 'AUX') out.add(AUX, lowerTerm(word));
  if (pos === 'NUM') out.add(NUMBER);
  if (pos === 'VERB' && endsInEd(word)) out.add(PAST);
  if (pos === 'VERB' && endsInS(word)) out.add(PRESENT);
  if (pos === 'PROPN') out.add(NAME);
  if (pos !== 'PROPN' && pos !== 'NOUN') out.add(W, stemTerm(word));
  if (isNarrator(word)) out.add(NARRATOR);
}
