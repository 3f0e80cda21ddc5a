import { DOCUMENT_HEADS } from './sources.js';
import { RECORD_HEADS } from './records.js';
import { singular } from './noun-classes.js';
import { wordList, wordSet } from './word-list.js';

/** What lays down what shall be: law, and what two sides have agreed on. */
const LAW = wordList(`
  law act bill statute bylaw by-law byelaw ordinance code constitution charter decree edict regulation rule rulebook order directive amendment proviso provision section subsection article clause paragraph
  schedule annex appendix treaty convention resolution covenant protocol compact pact accord concordat communiqué communique armistice truce ceasefire memorandum agreement contract concession deed lease tenancy licence license
  permit warranty guarantee franchise policy terms settlement injunction writ subpoena warrant summons patent prenup easement will testament bequest trust-deed guideline guidance manual handbook standard
  ruling judgment judgement verdict decision opinion dissent concurrence adjudication determination finding award sentence prospectus tender offer-document specification blueprint tariff syllabus curriculum constitution plan budget
`);

/** What is handed in or kept to be looked up. */
const KEPT = wordList(`
  register registry roll log logbook ledger docket inventory census transcript minutes minute proceedings hansard database dataset data statistics figures account filing affidavit indictment complaint lawsuit suit pleading
  petition motion brief return tax-return disclosure declaration certificate invoice receipt bill manifest waybill consignment-note voucher ticket slip stub payslip passbook payroll statement passport visa
  timetable roster rota scorecard scorebook scoresheet scoreboard spreadsheet file dossier record registration index catalogue catalog directory gazetteer almanac yearbook bulletin gazette calendar diary notebook sketchbook
  journal scrapbook letterbook daybook album binder folder packet archive chart-sheet sheet table chart map atlas entry page footnote notice chapter document paper letter text form questionnaire returns count-sheet citation
  note rider addendum codicil postscript gloss marginalia preamble appendices pass-book order-book visitors-book cartulary psalter missal breviary blotter wiretap intercept till-roll jotter codex palimpsest terrier hymnal payslip setlist timesheet time-sheet docket dossier wage-slip answerphone checklist
  capture list dictionary encyclopaedia encyclopedia glossary manifesto recipe chronicle listing metadata report thesis dissertation preprint appraisal invitation profile summary memo memorandum description breakdown muster credit proof contents
`);

/** What somebody has found out and put down. */
const STUDY = wordList(`
  survey poll audit study inspection autopsy post-mortem inquest ranking reading analysis review evaluation assessment valuation meta-analysis examination exam biopsy assay
  consultation referendum barometer tracker tally recount canvass count comparison projection forecast model simulation trial experiment test research estimate scan x-ray ultrasound mri scorecard rating league-table toxicology result
  cores isotopes swabs fingerprints x-rays biopsies lab-tests
  advert advertisement ad commercial billboard leaflet brochure pamphlet flyer
`);

/** What measures, films or listens by itself. */
const INSTRUMENT = wordList(`
  tachograph recorder seismograph seismometer thermograph thermometer barometer anemometer altimeter odometer speedometer dosimeter breathalyser breathalyzer monitor tracker gauge stream-gauge meter sensor telemetry dashboard detector
  phone telephone handset cellphone smartphone smartwatch satnav sat-nav sampler datalogger data-logger printout print-out hygrometer spectrometer weighbridge taximeter chronometer reading
  transponder logger stopwatch radar sonar satellite camera dashcam bodycam cctv webcam hydrophone buoy needle instrument footage tape recording video film-strip imagery replay photo-finish cardiogram
`);

/** Heads whose every word can be taken as told, plural or singular. */
const FIRM = new Set([...LAW, ...KEPT, ...STUDY, ...INSTRUMENT]);

/** Heads besides those and `RECORD_HEADS` and `DOCUMENT_HEADS`: what is written or shown for other ends. */
const OTHER = wordSet(`
  slide audio cassette voicemail voice-mail textbook particulars small-print instruction leaflet handout programme-note itinerary checklist coupon conveyance probate stocktake caption subtitle obituary epitaph tombstone
  nameplate hallmark postmark watermark sticker bookings lab-report crib graffito
  gravestone cairn screenshot mugshot still postcard blurb dust-jacket brief circular synopsis abstract script memoir guide bibliography biography sketch
`);

/** Words that are a record's only behind one of these: "guest book", "weather station". */
const COMPOUNDS: Readonly<Record<string, ReadonlySet<string>>> = {
  book: wordSet(
    'guest guests visitor visitors log minute order score accident incident day rent wage wages pay pocket stud stock account cash game rule phone telephone parish flight sales appointment betting exercise duty gate lodge hut complaints punishment hymn defects record register prayer baptismal court fine fines store stores admission admissions request requests site letter letters bank night day cash service maintenance fault repair repairs weather casualty patient ward theatre engine bridge deck call message burial burials marriage marriages valuation weight weights feed milk breeding herd flock test laboratory lab field shipping cargo mill tally toll tolls ticket loan library pawn debt rate rates poor cheque contract estimate estimates betting training mess watch signal kitchen room key gift inspection charge custody arrest station detention occurrence scoring minutes sign-in signing-in duties bird egg fishing gamekeeper honours hours invoice ledger locker manor muster nature observation petty postage press purchase quarry receipt reception roll round scout tide timber tithe tool track treasurer tune vestry voyage',
  ),
  box: wordSet('black'),
  station: wordSet('weather monitoring gauging recording tide seismic meteorological rainfall measuring'),
  card: wordSet(
    'time score index report identity id record swipe library medical ration membership clock memory punch scorecard score tally race loyalty index key bank credit phone postal donor membership pupil',
  ),
  board: wordSet('peal honours honors toll tolls score notice departure departures arrivals tide results leader'),
  plate: wordSet('brass steel bronze glass name copper silver zinc number licence license registration'),
  plates: wordSet('brass steel bronze glass name copper silver photographic number licence license registration'),
  history: wordSet(
    'location alarm call case search browsing medical service maintenance credit order purchase edit revision claims',
  ),
  orders: wordSet('standing'),
  core: wordSet('drill ice sediment peat rock'),
  strip: wordSet('paper timing test'),
  dating: wordSet('carbon radiocarbon tree-ring ring'),
  finish: wordSet('photo'),
  programme: wordSet('matchday match race concert theatre festival order funeral'),
  program: wordSet('game race concert theater festival funeral'),
  mail: wordSet('voice'),
};

/** Words that are something else far more often: deeds, commands, what people write to each other in the open, who writes it. */
const SAID_OTHERWISE = wordSet(
  'acts orders codes post posts tweet tweets wills bonds bond credits posters standards trusts',
);

/** A word that can head the name of a record, plural or singular. Lower case. */
export const headsRecord = (word: string): boolean => {
  if (SAID_OTHERWISE.has(word)) return false;
  const one = singular(word);
  return [word, one].some(
    (form) => FIRM.has(form) || OTHER.has(form) || RECORD_HEADS.has(form) || DOCUMENT_HEADS.has(form),
  );
};

/** How far a record's verbs may go: any record shows and says; one that is made to be relied on also gives and counts; only what has pages or clauses opens, runs and ends, and only a dial rises and falls. */
export type Footing = 'any' | 'firm' | 'law' | 'paged' | 'dial';
/** What a verb needs of it; `kept`: a firm record that lays down nothing. */
export type Need = 'any' | 'firm' | 'kept' | 'paged' | 'dial';

const PAGED = new Set(KEPT);
const LAWS = new Set(LAW);
const DIALS = new Set(INSTRUMENT);

/** Whether a record of this footing may do what a verb needs. */
export function canDo(has: Footing, needs: Need): boolean {
  if (needs === 'any' || needs === has) return true;
  if (needs === 'kept') return has === 'firm' || has === 'paged' || has === 'dial';
  return (needs === 'firm' && has !== 'any') || (needs === 'paged' && has === 'law');
}

/** What a record of this name may do besides saying. Lower case. */
export function footingOf(word: string): Footing {
  const one = singular(word);
  if (LAWS.has(word) || LAWS.has(one)) return 'law';
  if (PAGED.has(word) || PAGED.has(one)) return 'paged';
  if (DIALS.has(word) || DIALS.has(one)) return 'dial';
  return FIRM.has(word) || FIRM.has(one) ? 'firm' : 'any';
}

/** The words behind which this one heads a record's name ("guest" of "book"); null where it takes none. */
export const compoundsOf = (word: string): ReadonlySet<string> | null =>
  COMPOUNDS[word] ?? COMPOUNDS[singular(word)] ?? null;
