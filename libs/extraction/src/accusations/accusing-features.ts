import { type Signs } from './draft-signs.js';
import { type Features, type Term, count, lowerTerm, term, termOf } from '../learning/features.js';
import { deedOf } from '../lexicon/deeds.js';
import { harmOf } from '../lexicon/harm.js';
import { NEGATIONS } from '../lexicon/words.js';
import { type Draft } from '../draft.js';
import { isPossessiveAt, posAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFact } from '../words/word.js';

const DEED = term('deed');
const DEEDS = term('deeds');
const DEED_VERB = term('deed-verb');
const DEED_NOUN = term('deed-noun');
const DEED_SAID = term('deed-said');
const DEED_TOLD = term('deed-told');
const DEED_OF = term('deed-of');
const DEED_AFTER = term('deed-after');
const DEED_NEXT = term('deed-next');
const DEED_NOT = term('deed-not');
const DEED_FORM = term('deed-form');
const DEED_SOURCING = term('deed-sourcing');
const DOER = term('doer');
const DONE = term('done');
const DONE_TO = term('done-to');
const HARM_TO = term('harm-to');
const LAW = term('law');
const LAW_AND_DEED = term('law+deed');
const IDIOM = term('idiom');
const IDIOM_AND_DEED = term('idiom+deed');
const IDIOM_ALONE = term('idiom-alone');

const terms = (values: Iterable<string> | undefined): readonly Term[] | null => (values ? [...values].map(term) : null);
/** Categories of wrong that a word is strong evidence for. */
const deedIn = wordFact(({ lower }) => terms(deedOf(lower)));
/** Categories that a word is strong, or else weak evidence for. */
const wrongIn = wordFact(({ lower }) => terms(deedOf(lower) ?? harmOf(lower)));

/** What in a draft speaks of a wrong that somebody did: deeds by category, who seems to have done them, acts of law, idioms. */
export function accusingFeatures(out: Features, draft: Draft, signs: Signs): void {
  const deeds = deedFeatures(out, draft);
  out.add(DEEDS, count(deeds, 3));
  if (deeds > 0 && draft.sourcing !== 'quoted') out.add(DEED_SOURCING, termOf(draft.sourcing));
  for (const act of signs.law) {
    out.add(LAW, termOf(act));
    if (deeds > 0) out.add(LAW_AND_DEED, termOf(act));
  }
  for (const category of signs.idioms) out.add(IDIOM, termOf(category));
  if (signs.idioms.length > 0) out.add(IDIOM).add(deeds > 0 ? IDIOM_AND_DEED : IDIOM_ALONE);
  harmfulPairs(out, draft.tokens);
}

/** Answers how many words for deeds there are. */
function deedFeatures(out: Features, { tokens, said }: Draft): number {
  let deeds = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const categories = deedIn(token.word);
    if (!categories || (token.pos === 'PROPN' && at > 0)) continue;
    deeds += 1;
    const isVerb = token.pos === 'VERB' || token.pos === 'AUX';
    out.add(DEED).add(isVerb ? DEED_VERB : DEED_NOUN);
    out.add(said.includes(token) ? DEED_SAID : DEED_TOLD);
    const [category] = categories;
    if (category && categories.length === 1) out.add(DEED, category);
    if (isVerb) aroundVerb(out, tokens, at);
    else aroundNoun(out, tokens, at);
  }
  return deeds;
}

/** Whose deed it is and what is said of it: what stands around a noun for a deed. */
function aroundNoun(out: Features, tokens: readonly Token[], at: number): void {
  let i = at - 1;
  while (posAt(tokens, i) === 'ADJ' || posAt(tokens, i) === 'NOUN') i -= 1;
  if (isPossessiveAt(tokens, i) || /^(?:his|her|their|its)$/.test(wordAt(tokens, i))) out.add(DEED_OF);
  if (/^(?:of|for|with)$/.test(wordAt(tokens, at - 1))) out.add(DEED_AFTER, termAt(tokens, at - 2));
  const next = wordAt(tokens, at + 1);
  if (/^(?:by|against|in|at|within)$/.test(next)) out.add(termOf(`deed-${next}`));
  out.add(DEED_NEXT, termOf(posAt(tokens, at + 1)));
}

/** Who did it and to whom: what stands around a verb for a deed. */
function aroundVerb(out: Features, tokens: readonly Token[], at: number): void {
  const before = wordAt(tokens, at - 1);
  let i = at - 1;
  while (i > 0 && /^(?:AUX|ADV|PART)$/.test(posAt(tokens, i))) i -= 1;
  out.add(DOER, termOf(posAt(tokens, i)));
  if (posAt(tokens, i) === 'PRON') out.add(DOER, termAt(tokens, i));
  if (/^(?:is|are|was|were|been|being|be)$/.test(before)) out.add(DONE_TO);
  if (NEGATIONS.has(before)) out.add(DEED_NOT);
  const word = wordAt(tokens, at);
  out.add(DEED_FORM, termOf(word.endsWith('ing') ? 'ing' : /(?:ed|t|n)$/.test(word) ? 'ed' : 'base'));
  out.add(DONE, termOf(posAt(tokens, at + 1)));
}

const NO_WORD = term('');
function termAt(tokens: readonly Token[], at: number): Term {
  const token = tokens[at];
  return token ? lowerTerm(token.word) : NO_WORD;
}

/** A harmful verb and what it is done to: "hid the notice", "threw a dish". */
function harmfulPairs(out: Features, tokens: readonly Token[]): void {
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const categories = token.pos === 'VERB' ? wrongIn(token.word) : null;
    if (!categories) continue;
    const object = tokens.slice(at + 1, at + 6).find((other) => other.pos === 'NOUN');
    const thing = object ? thingIn(object.word) : null;
    if (!thing) continue;
    out.add(HARM_TO, thing);
    for (const category of categories) out.add(HARM_TO, category, thing);
  }
}

const THINGS: readonly (readonly [string, RegExp])[] = [
  [
    'record',
    /^(?:records?|documents?|files?|papers?|logs?|logbooks?|ledgers?|diar(?:y|ies)|minutes|reports?|notices?|letters?|memos?|e-?mails?|evidence|figures|results|data|books?|accounts?|forms?|notes|notebooks?|certificates?|receipts?|invoices?|entries|samples?|scans?|images?|tapes?|drafts?|appendix|pages?|findings?|warnings?|truth|facts?|sheets?|registers?|appendix)$/,
  ],
  [
    'money',
    /^(?:money|cash|funds?|millions?|billions?|savings|grants?|bribes?|fees?|payments?|pensions?|donations?|dollars|pounds|crowns|euros|shares|stakes?|contracts?|tenders?|budgets?|wages|deposits?|proceeds|profits?)$/,
  ],
  [
    'person',
    /^(?:man|men|woman|women|people|child|children|girls?|boys?|workers?|staff|residents?|patients?|students?|pupils?|prisoners?|inmates?|players?|colleagues?|wife|husband|son|daughter|mother|father|neighbours?|neighbors?|officers?|witness(?:es)?|customers?|voters?|members?|public|jury|investors?|victims?|protesters?|civilians?|villagers?|rivals?|co-star|examiner|judges?|seamstress(?:es)?|rookies?|employees?)$/,
  ],
  ['body', /^(?:face|head|nose|arms?|legs?|throat|eyes?|ears?|hands?|fingers?|ribs?|jaw|neck|back|skull|teeth)$/],
  [
    'works',
    /^(?:cables?|wires?|lines?|fences?|pipes?|brakes?|engines?|hives?|plants?|crops?|machines?|machinery|gates?|doors?|pumps?|equipment|bridges?|boats?|cars?|trees?|talks|negotiations|deals?|election|vote|race)$/,
  ],
];

const thingIn = wordFact(({ lower }) => {
  const kind = THINGS.find(([, pattern]) => pattern.test(lower))?.[0];
  return kind === undefined ? null : term(kind);
});
