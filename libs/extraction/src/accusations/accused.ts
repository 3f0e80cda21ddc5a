import { posAt, textAt, wordAt } from '../words/token-at.js';
import { type AllegationCategory } from '../check.js';
import { ORGANIZATION_HEADS, PERSON_TITLES } from '../lexicon/sources.js';
import { BE, NEGATIONS } from '../lexicon/words.js';
import { isTopicBefore, readWrongdoing } from '../lexicon/wrongdoing.js';
import { headOf, phraseEndingAt, phraseStartingAt } from '../grammar/noun-phrases.js';
import { type Name, namesIn, textOf } from '../words/names.js';
import { wrongdoingIn } from './draft-features.js';
import { signsOf } from './draft-signs.js';
import { type Draft } from '../draft.js';
import { type Token } from '../words/token.js';

interface Trigger {
  readonly category: AllegationCategory;
  readonly at: number;
  readonly end: number;
  readonly form: 'noun' | 'active' | 'participle' | 'gerund' | 'base' | 'phrase';
}

/** Whom the words around a draft name: those a pronoun, or a wrong with nobody's name to it, can be laid to. */
export interface PartiesAround {
  readonly before: string | null;
  readonly after: string | null;
}

/** For each draft the party last named before it and the one next named after it. */
export function partiesAround(drafts: readonly Draft[]): PartiesAround[] {
  const named = drafts.map(({ tokens }) => namesIn(tokens).filter((name) => name.kind !== 'other'));
  const after: (string | null)[] = [];
  let next: string | null = null;
  for (let at = drafts.length - 1; at >= 0; at -= 1) {
    after[at] = next;
    next = named[at]?.[0]?.text ?? next;
  }
  let before: string | null = null;
  return named.map((names, at) => {
    const around = { before, after: after[at] ?? null };
    before = names.at(-1)?.text ?? before;
    return around;
  });
}

const NOBODY: PartiesAround = { before: null, after: null };

/**
 * Whom a draft accuses, given that it does: whom its words of wrongdoing lay the wrong to, else a name or an office in it, else
 * whoever was named last, or (a headline, a first sentence) is named next; null where nobody is.
 */
export function accusedIn(draft: Draft, { before, after }: PartiesAround = NOBODY): string | null {
  for (const trigger of triggersIn(draft)) {
    const accused = accusedOf(draft.tokens, trigger, before);
    if (accused !== null) return accused;
  }
  return partyAmong(draft.tokens) ?? before ?? after;
}

/** A name or an office in the words. */
function partyAmong(tokens: readonly Token[]): string | null {
  const names = namesIn(tokens);
  const named =
    names.find((name) => name.kind !== 'other') ??
    names.find((name) => !PLACE_BEFORE.has(wordAt(tokens, name.start - 1)));
  if (named) return named.text;
  const office = tokens.findIndex(isOffice);
  return office > 0 ? textOf(tokens, Math.max(0, office - 1), office + 1) : null;
}

const PLACE_BEFORE = new Set(['in', 'at', 'near', 'from']);

function triggersIn(draft: Draft): Trigger[] {
  const { tokens } = draft;
  const out: Trigger[] = [];
  tokens.forEach((token, at) => {
    const hit = wrongdoingIn(token.word);
    if (hit && isAccusing(tokens, at, hit.form)) out.push({ category: hit.category, at, end: at + 1, form: hit.form });
  });
  const { phrase } = signsOf(draft);
  if (phrase) {
    const at = tokenAt(tokens, phrase.index);
    out.push({ category: phrase.name, at, end: tokenAt(tokens, phrase.end), form: 'phrase' });
  }
  return out;
}

/** The token that holds a character of the joined words. */
function tokenAt(tokens: readonly Token[], index: number): number {
  let length = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token) continue;
    if (i > 0 && token.start > (tokens[i - 1]?.end ?? 0)) length += 1;
    length += token.text.length;
    if (length > index) return i;
  }
  return tokens.length - 1;
}

function isAccusing(tokens: readonly Token[], at: number, form: Trigger['form']): boolean {
  const token = tokens[at];
  const before = wordAt(tokens, at - 1);
  const after = wordAt(tokens, at + 1);
  if (!token || isTopicBefore(after) || /^(?:anti|counter)-/.test(token.lower)) return false;
  if (/^lies?$/.test(token.lower))
    return token.pos === 'NOUN' || (token.pos === 'VERB' && /^(?:about|to)$/.test(after));
  if (token.lower === 'lying')
    return !/^(?:in|on|at|down|under|beneath|beside|across|around|by|flat|awake|ahead|about on)$/.test(after);
  if (
    /^(?:plots?|shelling|bug|line|lines|lined|dump|dumped|pocket|execute|executed|engineer|doctor|traffic|con|breach|inflate|inflated|divert|diverted|enrich|funnel|funneled|hack|shell|evade|scheme|groom|bomb|wreck)$/.test(
      token.lower,
    )
  )
    return (
      token.pos === 'VERB' &&
      before !== 'the' &&
      /^(?:to|of|about|on|against|with|by|into|the|his|her|its|their|a|an|public|money|funds|millions|billions|for)$/.test(
        after,
      )
    );
  if (form !== 'noun' && !/^(?:VERB|NOUN|ADJ)$/.test(token.pos)) return false;
  if ((form === 'base' || form === 'active') && token.pos !== 'VERB')
    return readWrongdoing(token.lower)?.form === 'noun';
  return !NEGATIONS.has(before) || before === 'without';
}

function accusedOf(tokens: readonly Token[], trigger: Trigger, lastParty: string | null): string | null {
  const { at, end, form } = trigger;
  const names = namesIn(tokens);
  const owner = ownerBefore(tokens, at, names);
  if (owner) return owner;
  const agent = agentAfter(tokens, end, names);
  if (agent) return agent;
  const passive = BE.has(wordAt(tokens, at - 1)) || (posAt(tokens, at - 1) === 'ADV' && BE.has(wordAt(tokens, at - 2)));
  const charged = accusedObject(tokens, at, names);
  if (charged) return charged;
  if (form === 'noun' || form === 'phrase') {
    const within = partyAfter(tokens, end, names);
    if (within) return within;
  }
  if (passive && readWrongdoing(wordAt(tokens, at))?.category !== 'corruption') return null;
  const subject = partyBefore(tokens, at, names);
  if (subject) return subject;
  if (tokens.slice(0, at).some((token) => /^(?:he|she|they|it|his|her|their|its|him|them)$/.test(token.lower)))
    return lastParty;
  return null;
}

/** "the mayor’s corruption", "the ministry’s lies". */
function ownerBefore(tokens: readonly Token[], at: number, names: readonly Name[]): string | null {
  let i = at - 1;
  while (i > 0 && (posAt(tokens, i) === 'ADJ' || posAt(tokens, i) === 'NOUN')) i -= 1;
  if (!/^[’']s?$/.test(textAt(tokens, i))) return null;
  const phrase = phraseEndingAt(tokens, i);
  return phrase ? partyIn(tokens, phrase.start, i, names) : null;
}

/** "… by the harbour board" after the trigger. */
function agentAfter(tokens: readonly Token[], from: number, names: readonly Name[]): string | null {
  for (let i = from; i < Math.min(tokens.length, from + 14); i += 1) {
    if (wordAt(tokens, i) !== 'by') continue;
    const phrase = phraseStartingAt(tokens, i + 1, new Set(['of', 'in', 'at', 'for']));
    const party = phrase ? partyIn(tokens, phrase.start, phrase.end, names) : null;
    if (party) return party;
  }
  return null;
}

/** "accused the mayor of …", "blamed the company for …". */
function accusedObject(tokens: readonly Token[], at: number, names: readonly Name[]): string | null {
  for (let i = at - 1; i >= 0 && at - i < 30; i -= 1) {
    if (!/^(?:accus|blam|charg|suspect|convict|indict|prosecut)\w*$/.test(wordAt(tokens, i))) continue;
    if (BE.has(wordAt(tokens, i - 1))) return partyBefore(tokens, i, names);
    const phrase = phraseStartingAt(tokens, i + 1, new Set(['in', 'at']));
    return phrase ? partyIn(tokens, phrase.start, phrase.end, names) : null;
  }
  return null;
}

/** "corruption within the harbour board", "allegations of fraud against Meridian". */
function partyAfter(tokens: readonly Token[], from: number, names: readonly Name[]): string | null {
  for (let i = from; i < Math.min(tokens.length, from + 8); i += 1) {
    if (!/^(?:within|in|inside|at|against|of|by|from|among)$/.test(wordAt(tokens, i))) continue;
    const phrase = phraseStartingAt(tokens, i + 1, new Set(['of', 'in', 'at']));
    const party = phrase ? partyIn(tokens, phrase.start, phrase.end, names) : null;
    if (party) return party;
  }
  return null;
}

/** The nearest party before the trigger, going left. */
function partyBefore(tokens: readonly Token[], at: number, names: readonly Name[]): string | null {
  const name = names.findLast((one) => one.end <= at && one.kind !== 'other') ?? names.findLast((one) => one.end <= at);
  for (let i = at - 1; i > (name?.end ?? 0) - 1; i -= 1) {
    const token = tokens[i];
    if (
      token &&
      isOffice(token) &&
      /^(?:the|this|that|his|her|its|their|key|senior|our)$/.test(wordAt(tokens, i - 1) || wordAt(tokens, i - 2))
    )
      return textOf(tokens, Math.max(0, i - 1), i + 1);
  }
  return name ? name.text : null;
}

const isOffice = (token: Token): boolean =>
  token.pos === 'NOUN' && (PERSON_TITLES.has(token.lower) || ORGANIZATION_HEADS.has(token.lower));

/** A name or an office in a range of tokens; null where it holds only things and crowds. */
function partyIn(tokens: readonly Token[], start: number, end: number, names: readonly Name[]): string | null {
  const inside = names.filter((name) => name.start >= start && name.end <= end);
  const named = inside.find((name) => name.kind !== 'other') ?? inside[0];
  const head = headOf(tokens, { start, end });
  const word = tokens[head];
  if (word && isOffice(word)) return textOf(tokens, start, end);
  return named ? named.text : null;
}
