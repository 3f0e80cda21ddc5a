import { isSpeaker } from '../grammar/animacy.js';
import { contentEnd, phraseContentEnd } from '../grammar/content-ends.js';
import { subjectBefore } from '../grammar/subjects.js';
import { type Found } from '../attributions/found.js';
import { type Range, headOf, phraseStartingAt } from '../grammar/noun-phrases.js';
import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFact, wordFlag } from '../words/word.js';

/** What a noun means with a light verb before it and a preposition behind it: both as patterns over one word. */
interface Stance {
  readonly verbs: RegExp;
  readonly links: RegExp;
}

const CAST = /^(?:casts?|casting|throws?|threw|thrown|throwing)$/;
const RAISE = /^(?:raised|sounded|voiced)$/;
const HAVE = /^(?:has|have|had)$/;
const TAKE = /^(?:takes?|took|taken|taking)$/;
const GIVE = /^(?:gives?|gave|given|giving|lends?|lent|throws?|threw|thrown)$/;
const LAY = /^(?:lays?|laid|laying|puts?|putting|pins?|pinned|places?|placed)$/;

/** Nouns that say or hold something together with a light verb: "cast doubt on", "took issue with", "had no quarrel with". */
const STANCES: ReadonlyMap<string, Stance> = new Map(
  (
    [
      ['doubt', CAST, /^(?:on|upon|over)$/],
      ['doubts', /^(?:casts?|raises?|raised|voiced?|ha[sd]|have)$/, /^(?:on|about|over)$/],
      ['scorn', /^(?:pours?|poured|pouring|heaps?|heaped)$/, /^(?:on|upon)$/],
      ['issue', TAKE, /^with$/],
      ['exception', TAKE, /^to$/],
      ['fault', /^(?:finds?|found|finding)$/, /^(?:with|in)$/],
      ['tribute', /^(?:pays?|paid|paying)$/, /^to$/],
      ['aim', TAKE, /^at$/],
      ['blame', LAY, /^(?:on|upon|with|at)$/],
      ['concerns', RAISE, /^(?:about|over|that)$/],
      ['questions', RAISE, /^(?:about|over)$/],
      ['objections', RAISE, /^(?:to|about)$/],
      ['alarm', RAISE, /^(?:about|over)$/],
      ['backing', GIVE, /^to$/],
      ['blessing', GIVE, /^to$/],
      ['quarrel', HAVE, /^with$/],
      ['reservations', HAVE, /^about$/],
      ['misgivings', HAVE, /^about$/],
      ['qualms', HAVE, /^about$/],
      ['regrets', HAVE, /^about$/],
      ['objection', HAVE, /^to$/],
      ['objections', /^(?:has|have|had|raises?|raised)$/, /^to$/],
      ['complaints', HAVE, /^about$/],
      ['confidence', HAVE, /^(?:in|that)$/],
      ['secret', /^(?:makes?|made|making)$/, /^of$/],
      ['attempt', /^(?:makes?|made)$/, /^to$/],
    ] as const
  ).map(([noun, verbs, links]) => [noun, { verbs, links }]),
);

const stanceOf = wordFact(({ lower }) => STANCES.get(lower) ?? null);
export const isStanceNoun = wordFlag(({ lower }) => STANCES.has(lower));

/** "cast doubt on the plan", "had no quarrel with the result": a verb that says nothing and its noun together say or hold something. */
export function stanceAttributions(tokens: readonly Token[], last: number): Found[] {
  for (let at = 2; at < last - 1; at += 1) {
    const token = tokens[at];
    const stance = token && token.quote === 'outside' ? stanceOf(token.word) : null;
    if (!stance?.links.test(wordAt(tokens, at + 1))) continue;
    const verb = lightVerb(tokens, at, stance);
    if (verb < 0 || (wordAt(tokens, at) === 'attempt' && !deniesAttempt(tokens, at))) continue;
    const source = speakerBefore(tokens, verb);
    if (!source) continue;
    const that = wordAt(tokens, at + 1) === 'that';
    const from = that ? at + 1 : at + 2;
    const end = (that ? contentEnd : phraseContentEnd)(tokens, from, last);
    return [{ source, cue: { start: verb, end: from }, content: [{ start: from, end }], manner: 'act' }];
  }
  return [];
}

/** The light verb right before the noun and its determiner or adjectives; -1 where none stands there. */
function lightVerb(tokens: readonly Token[], noun: number, { verbs }: Stance): number {
  let at = noun - 1;
  const article = /^(?:blame|alarm)$/.test(wordAt(tokens, noun)) ? /^an?$/ : /^(?:an?|the|this|that)$/;
  while (noun - at < 4 && /^(?:DET|ADJ|ADV|PRON|NUM)$/.test(posAt(tokens, at)) && !article.test(wordAt(tokens, at)))
    at -= 1;
  return verbs.test(wordAt(tokens, at)) && quoteAt(tokens, at) === 'outside' ? at : -1;
}

/** "made no attempt to dispute the figure": what somebody does not deny. */
const deniesAttempt = (tokens: readonly Token[], noun: number): boolean =>
  wordAt(tokens, noun - 1) === 'no' &&
  /^(?:dispute|deny|hide|defend|contest|conceal|disguise|justify)$/.test(wordAt(tokens, noun + 2));

function speakerBefore(tokens: readonly Token[], verb: number): Range | null {
  let start = verb;
  while (start > 0 && /^(?:AUX|ADV)$/.test(posAt(tokens, start - 1))) start -= 1;
  const source = subjectBefore(tokens, start);
  if (!source || /^(?:who|which|that|it|this|there|what)$/.test(wordAt(tokens, source.start))) return null;
  return isSpeaker(tokens, source) ? source : null;
}

/** What somebody sends or gives to be read or heard. */
const MESSAGES = new Set(
  'line lines statement reply answer response message note email e-mail text letter word words sentence comment warning explanation verdict advice apology shrug promise word assurance rebuttal denial tip'.split(
    ' ',
  ),
);
export const isMessage = wordFlag(({ lower }) => MESSAGES.has(lower));
const SENDS =
  /^(?:sent|sends|issued|issues|released|releases|gave|gives|offered|offers|had|has|posted|posts|wrote|left|put)$/;

/** "ClearPath later sent us two lines: it had put him on leave", "Word from the yard: the wall holds", "From the guild, a shrug: it could be worse". */
export function messageAttributions(tokens: readonly Token[], last: number): Found[] {
  const colon = tokens.findIndex(({ text, quote }) => text === ':' && quote === 'outside');
  if (colon < 2 || colon > 24 || colon + 3 >= last || quoteAt(tokens, colon + 1) === 'mark') return [];
  const content = [{ start: colon + 1, end: contentEnd(tokens, colon + 1, last) }];
  const source = senderOf(tokens, colon);
  if (!source) return [];
  const cue = source.end < colon ? { start: source.end, end: colon } : { start: 0, end: source.start };
  return [{ source, cue, content, manner: 'speech' }];
}

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
