import { isName, stemTerm } from './draft-features.js';
import { FeatureSet, type Features, type Term, count, lowerTerm, term, termOf } from './features.js';
import { LinearModels, probabilityOf } from './linear-model.js';
import { CARRY_BIAS, CARRY_WEIGHTS } from './models/carry.generated.js';
import { type Draft } from './reading.js';
import { type Token } from './token.js';
import { wordFact } from './word.js';

/** How sure the model must be that a sentence without a cue goes on with the one before. */
const CARRIES = 0.5;

let model: LinearModels | undefined;
const features = new FeatureSet();
function probabilityOfCarrying(previous: Draft, draft: Draft): number {
  model ??= new LinearModels([{ bias: CARRY_BIAS, weights: CARRY_WEIGHTS }]);
  carryFeatures(features.clear(), previous, draft);
  return probabilityOf(model.scores(features)[0] ?? 0);
}

/**
 * Carry-over: "She added nothing else. The plan would cost ten million." A sentence without a cue of its own, in the same
 * paragraph as an attributed one, may still be what that source says. A linear model decides, draft by draft, from the manner
 * of the attribution before and the words of the sentence; what it carries is paraphrase, never a quotation.
 */
export function carryOver(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const previous = out.at(-1);
    if (!previous || !mayCarry(previous, draft)) {
      out.push(draft);
      continue;
    }
    const carries = probabilityOfCarrying(previous, draft) >= CARRIES;
    out.push(
      carries && previous.owner
        ? {
            ...draft,
            attribution: previous.attribution,
            owner: previous.owner,
            sourcing: previous.sourcing === 'quoted' ? 'reported' : previous.sourcing,
            carried: true,
          }
        : draft,
    );
  }
  return out;
}

/** Only within a paragraph, only from an attributed draft to one that nothing owns and that is a sentence of its own. */
export function mayCarry(previous: Draft, draft: Draft): boolean {
  return (
    draft.owner === null &&
    previous.owner !== null &&
    previous.segmentAt === draft.segmentAt &&
    draft.sentence !== previous.sentence &&
    draft.segment === 'body' &&
    !draft.inQuotes
  );
}

const A_NAME = term('#name');
const NOBODY = term('');
const W = term('w');
const F = term('f');
const P = term('p');
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
const NARRATOR = term('narrator');
const [PAST_TRUE, PAST_FALSE] = [term('past+true'), term('past+false')];
const [PRESENT_TRUE, PRESENT_FALSE] = [term('present+true'), term('present+false')];

/** What speaks for or against going on. */
export function carryFeatures(out: Features, previous: Draft, draft: Draft): void {
  const sourcing = termOf(previous.sourcing);
  out.add(SRC, sourcing).add(TYPE, termOf(previous.owner?.source?.type ?? 'none'));
  out.add(MANNER, termOf(previous.owner?.manner ?? ''));
  if (previous.carried) out.add(CARRIED).add(CARRIED, sourcing);
  const words = draft.tokens.filter((token) => saysSomething(token.word));
  const first = words[0];
  out.add(F, first ? wordOrName(first) : NOBODY).add(P, termOf(first?.pos ?? ''));
  for (const word of words) carryWord(out, word);
  if (repeats(words, previous)) out.add(REPEATS).add(REPEATS, sourcing);
  const source = previous.owner?.source?.name.toLowerCase().split(/\s+/).at(-1);
  if (source && words.some((word) => word.lower === source)) out.add(NAMES_SOURCE);
  const long = count(Math.floor(words.length / 6), 4);
  const past = out.has(PAST) ? PAST_TRUE : PAST_FALSE;
  const present = out.has(PRESENT) ? PRESENT_TRUE : PRESENT_FALSE;
  out.add(LONG, long).add(LONG, long, sourcing).add(past).add(past, sourcing).add(present).add(present, sourcing);
}

const saysSomething = wordFact(({ text }) => /[\p{L}\p{N}]/u.test(text));
const wordOrName = (token: Token): Term => (isName(token) ? A_NAME : lowerTerm(token.word));

/** Whether a noun of what was said before comes again. */
function repeats(words: readonly Token[], previous: Draft): boolean {
  const said = new Set<string>();
  for (const { pos, lower } of previous.said) if (pos === 'NOUN' || pos === 'PROPN') said.add(lower);
  return words.some((word) => said.has(word.lower));
}

const endsInEd = wordFact(({ lower }) => lower.endsWith('ed'));
const endsInS = wordFact(({ lower }) => lower.endsWith('s'));
const NARRATORS = new Set(['i', 'we', 'you', 'our', 'my', 'us']);
const isNarrator = wordFact(({ lower }) => NARRATORS.has(lower));

function carryWord(out: Features, { word, pos }: Token): void {
  if (pos === 'AUX') out.add(AUX, lowerTerm(word));
  if (pos === 'NUM') out.add(NUMBER);
  if (pos === 'VERB' && endsInEd(word)) out.add(PAST);
  if (pos === 'VERB' && endsInS(word)) out.add(PRESENT);
  if (pos === 'PROPN') out.add(NAME);
  if (pos !== 'PROPN' && pos !== 'NOUN') out.add(W, stemTerm(word));
  if (isNarrator(word)) out.add(NARRATOR);
}
