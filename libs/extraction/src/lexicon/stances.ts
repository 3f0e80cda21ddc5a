import { wordFact, wordFlag } from '../words/word.js';
import { wordSet } from './word-list.js';

/**
 * What a noun means with a light verb before it, as a pattern over one word, and one of some words behind it. `meek`: only where "no" or
 * "little" stands before the noun; `within`: a preposition parts verb and noun ("has it in mind to"); `article`: one may stand between.
 */
export interface Stance {
  readonly verbs: RegExp;
  readonly links: ReadonlySet<string>;
  readonly meek?: true;
  readonly within?: RegExp;
  readonly article?: true;
}

const CAST = /^(?:casts?|casting|throws?|threw|thrown|throwing)$/;
const RAISE = /^(?:raises?|raised|raising|sounded|voiced?|voices|expressed|expresses|aired)$/;
const HAVE = /^(?:has|have|had)$/;
const HARBOUR = /^(?:has|have|had|harbou?r(?:s|ed)?|nurse[sd]?|retain(?:s|ed)?|cherish(?:es|ed)?)$/;
const TAKE = /^(?:takes?|took|taken|taking)$/;
const GIVE = /^(?:gives?|gave|given|giving|lends?|lent|throws?|threw|thrown)$/;
const LAY = /^(?:lays?|laid|laying|puts?|putting|pins?|pinned|places?|placed|heaps?|heaped)$/;
const MAKE = /^(?:makes?|made|making)$/;
const POUR = /^(?:pours?|poured|pouring|heaps?|heaped|lavish(?:es|ed)?|level(?:s|led|ed)?|hurl(?:s|ed)?)$/;
const ISSUE =
  /^(?:issue[sd]?|issuing|makes?|made|making|renew(?:s|ed)?|repeat(?:s|ed)?|sends?|sent|gives?|gave|given)$/;
const SEND = /^(?:sends?|sent|express(?:es|ed)?|offer(?:s|ed)?|gives?|gave|given|extend(?:s|ed)?)$/;
const RETURN = /^(?:return(?:s|ed)?|reach(?:es|ed)?|deliver(?:s|ed)?|gave|records?|recorded|came|comes|draws?|drew)$/;
const BE = /^(?:is|are|was|were|remains?|remained|[’']s)$/;
const HOLD =
  /^(?:holds?|held|shares?|shared|nurses?|nursed|entertains?|entertained|clings?|clung|sticks?|stuck|subscribes?|subscribed|cleaves?|rejects?|rejected|rejecting|dismisses|dismissed|dismissing|scouts?|scouted|pooh-poohs?|pooh-poohed|resists?|resisted|floats?|floated|advances?|advanced|pushes|pushed|puts?|peddles?|peddled|shake|shakes|shook|keeps?|kept|disputes?|disputed|ridicules?|ridiculed|scorns?|scorned|disowns?|disowned|discounts?|discounted|favou?rs?|favou?red|mocks?|mocked|likes?|hates?|welcomes?|welcomed|moots?|mooted|escape)$/;

/** Lines of nouns, verbs and links, with what else a stance needs. */
const LINES: readonly (readonly [string, RegExp, string, Pick<Stance, 'meek' | 'within' | 'article'>?])[] = [
  ['doubt', CAST, 'on upon over'],
  ['doubt', HAVE, 'that of about who what whether', { meek: true, article: true }],
  ['doubt', BE, 'that of about who what whether', { meek: true, within: /^in$/, article: true }],
  ['doubts', /^(?:casts?|raises?|raised|voiced?|ha[sd]|have)$/, 'on about over'],
  ['scorn criticism praise ridicule abuse compliments insults', POUR, 'on upon at against'],
  ['water', POUR, 'on over'],
  ['aspersions', CAST, 'on upon'],
  ['issue', TAKE, 'with'],
  ['exception', TAKE, 'to'],
  ['umbrage offence offense', TAKE, 'at over', { article: true }],
  ['comfort heart pride solace satisfaction', TAKE, 'in from that'],
  ['credit responsibility', /^(?:takes?|took|taken|claim(?:s|ed)?|disclaim(?:s|ed)?|accept(?:s|ed)?)$/, 'for'],
  ['view', TAKE, 'of that', { article: true }],
  ['line position stance', TAKE, 'that', { article: true }],
  ['fault', /^(?:finds?|found|finding)$/, 'with in'],
  ['tribute', /^(?:pays?|paid|paying)$/, 'to'],
  ['aim swipe dig', TAKE, 'at', { article: true }],
  ['blame', LAY, 'on upon with at', { article: true }],
  ['store emphasis stress faith', /^(?:sets?|lays?|laid|puts?|places?|placed)$/, 'by on in', { article: true }],
  ['concerns concern worries fears', RAISE, 'about over that', { article: true }],
  ['questions', RAISE, 'about over'],
  ['objections objection', RAISE, 'to about', { article: true }],
  ['alarm', RAISE, 'about over', { article: true }],
  ['backing blessing', GIVE, 'to'],
  ['quarrel', HAVE, 'with'],
  ['time truck patience sympathy use stomach argument', HAVE, 'for with', { meek: true }],
  ['fan friend admirer believer supporter lover', BE, 'of in', { meek: true, article: true }],
  ['reservations misgivings qualms regrets complaints', HARBOUR, 'about'],
  ['suspicions illusions fears', HARBOUR, 'about of that for'],
  ['illusion illusions', BE, 'about that', { within: /^under$/, article: true }],
  ['hopes hope', HARBOUR, 'of for that', { article: true }],
  ['hopes', /^(?:pin|pins|pinned|sets?)$/, 'on'],
  ['hope', /^(?:holds?|held)$/, 'of for that', { within: /^out$/, article: true }],
  ['heart', /^set$/, 'on upon'],
  ['objection objections', HAVE, 'to', { article: true }],
  ['confidence', HAVE, 'in that', { article: true }],
  ['plans wish desire appetite', HAVE, 'to', { meek: true, article: true }],
  ['intention recollection memory knowledge', HAVE, 'of', { meek: true }],
  ['mind', HAVE, 'to that', { within: /^in$/ }],
  ['mind', HAVE, 'to', { article: true }],
  ['mind', BE, 'that to', { within: /^of$/, article: true }],
  ['mind', /^made$/, 'that to', { within: /^up$/ }],
  ['credit', GIVE, 'to for', { article: true }],
  ['motion bill amendment', /^(?:tabled?|tables|moves?|moved|propose[sd]?)$/, 'to that for', { article: true }],
  ['plea petition letter', /^sign(?:s|ed)?$/, 'to for that against demanding urging calling', { article: true }],
  ['grudge', /^(?:bears?|bore|holds?|held)$/, 'against toward towards', { article: true }],
  ['right', /^reserve[sd]?$/, 'to', { article: true }],
  ['secret bones', MAKE, 'of about that', { article: true }],
  ['breast', MAKE, 'of', { article: true }],
  ['light much little fun', MAKE, 'of'],
  ['case', /^(?:makes?|made|puts?|argue[sd]?|state[sd]?)$/, 'for that against', { article: true }],
  ['point', MAKE, 'that', { article: true }],
  ['attempt', MAKE, 'to'],
  ['word', /^(?:gives?|gave|given|sends?|sent)$/, 'that to'],
  [
    'warning warnings promise pledge vow threat threats assurance assurances prediction forecast apology appeal plea call offer proposal suggestion demand accusation accusations allegation allegations claim claims order orders instruction instructions request',
    ISSUE,
    'that of about against for to',
    { article: true },
  ],
  ['verdict conclusion finding', RETURN, 'of that', { article: true }],
  ['thanks condolences congratulations regrets apologies sympathy', SEND, 'to for that'],
  [
    'belief notion idea theory suggestion thought conviction impression opinion charge view claim',
    HOLD,
    'that of',
    { article: true },
  ],
  [
    'story pretence fiction line',
    /^(?:keeps?|kept|sticks?|stuck|stands?|stood)$/,
    'that',
    { within: /^(?:up|to|by)$/, article: true },
  ],
];

const table = new Map<string, Stance[]>();
for (const [nouns, verbs, links, more] of LINES)
  for (const noun of nouns.split(' '))
    table.set(noun, [...(table.get(noun) ?? []), { verbs, links: wordSet(links), ...more }]);

/** What a noun may say or hold with the words around it: "cast doubt on", "took issue with", "has it in mind to"; null for other words. */
export const stancesOf = wordFact(({ lower }) => table.get(lower) ?? null);

/** Whether a noun may hold something so. */
export const isStanceNoun = wordFlag(({ lower }) => table.has(lower));
