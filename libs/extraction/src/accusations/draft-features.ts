import { accusingFeatures } from './accusing-features.js';
import { ACCUSED, DENIED, HEDGED, MAY_HAVE, type Signs, signsOf } from './draft-signs.js';
import { type Features, type Term, count, term, termOf, wordTerm } from '../learning/features.js';
import { harmOf } from '../lexicon/harm.js';
import { readWrongdoing } from '../lexicon/wrongdoing.js';
import { isIdle } from './idle-words.js';
import { type Draft } from '../draft.js';
import { remember } from '../words/remember.js';
import { type Token } from '../words/token.js';
import { type Word, wordFact, wordFlag } from '../words/word.js';

const A_NAME = term('#name');
const A_NUMBER = term('#number');
const PAIR = term('b');
const W = term('w');
const F = term('f');
const FIRST = term('first');
const PHRASE = term('phrase');
const SRC = term('src');
const SEG = term('seg');
const HEAT = term('heat');
const MANNER = term('manner');
const BEFORE = term('before');
const NEXT = term('next');
const QUOTED = term('quoted');
const ASKED = term('?');
const LONG = term('long');
const WRONG = term('wrong');
const PRONOUN = term('pronoun');
const NUMBER = term('number');
const HARM = term('harm');
const HARMS = term('harms');
const NAME = term('name');
const WITH_HARM = [
  [HARM, term('harm+harm')],
  [PRONOUN, term('harm+pronoun')],
  [NAME, term('harm+name')],
  [WRONG, term('harm+wrong')],
] as const;

/** Crude stem: enough to bring the forms of a regular word together. Lower case. */
function stem(word: string): string {
  if (word.length <= 4) return word;
  const base = word.replace(/(?:[’']s|ies|ied)$/, (end) => (end.startsWith('i') ? 'y' : ''));
  return base
    .replace(/(?:ings?|edly|ed|es|ly|s)$/, '')
    .replace(/([^aeiouls])\1$/, '$1')
    .replace(/e$/, '');
}

export const stemTerm = wordFact(({ lower }) => wordTerm(stem(lower)));
export const hasLetter = wordFlag(({ text }) => /\p{L}/u.test(text));
export const isName = (token: Token): boolean => token.pos === 'PROPN';
/** The stem of a word; names are all one. */
export const stemOrName = (token: Token): Term => (isName(token) ? A_NAME : stemTerm(token.word));
export const wrongdoingIn = wordFact(({ lower }) => readWrongdoing(lower) ?? null);
const harmIn = wordFact(({ lower }) => {
  const harm = harmOf(lower);
  return harm?.size ? [...harm].map(term) : null;
});
const PRONOUNS = new Set(['he', 'she', 'they', 'his', 'her', 'their', 'him', 'them']);
/** Whether a word stands for a person named elsewhere. */
export const isPronoun = wordFlag(({ lower }: Word) => PRONOUNS.has(lower));

const IDLE = term('idle-wrong');
/** Whether a draft holds a word of wrongdoing. */
const isHot = (draft: Draft | undefined): boolean => draft !== undefined && signsOf(draft).wrong;

/** Share of an article's drafts that hold a word of wrongdoing: 0 to 4. */
export function tension(drafts: readonly Draft[]): number {
  const hot = drafts.filter(isHot).length;
  return Math.min(4, Math.floor((10 * hot) / Math.max(6, drafts.length)));
}

/** What is known of one draft, in its article, for the models that look for accusations. */
export function draftFeatures(out: Features, drafts: readonly Draft[], at: number, heat: number): void {
  const draft = drafts[at];
  if (!draft) return;
  const signs = signsOf(draft);
  wordFeatures(out, draft.tokens);
  sequenceFeatures(out, draft.tokens);
  accusingFeatures(out, draft, signs);
  phraseFeatures(out, signs);
  out.add(SRC, termOf(draft.sourcing)).add(SEG, termOf(draft.segment)).add(HEAT, count(heat, 9));
  if (draft.owner?.manner) out.add(MANNER, termOf(draft.owner.manner));
  for (const back of [1, 2]) if (isHot(drafts[at - back])) out.add(BEFORE, count(back, 9));
  if (isHot(drafts[at + 1])) out.add(NEXT);
  for (const one of [HARM, WRONG, ACCUSED, DENIED, MAY_HAVE, HEDGED])
    if (out.has(one)) out.add(one, HEAT, count(heat, 9));
  if (draft.inQuotes) out.add(QUOTED);
  if (draft.tokens.at(-1)?.text.includes('?')) out.add(ASKED);
  out.add(LONG, count(Math.floor(draft.tokens.length / 8), 4));
}

function phraseFeatures(out: Features, { phrase, manners }: Signs): void {
  if (phrase) out.add(PHRASE).add(PHRASE, termOf(phrase.name));
  for (const manner of manners) out.add(manner);
}

/** A part of speech, and as the first of three: "g-VERB". A namespace of their own keeps the three apart from other features. */
const posTerms = remember((pos: string): PosTerms => ({ own: term(pos), first: term(`g-${pos}`) }));

interface PosTerms {
  readonly own: Term;
  readonly first: Term;
}

/**
 * Neighbouring stems and runs of three parts of speech: what single words cannot tell, "took cash" from "took part"
 * (Wang and Manning 2012 on bigrams in linear models of short texts).
 */
function sequenceFeatures(out: Features, tokens: readonly Token[]): void {
  let before: Term | null = null;
  let first: PosTerms | null = null;
  let second: PosTerms | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const third = posTerms(token.pos);
    if (first && second) out.add(first.first, second.own, third.own);
    first = second;
    second = third;
    const written = hasLetter(token.word) ? stemOrName(token) : token.pos === 'NUM' ? A_NUMBER : null;
    if (!written) continue;
    if (before) out.add(PAIR, before, written);
    before = written;
  }
}

function wordFeatures(out: Features, tokens: readonly Token[]): void {
  let harms = 0;
  let first = true;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const { word } = token;
    const named = wrongdoingIn(word);
    const idle = named !== null && isIdle(tokens, at);
    const wrong = idle ? null : named;
    if (idle) out.add(IDLE);
    if (wrong) out.add(WRONG).add(WRONG, termOf(wrong.category)).add(WRONG, termOf(wrong.form));
    if (isName(token)) out.add(NAME);
    if (isPronoun(word)) out.add(PRONOUN);
    if (!hasLetter(word)) {
      if (token.pos === 'NUM') out.add(NUMBER);
      continue;
    }
    out.add(W, stemOrName(token));
    const harm = idle ? null : harmIn(word);
    if (harm) {
      out.add(HARM);
      for (const category of harm) out.add(HARM, category);
      harms += 1;
    }
    if (first) out.add(FIRST, termOf(token.pos)).add(F, stemOrName(token));
    first = false;
  }
  out.add(HARMS, count(harms, 3));
  if (harms > 0) for (const [one, withHarm] of WITH_HARM) if (out.has(one)) out.add(withHarm);
}
