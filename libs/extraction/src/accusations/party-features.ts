import { type Draft } from '../draft.js';
import { BE } from '../lexicon/words.js';
import { type Mention } from './parties.js';
import { type Pronoun, type Standing, isSource, pronounOf } from './party-standing.js';
import { wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFlag } from '../words/word.js';

/** How many numbers `partyRows` gives for each party. */
export const PARTY_NUMBERS = 37;

/** What a draft tells of itself, whichever party is asked about. */
interface Stage {
  readonly draft: Draft;
  readonly at: number;
  /** The token of the first verb; the end where there is none. */
  readonly verb: number;
  readonly pronouns: ReadonlySet<Pronoun>;
  /** Whether its source denies, admits or defends something. */
  readonly denies: boolean;
  /** The party it speaks of first, and whether it speaks of any. */
  readonly first: Standing | null;
  /** The person and the organisation last spoken of before it. */
  readonly lastPerson: Standing | null;
  readonly lastBody: Standing | null;
}

/** For each party what speaks for and against its being the one that a draft accuses: `PARTY_NUMBERS` numbers. */
export function partyRows(drafts: readonly Draft[], at: number, standings: readonly Standing[]): number[][] {
  const draft = drafts[at];
  if (!draft) return [];
  const gaps = standings.map((standing) => gapBefore(standing, at));
  const stage = stageOf(draft, at, standings, gaps);
  return standings.map((standing, i) => [
    ...placeNumbers(stage, standing),
    ...sourceNumbers(stage, standing),
    ...distanceNumbers(stage, standing, gaps[i] ?? Infinity),
    ...standingNumbers(stage, standing),
    ...pronounNumbers(stage, standing),
  ]);
}

/** How many drafts ago an article last spoke of a party; infinite where it has not yet. */
function gapBefore({ party: { mentions } }: Standing, at: number): number {
  const last = mentions.findLast(({ draft }) => draft < at);
  return last ? at - last.draft : Infinity;
}

const isVerb = ({ pos }: Token): boolean => pos === 'VERB' || pos === 'AUX';
const denies = wordFlag(({ lower }) =>
  /^(?:den(?:y|ies|ied|ying)|(?:reject|dismiss|insist|admit|apologi[sz]|plead|defend|maintain|disput|refut|confess|acknowledg|conced)\w*)$/.test(
    lower,
  ),
);

function stageOf(draft: Draft, at: number, standings: readonly Standing[], gaps: readonly number[]): Stage {
  const { tokens } = draft;
  const cue = draft.owner?.cue;
  const verb = tokens.findIndex(isVerb);
  const told = standings
    .flatMap((standing) => toldOf(draft, at, standing).map(({ start }) => ({ start, standing })))
    .sort((a, b) => a.start - b.start);
  const lastOf = (kind: string): Standing | null =>
    standings
      .map((standing, i) => ({ standing, gap: gaps[i] ?? Infinity }))
      .filter(({ standing, gap }) => standing.party.kind === kind && gap < Infinity)
      .sort((a, b) => a.gap - b.gap)[0]?.standing ?? null;
  return {
    draft,
    at,
    verb: verb < 0 ? tokens.length : verb,
    pronouns: new Set(tokens.flatMap(({ word }) => pronounOf(word) ?? [])),
    denies: cue ? tokens.some(({ word, start, end }) => start >= cue.start && end <= cue.end && denies(word)) : false,
    first: told[0]?.standing ?? null,
    lastPerson: lastOf('person'),
    lastBody: lastOf('organization'),
  };
}

const toldOf = (draft: Draft, at: number, { byDraft }: Standing): readonly Mention[] =>
  (byDraft.get(at) ?? []).filter((mention) => !isSource(draft, mention));

/** Where in its words a draft speaks of the party: as subject, behind "by", as somebody's victim, as a place. */
function placeNumbers({ draft, at, verb, first }: Stage, standing: Standing): number[] {
  const { tokens } = draft;
  const told = toldOf(draft, at, standing);
  const any = (test: (mention: Mention) => boolean): number => Number(told.some(test));
  const behind = (words: RegExp): number => any(({ start }) => words.test(wordAt(tokens, start - 1)));
  const subject = told.find(({ end }) => end <= verb);
  const suffers = subject !== undefined && isPassive(tokens, verb);
  return [
    any(({ named }) => named),
    any(({ named }) => !named),
    Number(first === standing),
    Number(subject !== undefined),
    Number(suffers),
    Number(subject !== undefined && !suffers && first === standing),
    any(({ start }) => start > verb),
    behind(/^by$/),
    behind(/^(?:in|at|near|from|on)$/),
    behind(/^(?:to|told|for|with)$/),
    behind(/^(?:against|of)$/),
    behind(/^(?:accus|charg|blam|suspect|convict|indict|prosecut|arrest|fin|su)(?:e|es|ed|ing|s)?$/),
    any(({ end }) => /[’']s?$/.test(tokens[end - 1]?.text ?? '') || /^[’']s?$/.test(wordAt(tokens, end))),
  ];
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
function sourceNumbers({ draft, at, denies: denying, first }: Stage, { party, byDraft }: Standing): number[] {
  const mentions = byDraft.get(at) ?? [];
  const source = draft.owner?.source;
  const speaks =
    mentions.some((mention) => isSource(draft, mention)) || (source ? isName(source.name, party.text) : false);
  const onlySpeaks = mentions.length > 0 && first === null;
  return [Number(speaks), Number(speaks && denying), Number(onlySpeaks)];
}

/** Whether two names have the last word in common, or one holds the other. */
function isName(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a.includes(b) || b.includes(a) || a.split(' ').at(-1) === b.split(' ').at(-1);
}

function distanceNumbers({ at }: Stage, { byDraft }: Standing, gap: number): number[] {
  return [
    Number(gap === 1),
    Number(gap === 2),
    Number(gap > 2 && gap <= 5),
    Number(gap > 5 && gap < Infinity),
    Number(gap === Infinity && !byDraft.has(at)),
  ];
}

function standingNumbers({ first, pronouns }: Stage, standing: Standing): number[] {
  const { party, warmth, excess, inHeadline, inLead } = standing;
  const { kind, mentions } = party;
  return [
    Math.log(1 + mentions.length),
    Number(mentions.length === 1),
    Number(mentions.every(({ named }) => !named)),
    Number(inHeadline),
    Number(inLead),
    Number(kind === 'person'),
    Number(kind === 'organization'),
    warmth,
    excess,
    first === null && pronouns.size === 0 ? warmth : 0,
  ];
}

/** Whether a pronoun of the draft can mean the party. */
function pronounNumbers({ pronouns, first, lastPerson, lastBody }: Stage, standing: Standing): number[] {
  const { party, gender } = standing;
  const personal = pronouns.has('he') || pronouns.has('she');
  const body = party.kind === 'organization';
  return [
    Number(gender !== null && pronouns.has(gender)),
    Number(gender !== null && personal && !pronouns.has(gender)),
    Number(party.kind !== 'person' && pronouns.has('it')),
    Number(body && pronouns.has('they')),
    Number(standing === lastPerson && personal && first === null),
    Number(standing === lastBody && (pronouns.has('it') || pronouns.has('they')) && first === null),
  ];
}
