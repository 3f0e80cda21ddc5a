import { RECORD_HEADS } from './records.js';
import { DOCUMENT_HEADS } from './sources.js';
import { singular } from './noun-classes.js';
import { inflect } from './verb-forms.js';

const words = (list: string): string[] => list.split(/\s+/).filter(Boolean);

/** How a form agrees with its subject: "lists" with one record, "list" with several, "listed" with both; "shown" only behind "has". */
export type Agreement = 'one' | 'several' | 'any' | 'helped';

/** What a verb form tells of a record as its subject. */
export interface Recording {
  readonly agreement: Agreement;
  /** Only of papers kept to be looked up, or of law; anything else that has pages may "open", "run" or "hold". */
  readonly firm: boolean;
  /** Particles without which it tells nothing ("runs to", "lays out"); null where it takes an object. */
  readonly particles: ReadonlySet<string> | null;
}

/** Verbs by which any record tells what stands in it. */
const TELLING = words(`
  show record list name flag state say note describe contain reveal detail indicate suggest confirm conclude estimate report identify cite mention specify establish demonstrate
  allege accuse register log catalog catalogue tally itemise itemize enumerate tabulate chronicle depict portray classify summarise summarize outline document recommend warn attribute
  prove find include require forbid prohibit stipulate quote date assert claim argue predict project forecast propose criticise criticize commend condemn credit advise urge caution explain
`);

/** Verbs that tell something only of a register, a law and the like. */
const KEEPING = words(`
  give put count hold set read bear trace place blame carry track allow oblige add total confine limit entitle measure rate charge assign value order ban permit
  compare calculate rule call tell assess score rank define promise make exempt exclude restrict cap grant allot allocate award bind protect guarantee impose levy declare deem designate
  authorise authorize empower instruct mandate outlaw bar suspend revoke seek ask demand clear fault omit reserve span cover time clock plot map link connect preserve preclude print
  address admit concede thank refuse reject uphold overturn dismiss acquit convict provide mark enter fix demand preserve misspell acknowledge tie oblige enshrine
`);

/** Verbs that tell something with a particle. */
const WITH_PARTICLES: Readonly<Record<string, string>> = {
  run: 'to from',
  amount: 'to',
  come: 'to',
  break: 'off',
  lay: 'out down',
  set: 'out down aside',
  bear: 'out',
  give: 'out',
  carry: 'over',
  put: 'down',
  rule: 'out',
  sum: 'up',
  draw: 'on',
  hint: 'at',
  deal: 'with',
  agree: 'with on that',
  point: 'to',
  call: 'for',
  provide: 'for',
  consist: 'of',
  refer: 'to',
  speak: 'of',
  end: 'with in on at',
  begin: 'with in on at',
  open: 'with',
  go: 'back',
  stop: 'at in',
  stand: 'at',
  spell: 'out',
  turn: 'up',
  leave: 'out',
  make: 'no',
  account: 'for',
  date: 'from back to',
  apply: 'to',
};

const FIRM_HEADS = new Set(
  words(`
  register registry roll log logbook ledger docket inventory census transcript minutes database dataset statistics accounts return filing affidavit indictment complaint lawsuit suit pleading petition
  ruling judgment judgement verdict decree statute law bylaw by-law byelaw act bill order ordinance regulation code section article clause paragraph annex appendix schedule treaty convention resolution
  constitution charter covenant contract agreement deed lease licence license permit warrant certificate invoice receipt manifest timetable roster rota tally scorecard scorebook tachograph recorder
  seismograph tracker gauge meter sensor telemetry dashboard survey poll audit study report inspection autopsy post-mortem file dossier minute record spreadsheet handbook guideline rulebook manual
  rule reading chart table ranking index inquest notebook diary packet subpoena writ injunction prospectus declaration memo memorandum catalogue catalog questionnaire tax-return stub payslip
  decision figures data returns payroll record gauge stream-gauge telemetry
  bulletin gazette almanac yearbook
  count count-sheet comparison thesis
  amendment policy directive budget plan map document paper letter text contract will testament sheet slip entry page chapter footnote notice tape recording footage
  `),
);

/** Heads of records besides those of `RECORD_HEADS` and `DOCUMENT_HEADS`: instruments, kept papers, sources of law. */
const MORE_HEADS = new Set(
  words(`
  roll slide tachograph seismograph seismometer barometer thermometer altimeter odometer speedometer monitor recorder tracker gauge meter sensor packet folder audio cassette tape voicemail bylaw by-law byelaw ordinance
  convention resolution decree covenant clause patent suit pleading thesis dissertation chapter paragraph footnote textbook scorebook scorecard scoresheet stub payslip passbook lease deed logbook minute memo
  muster proceedings particulars terms conditions small-print blueprint specification specifications instruction instructions leaflet handout bulletin gazette almanac yearbook calendar programme-note itinerary
  breakdown ledger checklist waybill coupon voucher bill bond title-deed conveyance probate testament subpoena stocktake inventory credits caption subtitle obituary epitaph tombstone gravestone cairn comparison voice-mail scoreboard
  `),
);

/** Words that are something else far more often: deeds, commands, what people write to each other in the open. */
const SAID_OTHERWISE = new Set(words('acts orders codes post posts tweet tweets wills bonds bond credits'));

/** A word that can head the name of a record, plural or singular. Lower case. */
export const headsRecord = (word: string): boolean => {
  if (SAID_OTHERWISE.has(word)) return false;
  const one = singular(word);
  return [word, one].some((form) => MORE_HEADS.has(form) || RECORD_HEADS.has(form) || DOCUMENT_HEADS.has(form));
};

/** One whose every word can be taken as told: a register, an instrument, a law. */
export const headsFirmRecord = (word: string): boolean => FIRM_HEADS.has(word) || FIRM_HEADS.has(singular(word));

const forms = new Map<string, Recording[]>();

function enter(lemma: string, firm: boolean, particles: ReadonlySet<string> | null): void {
  const { third, past, participle } = inflect(lemma);
  const add = (form: string, agreement: Agreement): void => {
    forms.set(form, [...(forms.get(form) ?? []), { agreement, firm, particles }]);
  };
  add(third, 'one');
  add(lemma, past === lemma ? 'any' : 'several');
  if (past !== lemma) add(past, 'any');
  if (participle !== past && participle !== lemma) add(participle, 'helped');
}

for (const lemma of TELLING) enter(lemma, false, null);
for (const lemma of KEEPING) enter(lemma, true, null);
for (const [lemma, particles] of Object.entries(WITH_PARTICLES)) enter(lemma, true, new Set(words(particles)));

for (const [form, agreement] of [
  ['has', 'one'],
  ['have', 'several'],
  ['had', 'any'],
] as const)
  forms.set(form, [{ agreement, firm: true, particles: null }]);

/** What a verb form can tell of a record; null for forms that tell nothing. Lower case. */
export const recordingForms = (word: string): readonly Recording[] | null => forms.get(word) ?? null;
