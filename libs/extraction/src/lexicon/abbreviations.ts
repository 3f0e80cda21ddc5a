import { wordSet } from './word-list.js';

/** A full stop after these never ends a sentence: a name or a number follows. Lower case, without the stop. */
export const TITLE_ABBREVIATIONS = wordSet(`
  mr mrs ms mx messrs dr prof rev fr hon gen sen rep reps sens gov lt col capt cpt cmdr maj sgt cpl pvt adm brig pres supt insp det
  mt ft st ste sr. msgr amb atty asst assoc dep dir pp p para art sec ch vol fig figs eq ed eds viz vs v cf al ca approx
  nr op cit ibid e.g i.e sra dra mme mlle m gens cllr
`);

/** These may end a sentence; then a word that starts sentences follows. */
export const PLAIN_ABBREVIATIONS = wordSet(`
  inc co corp ltd llc plc bros jr sr etc est dept univ assn ave blvd rd ln sq hwy pl apt bldg
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo
  lb lbs oz ft in yd mi km kg hr hrs min mins sec yr yrs mos no nos n° phd esq ph.d b.a m.a m.d b.sc m.sc
`);

/** A full stop after these ends no sentence where a number follows: "No. 5", "N°. 1026". */
export const NUMBER_ABBREVIATIONS = wordSet(
  'no nos n° nr p pp art sec ch vol fig figs para eq jan feb mar apr jun jul aug sept sep oct nov dec',
);

/** Words that, with a capital, open a sentence rather than go on with a name. */
export const SENTENCE_STARTERS = wordSet(`
  a an the this that these those he she it they we you i his her its their our your my there here who what when where why how which whose
  in on at by for from with without as after before during since until while although though because if unless whether but and or so yet
  then now also still however meanwhile moreover but-for despite under over between among through according some many most all both each every
  no not nor none one two three four five several another other others such even only just once is are was were do does did have has had can could
  will would should may might must let did it's he's she's they're we're i'm don't
  earlier later today yesterday tomorrow officials police asked about last next next-door more much perhaps instead
`);
