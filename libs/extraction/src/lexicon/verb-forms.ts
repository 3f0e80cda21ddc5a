import { wordFlag } from '../words/word.js';
import { wordSet } from './word-list.js';

/** Past tense and past participle of the irregular verbs among the cues; all others follow the rules of English spelling. */
const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  think: ['thought', 'thought'],
  know: ['knew', 'known'],
  find: ['found', 'found'],
  see: ['saw', 'seen'],
  hear: ['heard', 'heard'],
  read: ['read', 'read'],
  show: ['showed', 'shown'],
  speak: ['spoke', 'spoken'],
  swear: ['swore', 'sworn'],
  sing: ['sang', 'sung'],
  feel: ['felt', 'felt'],
  understand: ['understood', 'understood'],
  undertake: ['undertook', 'undertaken'],
  put: ['put', 'put'],
  make: ['made', 'made'],
  give: ['gave', 'given'],
  send: ['sent', 'sent'],
  seek: ['sought', 'sought'],
  forbid: ['forbade', 'forbidden'],
  hold: ['held', 'held'],
  bet: ['bet', 'bet'],
  quote: ['quoted', 'quoted'],
  foresee: ['foresaw', 'foreseen'],
  retell: ['retold', 'retold'],
  foretell: ['foretold', 'foretold'],
  teach: ['taught', 'taught'],
  set: ['set', 'set'],
  draw: ['drew', 'drawn'],
  lay: ['laid', 'laid'],
  dream: ['dreamed', 'dreamed'],
  forget: ['forgot', 'forgotten'],
  mean: ['meant', 'meant'],
  plead: ['pleaded', 'pleaded'],
  hit: ['hit', 'hit'],
  weep: ['wept', 'wept'],
  sue: ['sued', 'sued'],
  run: ['ran', 'run'],
  come: ['came', 'come'],
  break: ['broke', 'broken'],
  begin: ['began', 'begun'],
  go: ['went', 'gone'],
  stand: ['stood', 'stood'],
  bear: ['bore', 'borne'],
  bind: ['bound', 'bound'],
  leave: ['left', 'left'],
  uphold: ['upheld', 'upheld'],
  misspell: ['misspelt', 'misspelt'],
  catch: ['caught', 'caught'],
  lead: ['led', 'led'],
  take: ['took', 'taken'],
  mistake: ['mistook', 'mistaken'],
  let: ['let', 'let'],
};

/** Past tenses that no rule of spelling gives away, of verbs of any kind; those that look like the base form are left out. */
const PAST_FORMS = wordSet(
  'was were had did went got gave took made came saw knew thought found left lost kept held sent built bought brought caught began broke chose drew drove drank ate fell felt flew forgot froze grew hung heard hid laid led lent lay met meant paid rang rode rose ran sold sat shot slept spoke spent stood stole struck swam swept swung taught told threw understood woke wore won wound wrote withdrew fled fought sought dealt dug fed clung crept knelt leant bent burnt learnt sank sang shook shone shrank slid spun sprang stuck stung swore tore wept said frozen gone given taken written chosen driven spoken stolen thrown broken forgotten',
);

/** Whether a word has the form of a past tense or a past participle. */
export const isPastForm = wordFlag(({ lower }) => (lower.length > 3 && lower.endsWith('ed')) || PAST_FORMS.has(lower));

const DOUBLING = new Set(
  [
    'admit',
    'quip',
    'blog',
    'nod',
    'fret',
    'slam',
    'pan',
    'vet',
    'rap',
    'commit',
    'regret',
    'rebut',
    'submit',
    'hint',
    'brag',
    'dub',
    'beg',
    'chat',
    'permit',
    'plan',
    'sob',
    'tut',
    'gab',
    'rebel',
    'refer',
    'log',
    'flag',
    'map',
    'plot',
    'cap',
    'ban',
    'bar',
    'acquit',
    'run',
    'stop',
    'begin',
    'put',
    'set',
    'pin',
    'sum',
  ].filter((w) => w !== 'hint'),
);
const VOWEL = /[aeiou]/;

export interface VerbForms {
  readonly third: string;
  readonly past: string;
  readonly participle: string;
  readonly gerund: string;
}

/** The forms of an English verb. */
export function inflect(lemma: string): VerbForms {
  const irregular = IRREGULAR[lemma];
  const past = irregular?.[0] ?? regularPast(lemma);
  return { third: third(lemma), past, participle: irregular?.[1] ?? past, gerund: gerund(lemma) };
}

function third(lemma: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(lemma)) return `${lemma}es`;
  if (lemma.endsWith('y') && !VOWEL.test(lemma.at(-2) ?? '')) return `${lemma.slice(0, -1)}ies`;
  return `${lemma}s`;
}

function regularPast(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (lemma.endsWith('y') && !VOWEL.test(lemma.at(-2) ?? '')) return `${lemma.slice(0, -1)}ied`;
  return `${doubled(lemma)}ed`;
}

function gerund(lemma: string): string {
  if (lemma.endsWith('ie')) return `${lemma.slice(0, -2)}ying`;
  if (lemma.endsWith('ee') || lemma.endsWith('oe')) return `${lemma}ing`;
  if (lemma.endsWith('e') && lemma.length > 2) return `${lemma.slice(0, -1)}ing`;
  return `${doubled(lemma)}ing`;
}

function doubled(lemma: string): string {
  return DOUBLING.has(lemma) ? `${lemma}${lemma.at(-1) ?? ''}` : lemma;
}
