import { posAt, textAt, wordAt } from './token-at.js';
import { contentEnd } from './contents.js';
import { type Found } from './found.js';
import { type Range, isNominal, phraseEndingAt, phraseStartingAt } from './noun-phrases.js';
import { type Token } from './token.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What somebody has of a matter, and may be told by: "in her view", "by his own account". */
const VIEWS = set(
  'view views opinion eyes judgment judgement estimate estimation reckoning telling account reading version mind recollection memory submission words assessment book experience calculation interpretation analysis phrase',
);
/** Nouns that "is that" or a colon turns into a telling: "his contention is that", "its demand: no layoffs". */
const STANDS = set(
  'contention position view argument explanation advice claim belief memory recollection reply answer complaint point demand verdict conclusion response defence defense message conviction fear hope theory suspicion assessment judgment judgement opinion guess hunch warning prediction instinct objection excuse case stance answer plea request finding worry concern boast promise',
);
const TELLERS = set(
  'sees saw puts put tells told has had describes described recalls recalled remembers remembered explains explained',
);

/** A view before its clause: "In her view, …", "On his reading …", "As the elder put it, …", "To hear Halloran tell it, …", "Her contention is that …". */
export function viewAttributions(tokens: readonly Token[], last: number): Found[] {
  const one = heldView(tokens, last) ?? asPut(tokens, last) ?? toHear(tokens, last) ?? stand(tokens, last);
  return one ? [one] : [];
}

/** Whose something is: "his", "Halloran's", "the council's"; the noun stands at `noun`. */
function owned(tokens: readonly Token[], from: number): { owner: Range; noun: number } | null {
  let owner: Range | null = null;
  let noun = from + 1;
  if (/^(?:his|her|their|its)$/.test(wordAt(tokens, from))) owner = { start: from, end: from + 1 };
  else {
    let mark = from;
    while (
      mark < tokens.length &&
      mark - from < 12 &&
      !(/^[’']s?$/.test(textAt(tokens, mark)) && posAt(tokens, mark) === 'PART')
    )
      mark += 1;
    const phrase = isNominal(tokens[mark - 1]) && mark - from < 12 ? phraseEndingAt(tokens, mark) : null;
    if (!phrase || phrase.start > from) return null;
    owner = { start: from, end: mark };
    noun = mark + 1;
  }
  while (/^(?:own|best|considered|expert|professional)$/.test(wordAt(tokens, noun))) noun += 1;
  return { owner, noun };
}

function heldView(tokens: readonly Token[], last: number): Found | null {
  for (let at = 0; at < last; at += 1) {
    if (!/^(?:in|by|on|to)$/.test(wordAt(tokens, at)) || tokens[at]?.quote !== 'outside') continue;
    if (at > 0 && textAt(tokens, at - 1) !== ',' && posAt(tokens, at - 1) !== 'CCONJ') continue;
    const view = owned(tokens, at + 1);
    if (!view || !VIEWS.has(wordAt(tokens, view.noun))) continue;
    let end = view.noun + 1;
    if (wordAt(tokens, end) === 'of' && /^(?:events|things|it|thinking)$/.test(wordAt(tokens, end + 1))) end += 2;
    const next = textAt(tokens, end);
    if (at > 0 && next !== ',' && end < last) continue;
    if (next === '' || /^(?:there|was|were|is|are)$/.test(next)) continue;
    const rest = next === ',' ? end + 1 : end;
    const content: Range[] = at > 1 ? [{ start: 0, end: at - 1 }] : [];
    if (rest < last) content.push({ start: rest, end: contentEnd(tokens, rest, last) });
    return content.length > 0 ? { source: view.owner, cue: { start: at, end }, content, manner: 'speech' } : null;
  }
  return null;
}

/** "As the elder put it, …", "As he sees it, …". */
function asPut(tokens: readonly Token[], last: number): Found | null {
  if (wordAt(tokens, 0) !== 'as') return null;
  const subject = phraseStartingAt(tokens, 1);
  if (!subject) return null;
  const verb = subject.end;
  if (!TELLERS.has(wordAt(tokens, verb)) || wordAt(tokens, verb + 1) !== 'it' || textAt(tokens, verb + 2) !== ',')
    return null;
  return {
    source: subject,
    cue: { start: verb, end: verb + 2 },
    content: [{ start: verb + 3, end: contentEnd(tokens, verb + 3, last) }],
    manner: 'speech',
  };
}

/** "To hear Dolores tell it, …". */
function toHear(tokens: readonly Token[], last: number): Found | null {
  if (wordAt(tokens, 0) !== 'to' || wordAt(tokens, 1) !== 'hear') return null;
  const tell = tokens.findIndex((token, i) => i < 14 && token.lower === 'tell' && wordAt(tokens, i + 1) === 'it');
  if (tell < 3) return null;
  const rest = textAt(tokens, tell + 2) === ',' ? tell + 3 : tell + 2;
  return {
    source: { start: 2, end: textAt(tokens, tell - 1) === ',' ? tell - 1 : tell },
    cue: { start: tell, end: tell + 2 },
    content: [{ start: rest, end: contentEnd(tokens, rest, last) }],
    manner: 'speech',
  };
}

/** "Her contention is that …", "The company's position was that …", "Its demand: no layoffs". */
function stand(tokens: readonly Token[], last: number): Found | null {
  const view = owned(tokens, 0);
  if (!view) return null;
  const noun = view.noun;
  if (!STANDS.has(wordAt(tokens, noun))) return null;
  let at = noun + 1;
  if (textAt(tokens, at) === ',') {
    const close = tokens.findIndex((token, i) => i > at && i < at + 14 && token.text === ',');
    if (close < 0) return null;
    at = close + 1;
  }
  const colon = textAt(tokens, at) === ':';
  const linked = /^(?:is|was|remains)$/.test(wordAt(tokens, at)) && /^(?:that|to)$/.test(wordAt(tokens, at + 1));
  if (!colon && !linked) return null;
  return {
    source: view.owner,
    cue: { start: view.owner.end, end: at + 1 },
    content: [{ start: at + 1, end: contentEnd(tokens, at + 1, last) }],
    manner: colon ? 'speech' : 'nominal',
  };
}
