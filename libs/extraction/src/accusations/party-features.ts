import { wrongdoingIn } from './draft-features.js';
import { type Draft } from '../draft.js';
import { BE } from '../lexicon/words.js';
import { type Mention } from './parties.js';
import { type Pronoun, type Standing, isSource, pronounOf } from './party-standing.js';
import { wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFact, wordFlag } from '../words/word.js';

/** What a draft tells of itself, whichever party is asked about. */
interface Stage {
  readonly draft: Draft;
  readonly at: number;
  /** The token of the first verb; the end where there is none. */
  readonly verb: number;
  readonly pronouns: ReadonlySet<Pronoun>;
  /** Whom its words come from, in lower case, and whether that source denies, admits or defends something. */
  readonly source: string | null;
  readonly denies: boolean;
  /** The party it speaks of first, and the person and the organisation last spoken of before it. */
  readonly first: Standing | null;
  readonly lastPerson: Standing | null;
  readonly lastBody: Standing | null;
}

/** Where each group of numbers begins in a row. */
const [PLACE, SOURCE, DISTANCE, STANDING, PRONOUN] = [0, 15, 18, 23, 33];

/** How many numbers a row has. */
export const PARTY_NUMBERS = 39;

/**
 * For each party of an article what speaks for and against its being the one that a draft accuses. Calls `use` with `PARTY_NUMBERS`
 * numbers for each, in the order of `standings`; the array is the same every time.
 */
export function eachPartyRow(
  drafts: readonly Draft[],
  at: number,
  standings: readonly Standing[],
  use: (row: Float64Array, party: number) => void,
): void {
  const draft = drafts[at];
  if (!draft) return;
  const stage = stageOf(draft, at, standings);
  const row = new Float64Array(PARTY_NUMBERS);
  standings.forEach((standing, party) => {
    row.fill(0);
    const mentions = standing.byDraft.get(at);
    if (mentions) placeNumbers(row, stage, standing, mentions);
    sourceNumbers(row, stage, standing, mentions ?? []);
    const distance = distanceOf(gapBefore(standing, at), mentions !== undefined);
    if (distance !== null) row[DISTANCE + distance] = 1;
    standingNumbers(row, stage, standing);
    if (stage.pronouns.size > 0) pronounNumbers(row, stage, standing);
    use(row, party);
  });
}

/** How many drafts ago an article last spoke of a party; infinite where it has not yet. */
function gapBefore({ party: { mentions } }: Standing, at: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.draft ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? Infinity : at - (mentions[low - 1]?.draft ?? 0);
}

/** 0 the draft before, 1 two before, 2 up to five, 3 longer ago, 4 neither before nor here; null where here for the first time. */
function distanceOf(gap: number, isHere: boolean): number | null {
  if (gap === Infinity) return isHere ? null : 4;
  return gap <= 2 ? gap - 1 : gap <= 5 ? 2 : 3;
}

const isVerb = ({ pos }: Token): boolean => pos === 'VERB' || pos === 'AUX';
const denies = wordFlag(({ lower }) =>
  /^(?:den(?:y|ies|ied|ying)|(?:reject|dismiss|insist|admit|apologi[sz]|plead|defend|maintain|disput|refut|confess|acknowledg|conced)\w*)$/.test(
    lower,
  ),
);

function stageOf(draft: Draft, at: number, standings: readonly Standing[]): Stage {
  const { tokens, owner } = draft;
  const cue = owner?.cue;
  const verb = tokens.findIndex(isVerb);
  return {
    draft,
    at,
    verb: verb < 0 ? tokens.length : verb,
    pronouns: pronounsIn(tokens),
    source: owner?.source?.name.toLowerCase() ?? null,
    denies: cue ? tokens.some(({ word, start, end }) => start >= cue.start && end <= cue.end && denies(word)) : false,
    first: firstTold(draft, at, standings),
    lastPerson: lastBefore('person', at, standings),
    lastBody: lastBefore('organization', at, standings),
  };
}

function pronounsIn(tokens: readonly Token[]): ReadonlySet<Pronoun> {
  const pronouns = new Set<Pronoun>();
  for (const { word } of tokens) {
    const pronoun = pronounOf(word);
    if (pronoun) pronouns.add(pronoun);
  }
  return pronouns;
}

function firstTold(draft: Draft, at: number, standings: readonly Standing[]): Standing | null {
  let [first, place]: [Standing | null, number] = [null, Infinity];
  for (const standing of standings)
    for (const mention of standing.byDraft.get(at) ?? [])
      if (mention.start < place && !isSource(draft, mention)) [first, place] = [standing, mention.start];
  return first;
}

function lastBefore(kind: string, at: number, standings: readonly Standing[]): Standing | null {
  let [last, least]: [Standing | null, number] = [null, Infinity];
  for (const standing of standings) {
    if (standing.party.kind !== kind) continue;
    const gap = gapBefore(standing, at);
    if (gap < least) [last, least] = [standing, gap];
  }
  return last;
}

/** What stands before a party that does it, suffers it, is told of it, or is where it happens; and what a wrong stands within. */
const BEFORE = [
  /^by$/,
  /^(?:in|at|near|from|on)$/,
  /^(?:to|told|for|with)$/,
  /^(?:against|of)$/,
  /^(?:accus|charg|blam|suspect|convict|indict|prosecut|arrest|fin|su)(?:e|es|ed|ing|s)?$/,
  /^(?:within|in|inside|at|against|of|by|from|among|the)$/,
] as const;
const WITHIN = BEFORE.length - 1;
/** Which of these a word is, as bits. */
const beforeOf = wordFact<number>(
  ({ lower }) => BEFORE.reduce((bits, words, i) => bits | (words.test(lower) ? 1 << i : 0), 0),
  0,
);

const isWrongNoun = ({ word, pos }: Token): boolean => pos === 'NOUN' && wrongdoingIn(word) !== null;

/** Where in its words a draft speaks of the party: as subject, behind "by", as owner of a wrong, as a place. */
function placeNumbers(row: Float64Array, stage: Stage, standing: Standing, mentions: readonly Mention[]): void {
  const { draft, verb, first } = stage;
  const { tokens } = draft;
  const told = mentions.filter((mention) => !isSource(draft, mention));
  const subject = told.some(({ end }) => end <= verb);
  const suffers = subject && isPassive(tokens, verb);
  const set = (i: number, holds: boolean): void => {
    if (holds) row[PLACE + i] = 1;
  };
  set(2, first === standing);
  set(3, subject);
  set(4, suffers);
  set(5, subject && !suffers && first === standing);
  for (const { start, end, named } of told) {
    set(named ? 0 : 1, true);
    set(6, start > verb);
    const previous = tokens[start - 1];
    const before = previous ? beforeOf(previous.word) : 0;
    for (let i = 0; i < WITHIN; i += 1) set(7 + i, ((before >> i) & 1) === 1);
    const owns = /[’']s?$/.test(tokens[end - 1]?.text ?? '') || /^[’']s?$/.test(wordAt(tokens, end));
    set(12, owns);
    set(13, owns && tokens.slice(end, end + 4).some(isWrongNoun));
    set(14, ((before >> WITHIN) & 1) === 1 && tokens.slice(Math.max(0, start - 4), start - 1).some(isWrongNoun));
  }
}

/** Whether the verb group that opens at a token is a form of "be" and a participle, or nearly. */
function isPassive(tokens: readonly Token[], verb: number): boolean {
  const group = tokens.slice(verb, verb + 6);
  const be = group.findIndex(({ lower }) => BE.has(lower) || lower === 'got');
  return (
    be >= 0 && be < 4 && group.slice(be + 1, be + 3).some(({ pos, lower }) => pos === 'VERB' && !/ing$/.test(lower))
  );
}

/** Whether what the draft says comes from the party itself: it rarely accuses itself, unless it denies. */
function sourceNumbers(row: Float64Array, stage: Stage, standing: Standing, mentions: readonly Mention[]): void {
  const { draft, denies: denying, source, first } = stage;
  const speaks = mentions.some((mention) => isSource(draft, mention)) || (source !== null && standing.isCalled(source));
  if (speaks) row[SOURCE] = 1;
  if (speaks && denying) row[SOURCE + 1] = 1;
  if (mentions.length > 0 && first === null) row[SOURCE + 2] = 1;
}

function standingNumbers(row: Float64Array, { first, pronouns }: Stage, { numbers, warmth }: Standing): void {
  row.set(numbers, STANDING);
  if (first === null && pronouns.size === 0) row[STANDING + numbers.length] = warmth;
}

/** Whether a pronoun of the draft can mean the party. */
function pronounNumbers(row: Float64Array, stage: Stage, standing: Standing): void {
  const { pronouns, first, lastPerson, lastBody } = stage;
  const { party, gender } = standing;
  const personal = pronouns.has('he') || pronouns.has('she');
  const set = (i: number, holds: boolean): void => {
    if (holds) row[PRONOUN + i] = 1;
  };
  set(0, gender !== null && pronouns.has(gender));
  set(1, gender !== null && personal && !pronouns.has(gender));
  set(2, party.kind !== 'person' && pronouns.has('it'));
  set(3, party.kind === 'organization' && pronouns.has('they'));
  set(4, standing === lastPerson && personal && first === null);
  set(5, standing === lastBody && (pronouns.has('it') || pronouns.has('they')) && first === null);
}
