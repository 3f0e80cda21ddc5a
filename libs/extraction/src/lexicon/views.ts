import { wordFlag } from '../words/word.js';
import { wordSet } from './word-list.js';

/** What somebody has of a matter, and may be told by: "in her view", "by his own account", "on the word of a porter". */
export const VIEWS = wordSet(
  'view views admission count tally opinion eyes judgment judgement estimate estimation reckoning telling account accounts reading version mind recollection memory submission words word assessment book experience calculation calculations interpretation analysis phrase arithmetic lights confession guess description evidence testimony understanding rendering wish belief diagnosis impression theory conviction argument recounting retelling formulation language logic figures numbers sums hunch say-so vocabulary parlance transcription translation',
);

/** Nouns that "is that" or a colon turns into a telling: "his contention is that", "its demand: no layoffs". */
export const STANDS = wordSet(
  'contention feeling reasoning expectation position view argument explanation advice claim belief memory recollection reply answer complaint point demand verdict conclusion response defence defense message conviction fear hope theory suspicion assessment judgment judgement opinion guess hunch warning prediction instinct objection excuse case stance answer plea request finding worry concern boast promise reading impression understanding interpretation line thinking sense account version story instruction instructions recommendation proposal wish diagnosis estimate hypothesis criticism grievance retort rejoinder comment remark remarks forecast tally reckoning summing-up summary submission idea intention intent plan aim ambition ruling testimony evidence message confession admission apology motto rule principle wager bet concession deposition epitaph tribute',
);

/** Stands that need nobody to hold them: "the whisper is that", "the thinking goes that". */
export const AIRS = wordSet(
  'whisper whispers rumour rumor talk word gossip story theory suspicion feeling fear hope expectation thinking belief consensus view impression sense assumption worry speculation complaint charge argument legend joke mood line',
);

export const TELLERS = wordSet(
  'sees saw puts put tells tell told has have had describes described recalls recalled remembers remembered explains explained see',
);

/** Stands that what they come to may follow without "that": "his version is fog at the airport", "her advice is arithmetic". */
export const UTTERED = wordSet(
  'version verdict explanation guess prediction forecast diagnosis advice tally reckoning estimate recommendation theory hunch motto summing-up prescription prognosis assessment testimony',
);

/** Stands of what is meant to be done: with "to" behind them. */
export const AIMS = wordSet('intention intent plan aim ambition hope wish idea proposal dream desire job duty');

/** What a view phrase turns at; "way" for "to her way of thinking". */
export const isView = wordFlag(({ lower }) => VIEWS.has(lower) || lower === 'way');
export const isStand = wordFlag(({ lower }) => STANDS.has(lower));
export const isAir = wordFlag(({ lower }) => AIRS.has(lower));
export const isTeller = wordFlag(({ lower }) => TELLERS.has(lower));
