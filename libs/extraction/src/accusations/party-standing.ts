import { type Draft } from '../draft.js';
import { type Mention, type Party } from './parties.js';
import { remember } from '../words/remember.js';
import { type Token } from '../words/token.js';
import { wordFact } from '../words/word.js';

export type Pronoun = 'he' | 'she' | 'it' | 'they';

/** Which pronoun a word is a form of: "himself" -> "he". */
export const pronounOf = wordFact<Pronoun | null>(({ lower }) => PRONOUNS.get(lower) ?? null);

const PRONOUNS = new Map<string, Pronoun>(
  Object.entries({
    he: 'he him his himself',
    she: 'she her hers herself',
    it: 'it its itself',
    they: 'they them their theirs themselves',
  }).flatMap(([pronoun, forms]) => forms.split(' ').map((form): [string, Pronoun] => [form, pronoun as Pronoun])),
);

/** What an article as a whole makes of one of its parties. */
export interface Standing {
  readonly party: Party;
  /** Its mentions by draft, in order. */
  readonly byDraft: ReadonlyMap<number, readonly Mention[]>;
  readonly gender: 'he' | 'she' | null;
  /** Share, 0 to 1, of all that accuses in the article that stands in drafts which speak of it and do not come from it. */
  readonly warmth: number;
  /** Numbers that are the same wherever in the article the party is asked about. */
  readonly numbers: readonly number[];
  /** Whether a name, in lower case, may be another one of the party: one holds the other, or they end alike. */
  isCalled(name: string): boolean;
}

/** Drafts counted as the lead, the headline among them. */
const LEAD = 4;

/** The standing of each party; `sureness`: for each draft how likely it accuses, 0 where it does not. */
export function standingsOf(
  drafts: readonly Draft[],
  parties: readonly Party[],
  sureness: ArrayLike<number>,
): Standing[] {
  const byDraft = parties.map(({ mentions }) => groupByDraft(mentions));
  const genders = gendersOf(drafts, parties);
  const total = drafts.reduce((sum, _, at) => sum + (sureness[at] ?? 0), 0);
  const usual = total / Math.max(1, drafts.length);
  const sum = (of: readonly number[]): number => of.reduce((all, at) => all + (sureness[at] ?? 0), 0);
  return parties.map((party, p) => {
    const here = byDraft[p] ?? new Map<number, Mention[]>();
    const told = [...here].filter(([at, mentions]) => !mentions.every((one) => isSource(drafts[at], one)));
    const warmth = sum(told.map(([at]) => at)) / (total || 1);
    const excess = (sum([...here.keys()]) + usual) / (here.size + 1) - usual;
    return {
      party,
      byDraft: here,
      gender: genders[p] ?? null,
      warmth,
      numbers: numbersOf(drafts, party, warmth, excess),
      isCalled: caller(party.text.toLowerCase()),
    };
  });
}

/** More mentions than this say no more: a long article names its countries and places dozens of times. */
const MANY = 8;

/** How often an article speaks of a party, in which places, as what, and how much more than its average draft those accuse that do. */
function numbersOf(drafts: readonly Draft[], { kind, mentions }: Party, warmth: number, excess: number): number[] {
  return [
    Math.log(1 + Math.min(MANY, mentions.length)),
    Number(mentions.length === 1),
    Number(mentions.every(({ named }) => !named)),
    Number(mentions.some(({ draft }) => drafts[draft]?.segment === 'headline')),
    Number(mentions.some(({ draft }) => draft < LEAD)),
    Number(kind === 'person'),
    Number(kind === 'organization'),
    warmth,
    excess,
  ];
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

function caller(own: string): (name: string) => boolean {
  const last = lastWord(own);
  return (name) => name.includes(own) || own.includes(name) || lastWord(name) === last;
}

function groupByDraft(mentions: readonly Mention[]): Map<number, Mention[]> {
  const groups = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.draft);
    if (group) group.push(mention);
    else groups.set(mention.draft, [mention]);
  }
  return groups;
}

/** Whether a draft speaks of a party only as the source of what it says: not where "an inquiry into the board" says it. */
export function isSource(draft: Draft | undefined, { start, end }: Mention): boolean {
  const source = draft?.owner?.source;
  const [first, last] = [draft?.tokens[start], draft?.tokens[end - 1]];
  return Boolean(
    source && source.type !== 'document' && first && last && first.start < source.end && last.end > source.start,
  );
}

const SHE = /\b(?:mrs|ms|miss|lady|dame|mother|wife|widow|daughter|sister|queen|princess|\w+woman)\b/i;
const HE = /\b(?:mr|sir|lord|father|husband|son|brother|king|prince|(?:chair|spokes|congress|council|police)man)\b/i;
/** A title weighs as much as so many pronouns. */
const TITLE = 3;

const votesOfTitle = remember((name: string): number => (SHE.test(name) ? -TITLE : HE.test(name) ? TITLE : 0));

/** Which pronoun takes up each party: by its titles, and by those that stand where nobody else was named last. */
function gendersOf(drafts: readonly Draft[], parties: readonly Party[]): ('he' | 'she' | null)[] {
  const votes = parties.map(({ text }) => votesOfTitle(text));
  const people = drafts.map((): { at: number; party: number }[] => []);
  parties.forEach(({ kind, mentions }, party) => {
    if (kind === 'person') for (const { draft, start } of mentions) people[draft]?.push({ at: start, party });
  });
  let last = -1;
  drafts.forEach(({ tokens }, draft) => {
    const here = (people[draft] ?? []).sort((a, b) => a.at - b.at);
    for (let at = 0; at < tokens.length; at += 1) {
      const pronoun = pronounOf((tokens[at] as Token).word);
      if (pronoun !== 'he' && pronoun !== 'she') continue;
      const met = here.filter((mention) => mention.at <= at).length;
      const who = met === 0 ? last : met === 1 ? (here[0]?.party ?? -1) : -1;
      if (who >= 0) votes[who] = (votes[who] ?? 0) + (pronoun === 'he' ? 1 : -1);
    }
    last = here[0]?.party ?? last;
  });
  return votes.map((vote) => (vote > 0 ? 'he' : vote < 0 ? 'she' : null));
}
