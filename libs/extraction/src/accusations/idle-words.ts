import { textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFlag } from '../words/word.js';
import { wordSet } from '../lexicon/word-list.js';

const PLACES = wordSet(
  'in at on off by under beneath beside between behind beyond across along around above below near within outside inside ahead down flat awake still low deep idle empty abandoned wounded dead asleep somewhere here there north south east west',
);
/** Words that name a wrong only as verbs with an object: "to doctor the books", but "the doctor". */
const CRAFTS = wordSet(
  'plot plots shelling shell bug line lines lined dump dumped pocket execute executed engineer doctor traffic con breach inflate inflated divert diverted enrich funnel funneled hack evade scheme groom bomb wreck',
);
const OBJECTS = wordSet(
  'to of about on against with by into the his her its their a an public money funds millions billions for',
);
/** Words after which the one before is a topic, not an accusation: "fraud office", "corruption drama". */
const TOPICS = wordSet(
  'squad unit office agency law laws bill act prevention charity hotline watchdog commission bureau department division task-force campaigner campaigners expert experts lawyer lawyers novel film series drama thriller trial mystery mysteries scene rate rates statistics figures insurance helpline policy policies training court tribunal justice code codes reporter weekend lines line point points twist fiction',
);

const isLie = wordFlag(({ lower }) => lower === 'lie' || lower === 'lies' || lower === 'lying');
const isCraft = wordFlag(({ lower }) => CRAFTS.has(lower));
const isAgainst = wordFlag(({ lower }) => /^(?:anti|counter)-/.test(lower));

/** Whether a word that can name a wrong names none here: "lies at anchor", "a plot of land", "the fraud office", "anti-corruption". */
export function isIdle(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  const after = wordAt(tokens, at + 1);
  if (TOPICS.has(after) || isAgainst(token.word)) return true;
  if (isLie(token.word)) return token.pos === 'VERB' && (PLACES.has(after) || /^\d/.test(textAt(tokens, at + 1)));
  return isCraft(token.word) && !(token.pos === 'VERB' && wordAt(tokens, at - 1) !== 'the' && OBJECTS.has(after));
}
