import { accusingSigns, deedOf } from './lexicon/deeds.js';
import { harmOf } from './lexicon/harm.js';
import { NEGATIONS } from './lexicon/words.js';
import { type Draft } from './reading.js';
import { posAt, textAt, wordAt } from './token-at.js';
import { type Token } from './token.js';

/**
 * What in a draft speaks of a wrong that somebody did: deeds by category, who seems to have done them, acts of law, idioms.
 * `words` are the draft's own in lower case. Adds to `features`.
 */
export function accusingFeatures(features: Set<string>, draft: Draft, words: string): void {
  const { tokens } = draft;
  const said = new Set(draft.said);
  let deeds = 0;
  tokens.forEach((token, at) => {
    const categories = deedOf(token.lower);
    if (!categories || (token.pos === 'PROPN' && at > 0)) return;
    deeds += 1;
    const word = /^(?:VERB|AUX)$/.test(token.pos) ? 'verb' : 'noun';
    features
      .add('deed')
      .add(`deed-${word}`)
      .add(said.has(token) ? 'deed-said' : 'deed-told');
    if (categories.size === 1) for (const category of categories) features.add(`deed:${category}`);
    placeOf(features, tokens, at, word);
  });
  features.add(`deeds:${Math.min(3, deeds)}`);
  const signs = accusingSigns(words);
  for (const sign of signs) features.add(sign);
  const idioms = signs.filter((sign) => sign.startsWith('idiom')).length;
  if (idioms > 0) features.add('idiom').add(deeds > 0 ? 'idiom+deed' : 'idiom-alone');
  for (const sign of signs) if (sign.startsWith('law') && deeds > 0) features.add(`${sign}+deed`);
  if (deeds > 0 && draft.sourcing !== 'quoted') features.add(`deed@${draft.sourcing}`);
  harmfulPairs(features, tokens);
}

/** Who did it: what stands before and behind a word for a deed. */
function placeOf(features: Set<string>, tokens: readonly Token[], at: number, word: string): void {
  const before = wordAt(tokens, at - 1);
  if (word === 'noun') {
    let i = at - 1;
    while (posAt(tokens, i) === 'ADJ' || posAt(tokens, i) === 'NOUN') i -= 1;
    if (/^[’']s?$/.test(textAt(tokens, i)) || /^(?:his|her|their|its)$/.test(wordAt(tokens, i)))
      features.add('deed-of');
    if (/^(?:of|for|with)$/.test(before)) features.add(`deed-after:${wordAt(tokens, at - 2)}`);
    if (/^(?:by|against|in|at|within)$/.test(wordAt(tokens, at + 1))) features.add(`deed-${wordAt(tokens, at + 1)}`);
    features.add(`deed-next:${posAt(tokens, at + 1)}`);
    return;
  }
  let i = at - 1;
  while (i > 0 && /^(?:AUX|ADV|PART)$/.test(posAt(tokens, i))) i -= 1;
  features.add(`doer:${posAt(tokens, i)}`);
  if (posAt(tokens, i) === 'PRON') features.add(`doer:${wordAt(tokens, i)}`);
  if (/^(?:is|are|was|were|been|being|be)$/.test(before)) features.add('done-to');
  if (NEGATIONS.has(before)) features.add('deed-not');
  features.add(
    `deed-form:${/ing$/.test(wordAt(tokens, at)) ? 'ing' : /(?:ed|t|n)$/.test(wordAt(tokens, at)) ? 'ed' : 'base'}`,
  );
  features.add(`done:${posAt(tokens, at + 1)}`);
}

/** A harmful verb and what it is done to: "hid the notice", "threw a dish". */
function harmfulPairs(features: Set<string>, tokens: readonly Token[]): void {
  tokens.forEach((token, at) => {
    if (token.pos !== 'VERB') return;
    const verb = [...(deedOf(token.lower) ?? harmOf(token.lower) ?? [])];
    if (verb.length === 0) return;
    for (let i = at + 1; i < Math.min(tokens.length, at + 6); i += 1) {
      const other = tokens[i];
      if (!other || other.pos !== 'NOUN') continue;
      const thing = thingOf(other.lower);
      if (thing) features.add(`harm>${thing}`);
      for (const category of verb) if (thing) features.add(`harm:${category}>${thing}`);
      return;
    }
  });
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

function thingOf(word: string): string | undefined {
  return THINGS.find(([, pattern]) => pattern.test(word))?.[0];
}
