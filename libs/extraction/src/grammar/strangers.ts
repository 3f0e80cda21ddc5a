import { isClauseStart, type Range, headOf, phraseStartingAt } from './noun-phrases.js';
import { subjectBefore } from './subjects.js';
import { nounClass, singular } from '../lexicon/noun-classes.js';
import { GROUP_HEADS, ORGANIZATION_HEADS, PERSON_TITLES } from '../lexicon/sources.js';
import { posAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { type Word, wordFact, wordFlag } from '../words/word.js';
import { wordSet } from '../lexicon/word-list.js';

// People whom a text names by nothing but what they are: "two former clerks", "neighbours", "one of them", "a woman who cleaned there".

const QUANTITIES = wordSet(
  'one another others some many most few several both all two three four five six seven eight nine ten dozens hundreds thousands third second fourth fifth rest handful someone somebody',
);

/** Nouns for people: by table, by WordNet, by their ending in the plural ("dockhands", "bookmakers"). */
const namesPeople = ({ lower }: Word): boolean => {
  if (ORGANIZATION_HEADS.has(lower) && !PERSON_TITLES.has(singular(lower))) return false;
  if (PERSON_TITLES.has(singular(lower)) || nounClass(lower) === 'person') return true;
  if (/^(?:people|folk|hands|dockhands|farmhands|womenfolk|townspeople|couple|passers-by|crew|crews)$/.test(lower))
    return true;
  return /(?:workers|makers|keepers|owners|holders|goers|dwellers|hands|people|folk|mates|leavers|ologists|icians|ographers|watchers|spotters|hunters|seekers|mums|moms|dads|lads|pals|chums)$/.test(
    lower,
  );
};
const isPersonNoun = wordFlag(namesPeople);

/** Whether a word may be the head of what names people by what they are: asked before a sentence is looked at any closer. */
export const mayBeStranger = wordFlag(
  (word) => QUANTITIES.has(word.lower) || GROUP_HEADS.has(word.lower) || namesPeople(word),
);

/** The people without names who are the subject of a verb group that starts at `start`; null if its subject is anybody or anything else. */
export function strangersBefore(tokens: readonly Token[], start: number): Range | null {
  const subject = withAdverb(tokens, start) ?? subjectBefore(tokens, start) ?? contactClause(tokens, start);
  if (!subject || !opensMainClause(tokens, subject.start)) return null;
  return areStrangers(tokens, subject) ? subject : null;
}

/** "Most here doubt", "Tenants upstairs worry". */
function withAdverb(tokens: readonly Token[], start: number): Range | null {
  const [before, adverb] = tokens;
  if (start !== 2 || !before || !adverb || !PLACES.has(adverb.lower)) return null;
  return QUANTITIES.has(before.lower) || isPersonNoun(before.word) ? { start: 0, end: 1 } : null;
}

const PLACES = wordSet('here there upstairs downstairs nearby abroad elsewhere inside outside ashore');

/** "Drivers I have talked to doubt", "A smuggler we met in a bar expected": people whom the writer came by. */
function contactClause(tokens: readonly Token[], start: number): Range | null {
  let me = start - 1;
  while (me > 0 && me > start - 12 && wordAt(tokens, me) !== 'i' && wordAt(tokens, me) !== 'we') me -= 1;
  if (me < 1 || me === start - 12 || tokens.slice(me, start).some(({ pos }) => pos === 'PUNCT')) return null;
  const phrase = phraseStartingAt(tokens, 0, NO_LINKS);
  return phrase?.end === me ? { start: 0, end: start } : null;
}

const NO_LINKS = new Set(['of', 'in', 'at', 'on', 'from']);

/** The clause is no condition and no part of another. */
function opensMainClause(tokens: readonly Token[], at: number): boolean {
  if (!isClauseStart(tokens, at)) return false;
  const before = at > 0 ? tokens[at - 1] : undefined;
  return !before || before.quote === 'mark' || /^(?:,|;|:|—|–|and|but|yet|\()$/.test(before.lower);
}

/** ", a chemist in Oregon who checks figures": what stands beside a name. */
const besideName = (tokens: readonly Token[], at: number): boolean =>
  at > 1 && textAt(tokens, at - 1) === ',' && posAt(tokens, at - 2) === 'PROPN' && /^an?$/.test(wordAt(tokens, at));

function areStrangers(tokens: readonly Token[], subject: Range): boolean {
  if (besideName(tokens, subject.start)) return false;
  const core = phraseStartingAt(tokens, subject.start, CORE_LINKS) ?? subject;
  const first = wordAt(tokens, subject.start);
  if (/^(?:no|nobody|none|neither|this|that|it|they|he|she|who|which|those)$/.test(first)) return false;
  const head = headOf(tokens, { start: core.start, end: Math.min(core.end, subject.end) });
  if (head < 0) return false;
  const leads = head === subject.start || (head === subject.start + 1 && /^(?:an?|the|another)$/.test(first));
  if (QUANTITIES.has(wordAt(tokens, head))) return leads && countsPeople(tokens, head, subject);
  const plural = isPlural(wordAt(tokens, head));
  if (posAt(tokens, head) === 'PROPN' && !(plural && head === subject.start)) return false;
  if (!plural && !/^(?:an?|one|another|some)$/.test(first)) return false;
  if (isNamed(tokens, subject, head)) return false;
  const word = (tokens[head] as Token).word;
  return isPersonNoun(word) || GROUP_HEADS.has(word.lower) || (head === 0 && isAgentNoun(word));
}

/** "Climbers", "Gliderists": whoever does something, at the head of a sentence where nothing else tells. */
export const isAgentNoun = wordFact(
  ({ lower }) =>
    /[a-z]{3}(?:ers|ors|ists|ians|eers)$/.test(lower) && !NO_AGENTS.test(lower) && nounClass(lower) === undefined,
  false,
);
const NO_AGENTS =
  /^(?:numbers|orders|matters|centers|powers|rivers|towers|borders|computers|trailers|drawers|trousers|boulders|shoulders|soldiers|winters|summers|quarters|doors|floors|factors|motors|colors|mirrors|errors|doctors|tractors|sensors|meters|papers|banners|folders|filters|engines|corners|covers|counters|dinners|flowers|layers|letters|posters|servers|waters|wonders|answers|offers|lists|wrists|twists|fists|mists)$/;

const CORE_LINKS = new Set(['of']);
const NOTHING: ReadonlySet<string> = new Set();
const isPlural = (word: string): boolean => /(?:[^s]s|men|people|folk|children|passers-by)$/.test(word);

/** "One of them", "many in the valley", "another, a retired teacher": not "one of the rooms", "two hours". */
function countsPeople(tokens: readonly Token[], at: number, subject: Range): boolean {
  const next = wordAt(tokens, at + 1);
  if (next !== 'of') return at + 1 >= subject.end || /^(?:ADP|PUNCT|ADV)$/.test(posAt(tokens, at + 1));
  if (/^(?:them|us|those)$/.test(wordAt(tokens, at + 2))) return true;
  const counted = phraseStartingAt(tokens, at + 2, NOTHING);
  const head = counted ? tokens[headOf(tokens, counted)] : undefined;
  return head !== undefined && head.pos !== 'PROPN' && (isPersonNoun(head.word) || GROUP_HEADS.has(head.lower));
}

/** "A baker, Ann Orr, said", "a clerk named Orr": somebody with a name after all. */
function isNamed(tokens: readonly Token[], subject: Range, head: number): boolean {
  if (posAt(tokens, head + 1) === 'PROPN' && head + 1 < subject.end) return true;
  if (textAt(tokens, head + 1) === ',' && posAt(tokens, head + 2) === 'PROPN') return true;
  return tokens.slice(head, subject.end).some(({ lower }) => lower === 'named' || lower === 'called');
}
