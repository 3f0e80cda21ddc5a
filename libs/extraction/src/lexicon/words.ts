import { wordSet } from './word-list.js';

export const BE = wordSet("be am is are was were been being ’s 's ’re 're get gets got getting");
export const HAVE = wordSet("have has had having ’ve 've ’d 'd");
export const NEGATIONS = wordSet("not n’t n't never no neither nor hardly cannot without");
/** Verbs that go on with another: "kept repeating", "began asking". */
export const KEEPING = wordSet('keep keeps kept began begins begin started starts start resumed');
export const RELATIVES = wordSet('who which that whose whom');
export const PERSONAL = wordSet('i he she they we you it');
export const THIRD_PERSONS = wordSet('he she they');
export const COMPLEMENTIZERS = wordSet('that whether if how why what when where who');
export const TIME_WORDS = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow tonight morning afternoon evening night noon midnight week weekend month year earlier later recently last this next jan feb mar apr jun jul aug sept sep oct nov dec now then meanwhile since ago overnight',
);
export const MODALS = wordSet("will would shall should can could may might must ’ll 'll ’d 'd wo ca");
export const CONTRASTS = wordSet('but while whereas although though yet however');

/** Heads of the phrases in which an author comments on what was just reported: "…, a sly nod to", "…, a move that". */
export const GLOSS_HEADS = wordSet(`
  move step claim charge accusation allegation reference nod gap sign signal decision assertion view position stance reversal departure contrast blow setback reminder warning
  figure sum feat shift victory admission concession comparison comment remark suggestion notion idea point statement declaration message plan proposal policy practice process tactic
  strategy approach response reaction rebuke jab swipe dig echo phrase term word demand request promise pledge threat prospect possibility scenario situation state fact result outcome
  development change trend pattern problem issue question concern fear worry hope dream goal aim ambition belief argument contention theory conclusion finding verdict ruling
  amount increase rise drop fall decline jump number total record high low level rate share price cost bid attempt effort push drive campaign gesture allusion hint sentiment rhetoric
  flaw weakness failure omission oversight hole loophole silence delay retreat climbdown u-turn turnaround escalation provocation distinction distraction euphemism mistake error blunder
`);
