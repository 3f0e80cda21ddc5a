import { type Need } from './record-heads.js';
import { inflect } from './verb-forms.js';
import { wordFact } from '../words/word.js';
import { wordList, wordSet } from './word-list.js';

/** How a form agrees with its subject: "lists" with one record, "list" with several, "listed" with both; "shown" only behind "has", "silent" only behind "is". */
export type Agreement = 'one' | 'several' | 'any' | 'helped' | 'predicate';

/** What a verb form tells of a record as its subject. */
export interface Recording {
  readonly agreement: Agreement;
  /** What kind of record it needs. */
  readonly needs: Need;
  /** Particles without which it tells nothing ("runs to", "lays out"); null where it takes an object. */
  readonly particles: ReadonlySet<string> | null;
}

/** Verbs by which any record tells what stands in it. */
const TELLING = wordList(`
  show record list name flag state say note describe contain reveal detail indicate suggest confirm conclude estimate report identify cite mention specify establish demonstrate
  allege accuse register log catalog catalogue tally itemise itemize enumerate tabulate chronicle depict portray classify summarise summarize outline document recommend warn attribute
  prove find include require forbid prohibit stipulate quote date assert claim argue predict project forecast propose criticise criticize commend condemn credit advise urge caution explain
`);

/** Verbs that tell something only of a register, a law and the like. */
const KEEPING = wordList(`
  give put count hold set read bear trace place blame carry track allow oblige add total confine limit entitle measure rate charge assign value order ban permit
  compare calculate rule call tell assess score rank define promise make exempt exclude restrict cap grant allot allocate award bind protect guarantee impose levy declare deem designate
  authorise authorize empower instruct mandate outlaw bar suspend revoke seek ask demand clear fault omit reserve span cover time clock plot map link connect preserve preclude print
  detect capture uncover discover separate distinguish differentiate foresee envisage anticipate pin absolve exonerate implicate incriminate rebuke chide liken question contradict corroborate
  refute disprove advertise boast ignore overlook concern regulate govern halve abolish repeal extend store catch picture divide split criminalise criminalize punish penalise penalize tax commit compel enable let transfer create dissolve
  replace amend waive relieve spare scrap dictate prescribe stress underline highlight spell
  address admit concede thank refuse reject uphold overturn dismiss acquit convict provide mark enter fix demand preserve misspell acknowledge tie oblige enshrine
  price number betray remember commemorate memorialise memorialize supply cost debit invoice subtract deduct grade dub label term christen locate situate
  bracket pair ascribe impute peg certify attest testify affirm enjoin remind notify rebut deny furnish divulge unmask understate overstate misstate misdate reproduce vindicate
`);

/** Verbs that tell of pages and clauses with a particle; of anything else they tell what happens to it. */
const PAGED_PARTICLES: Readonly<Record<string, string>> = {
  end: 'in on at',
  begin: 'in on at',
  go: 'back',
  stop: 'at in',
  break: 'off',
  close: 'at on with in',
  finish: 'at on with in',
  start: 'with in on at',
  peter: 'out',
  tail: 'off',
  jump: 'from to',
  run: 'to from until',
  turn: 'on',
  leave: 'out',
  stand: 'at',
};

/** What a record can be: "is silent on", "was explicit about". */
const PREDICATES: Readonly<Record<string, string>> = {
  silent: 'on about as',
  mute: 'on about',
  explicit: 'on about that in',
  clear: 'on about that',
  vague: 'on about',
  blunt: 'about that',
  specific: 'on about',
  unequivocal: 'on about that',
  emphatic: 'on about that',
  good: 'for until',
  valid: 'for until',
  binding: 'on until',
  frank: 'about',
  candid: 'about',
  coy: 'about on',
  discreet: 'about on',
  precise: 'about on as',
  reticent: 'about on',
  quiet: 'about on',
  firm: 'on about that',
  strict: 'on about that',
  curt: 'about on',
  made: 'out',
  addressed: 'to',
  headed: '',
  dated: '',
  initialled: 'by',
  initialed: 'by',
  countersigned: 'by',
  endorsed: 'by on',
  payable: 'to',
  drawn: 'on up',
  broken: 'down into',
  taken: 'up',
  full: 'of',
  headlined: '',
  titled: '',
  entitled: '',
  wrong: 'about on',
  right: 'about on',

  unambiguous: 'on about that',
  categorical: 'on about that',
};

/** Whether a word is what a record can be, behind a form of "be". Lower case. */
export const isPredicate = (word: string): boolean => predicates.has(word);
const predicates: ReadonlySet<string> = new Set(Object.keys(PREDICATES));

/** Verbs that tell something with a particle. */
const WITH_PARTICLES: Readonly<Record<string, string>> = {
  add: 'up',
  single: 'out',
  turn: 'up',
  relate: 'to',
  allude: 'to',
  touch: 'on',
  warn: 'of against about',
  complain: 'of about',
  lead: 'back',
  trace: 'back',
  reach: 'back',
  stretch: 'back',
  amount: 'to',
  lay: 'out down',
  set: 'out down aside',
  carry: 'over',
  put: 'down at',
  rule: 'out',
  sum: 'up',
  draw: 'on',
  hint: 'at',
  deal: 'with',
  agree: 'with on that',
  point: 'to',
  call: 'for',
  ask: 'for',
  allow: 'for',
  provide: 'for',
  consist: 'of',
  refer: 'to',
  end: 'with',
  begin: 'with',
  open: 'with',
  spell: 'out',
  make: 'no',
  account: 'for',
  date: 'from back to',
  apply: 'to',
  write: 'off down',
  take: 'down',
  strike: 'out off',
  mark: 'down up',
  knock: 'off',
  pin: 'down',
  average: 'out',
  give: 'out away',
  pick: 'up out',
  tot: 'up',
  testify: 'to',
  attest: 'to',
  bear: 'out',
  tell: 'of on',
  speak: 'of',
  fret: 'about over that',
  hesitate: 'between',
  differ: 'on from',
  work: 'out',
  come: 'to down',
  own: 'to',
  hand: 'out',
  do: 'away',
  dwell: 'on',
  require: 'of',
  demand: 'of',
};

/** Verbs by which a dial tells its value: "the gauge stood at 4.2 metres", "a thermometer in the loft read 31". */
const DIALS: Readonly<Record<string, string | null>> = {
  read: null,
  touch: null,
  hit: null,
  reach: null,
  clock: null,
  top: null,
  average: null,
  exceed: null,
  pass: null,
  stop: 'at on',
  stand: 'at on',
  settle: 'at on around',
  stick: 'at on',
  peak: 'at',
  hover: 'at around between near',
  climb: 'to above past from',
  rise: 'to above past from',
  fall: 'to below from',
  drop: 'to below from',
  sink: 'to below from',
  swing: 'to from between',
  stay: 'at on under below above',
  come: 'out',
  go: 'to past',
};

const forms = new Map<string, Recording[]>();

function enter(lemma: string, needs: Need, particles: ReadonlySet<string> | null): void {
  const { third, past, participle } = inflect(lemma);
  const add = (form: string, agreement: Agreement): void => {
    forms.set(form, [...(forms.get(form) ?? []), { agreement, needs, particles }]);
  };
  add(third, 'one');
  add(lemma, past === lemma ? 'any' : 'several');
  if (past !== lemma) add(past, 'any');
  if (participle !== past && participle !== lemma) add(participle, 'helped');
}

for (const lemma of TELLING) enter(lemma, 'any', null);
for (const lemma of KEEPING) enter(lemma, 'firm', null);
for (const [lemma, particles] of Object.entries(WITH_PARTICLES)) enter(lemma, 'firm', wordSet(particles));
for (const [lemma, particles] of Object.entries(PAGED_PARTICLES)) enter(lemma, 'paged', wordSet(particles));
for (const [lemma, particles] of Object.entries(DIALS))
  enter(lemma, 'dial', particles === null ? null : wordSet(particles));

for (const [word, particles] of Object.entries(PREDICATES))
  forms.set(word, [
    ...(forms.get(word) ?? []),
    { agreement: 'predicate', needs: 'any', particles: particles ? wordSet(particles) : null },
  ]);

// "Left" is what a trace was, far more often than what a will did.
for (const [form, agreement] of [
  ['has', 'one'],
  ['have', 'several'],
  ['had', 'any'],
  ['leaves', 'one'],
  ['leave', 'several'],
] as const)
  forms.set(form, [...(forms.get(form) ?? []), { agreement, needs: 'firm', particles: null }]);

/** What papers and machines do as things, and what they do to people: told in the present, it tells nothing that stands in them. */
const AS_THING = wordSet(`
  weighs lasts costs takes brings resumes hangs pays opens closes starts begins reaches goes faces gets needs wants hits attracts wins loses comes arrives sits lies fills smells looks seems appears remains becomes
  helps hurts worries pleases excites irks bothers annoys embarrasses surprises delights angers shocks stuns sells fetches encloses expires lapses changes kills ends keeps uses meets passes runs works plays rings serves forms joins beats
  beggars defies lacks deserves merits repays rewards was is has does says rests turns moves gives falls rises belongs stops carries leads causes creates sparks triggers prompts fuels spurs destroys damages spoils threatens jeopardises jeopardizes
  undermines weakens strengthens boosts saves wastes requires turns covers hides blocks delays replaces precedes wraps rattles flutters clicks buzzes burns tears lands travels circulates
  `);

/** "The register pockets nine names", "the scan raises the number": any other verb in the present, of a record that is kept. */
const IN_THE_PRESENT: readonly Recording[] = [{ agreement: 'one', needs: 'kept', particles: null }];

/** What a form that may be a verb in the present can tell of a record; null for other forms and for what things do. Lower case. */
export const presentForms = (word: string): readonly Recording[] | null =>
  word.length > 4 && /[^s]s$/.test(word) && !AS_THING.has(word) ? IN_THE_PRESENT : null;

/** What a verb form can tell of a record; null for forms that tell nothing. Lower case. */
export const recordingForms = (word: string): readonly Recording[] | null => forms.get(word) ?? null;

/** The same, kept with the word. */
export const recordingsOf = wordFact(({ lower }) => recordingForms(lower));
