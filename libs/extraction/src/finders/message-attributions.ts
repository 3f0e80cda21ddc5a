import { isSpeaker } from '../grammar/animacy.js';
import { contentEnd } from '../grammar/content-ends.js';
import { type Found } from '../attributions/found.js';
import { type Range, headOf, phraseStartingAt } from '../grammar/noun-phrases.js';
import { speakerBefore } from './owners.js';
import { isFiniteForm } from './own-voice.js';
import { mainSubject } from './verb-attributions.js';
import { quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFact, wordFlag } from '../words/word.js';
import { wordSet } from '../lexicon/word-list.js';

/** What somebody sends or gives to be read or heard. */
const MESSAGES = wordSet(
  'line lines statement reply answer response message note email e-mail text letter word words sentence comment warning explanation verdict advice apology shrug promise word assurance rebuttal denial tip',
);
const isMessage = wordFact(({ lower }) => MESSAGES.has(lower), false);
/** A sentence without one announces nothing. */
export const isColon = wordFlag(({ text }) => text === ':');
const SENDS =
  /^(?:sent|sends|issued|issues|released|releases|gave|gives|offered|offers|had|has|posted|posts|wrote|left|put)$/;

const THEIR = '(?:his|her|its|their)';
/** What somebody has to say, by "has" and a noun before a colon. */
const SAYINGS =
  'explanation|theory|answer|version|reasons?|argument|complaint|grievance|advice|rule|warning|worry|fear|hope|regret|request|demand|suggestion|message|question|quarrel|defen[cs]e|reply|excuse|story|confession|admission|objection|condition|wish|point|verdict|view|opinion';
/** Predicates that bring on, before a colon, what their subject says: "spelled it out", "has a simple answer", "put her foot down". */
const ANNOUNCING = new RegExp(
  `(?:^| )(?:${[
    'spel(?:led|ls|t) it out',
    'puts? it(?: \\S+){0,4}',
    'sum(?:s|med) (?:it|things) up',
    `puts? ${THEIR} (?:hand on ${THEIR} heart|foot down|cards on the table)`,
    `put up ${THEIR} hand`,
    'at pains to be \\S+',
    'ma(?:kes?|de) (?:much|little|light|something|a point|no secret) of (?:it|that|this)',
    'a clean breast of it',
    '(?:goes|went) further',
    'did the (?:sums|arithmetic)',
    "(?:not|n[’']t|none) (?:having|of) it",
    `ha(?:s|ve|d) (?:${THEIR}|an?|another|one|two|no|the same)(?: \\S+)? (?:${SAYINGS})(?: (?:for|to|of|about|on|against|as to)(?: \\S+){1,5})?`,
    'begs? to differ',
    '(?:sees?|saw) it differently',
    'th(?:inks?|ought) otherwise',
    '(?:shrugs|shrugged|sighs|sighed|relents|relented|hedges|hedged|demurs|demurred|disagrees|disagreed)',
    'w(?:as|ere) (?:unanimous|agreed)',
  ].join('|')}) $`,
);

/** "ClearPath later sent us two lines: it had put him on leave", "Word from the yard: the wall holds", "From the guild, a shrug: it could be worse". */
export function messageAttribution(tokens: readonly Token[], last: number): Found | null {
  const colon = tokens.findIndex(({ text, quote }) => text === ':' && quote === 'outside');
  if (colon < 2 || colon > 40 || colon + 3 >= last || quoteAt(tokens, colon + 1) === 'mark') return null;
  const content = [{ start: colon + 1, end: contentEnd(tokens, colon + 1, last) }];
  const source = (colon <= 24 ? senderOf(tokens, colon) : null) ?? announcer(tokens, colon, last);
  if (!source) return null;
  const cue = source.end < colon ? { start: source.end, end: colon } : { start: 0, end: source.start };
  return { source, cue, content, manner: 'speech' };
}

/** Longest predicate that brings on what is said, in words. */
const LONGEST = 12;

/** "Jack Bell, for the crown, spelled it out: the tank was empty": who is the subject of words that bring on a clause. */
function announcer(tokens: readonly Token[], colon: number, last: number): Range | null {
  let before = '';
  for (let i = Math.max(0, colon - LONGEST); i < colon; i += 1) before += `${wordAt(tokens, i)} `;
  if (!ANNOUNCING.test(before) || !opensFinite(tokens, colon + 1, last)) return null;
  const who = mainSubject(tokens, colon);
  if (!who || /^(?:it|this|that|there|what)$/.test(wordAt(tokens, who.start))) return null;
  return isSpeaker(tokens, who) ? who : null;
}

const opensFinite = (tokens: readonly Token[], from: number, last: number): boolean =>
  tokens.slice(from, Math.min(last, from + 14)).some((_, i) => isFiniteForm(tokens, from + i));

function senderOf(tokens: readonly Token[], colon: number): Range | null {
  const first = tokens[0];
  if (!first) return null;
  if (isMessage(first.word) && /^(?:from|of)$/.test(wordAt(tokens, 1))) return speaker(tokens, 2, colon);
  const noun = tokens[colon - 1];
  if (!noun || !isMessage(noun.word)) return null;
  if (first.lower === 'from') {
    const who = phraseStartingAt(tokens, 1);
    return who && textAt(tokens, who.end) === ',' && isSpeaker(tokens, who) ? who : null;
  }
  const verb = tokens.findIndex(({ lower, pos }, i) => i > 0 && i < colon - 1 && pos === 'VERB' && SENDS.test(lower));
  return verb > 0 && headOf(tokens, { start: verb + 1, end: colon }) >= 0 ? speakerBefore(tokens, verb) : null;
}

function speaker(tokens: readonly Token[], from: number, colon: number): Range | null {
  const who = phraseStartingAt(tokens, from);
  return who && who.end === colon && isSpeaker(tokens, who) ? who : null;
}
