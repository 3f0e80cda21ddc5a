import { posAt, textAt, wordAt } from './token-at.js';
import { contentEnd } from './content-ends.js';
import { canSpeak } from './animacy.js';
import { type Found } from './found.js';
import { type Range, headOf, isNominal, phraseEndingAt, phraseStartingAt } from './noun-phrases.js';
import { namesIn } from './names.js';
import { subjectBefore } from './subjects.js';
import { type Token } from './token.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What somebody has of a matter, and may be told by: "in her view", "by his own account". */
const VIEWS = set(
  'view views admission count tally opinion eyes judgment judgement estimate estimation reckoning telling account reading version mind recollection memory submission words assessment book experience calculation interpretation analysis phrase',
);
/** Nouns that "is that" or a colon turns into a telling: "his contention is that", "its demand: no layoffs". */
const STANDS = set(
  'contention feeling reasoning expectation position view argument explanation advice claim belief memory recollection reply answer complaint point demand verdict conclusion response defence defense message conviction fear hope theory suspicion assessment judgment judgement opinion guess hunch warning prediction instinct objection excuse case stance answer plea request finding worry concern boast promise',
);
const TELLERS = set(
  'sees saw puts put tells told has had describes described recalls recalled remembers remembered explains explained',
);

/** A view before its clause: "In her view, …", "On his reading …", "As the elder put it, …", "To hear Halloran tell it, …", "Her contention is that …". */
export function viewAttributions(tokens: readonly Token[], last: number): Found[] {
  const one =
    heldView(tokens, last) ??
    forSomebody(tokens, last) ??
    asPut(tokens, last) ??
    toHear(tokens, last) ??
    stand(tokens, last) ??
    evidence(tokens, last) ??
    putDown(tokens, last) ??
    wentOn(tokens, last);
  return one ? [one] : [];
}

/** Whose something is: "his", "Halloran's", "the council's"; the noun stands at `noun`. */
function owned(tokens: readonly Token[], from: number): { owner: Range; noun: number } | null {
  let owner: Range | null = null;
  let noun = from + 1;
  if (/^(?:his|her|their|its|my|our)$/.test(wordAt(tokens, from))) owner = { start: from, end: from + 1 };
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
    const sort = /^(?:my|our)$/.test(wordAt(tokens, view.owner.start)) ? { sort: 'self' as const } : {};
    return content.length > 0
      ? { source: view.owner, cue: { start: at, end }, content, manner: 'speech', ...sort }
      : null;
  }
  return null;
}

/** "For Mayor Villaflor, curfew itself is the mistake", "To critics of the system the rule is a fig leaf": how a thing looks to somebody. */
function forSomebody(tokens: readonly Token[], last: number): Found | null {
  if (!/^(?:for|to)$/.test(wordAt(tokens, 0))) return null;
  const who = phraseStartingAt(tokens, 1, new Set(['of', 'on', 'in', 'at']));
  const head = who ? headOf(tokens, who) : -1;
  if (!who || head < 0) return null;
  const named =
    posAt(tokens, head) === 'PROPN' &&
    namesIn(tokens).some((name) => name.kind === 'person' && name.start < who.end && name.end > who.start);
  const people = /^(?:critics|supporters|opponents|residents|some|many|those|fans|sceptics|skeptics)$/.test(
    wordAt(tokens, head),
  );
  if (!named && !people) return null;
  const comma = textAt(tokens, who.end) === ',';
  const rest = comma ? who.end + 1 : who.end;
  if (!comma && (named || posAt(tokens, rest) !== 'DET')) return null;
  const verb = tokens.findIndex((token, i) => i >= rest && (token.pos === 'AUX' || token.pos === 'VERB'));
  if (verb < 0 || !/^(?:is|was|are|were|[’']s)$/.test(wordAt(tokens, verb)) || posAt(tokens, verb + 1) === 'VERB')
    return null;
  return {
    source: who,
    cue: { start: 0, end: 1 },
    content: [{ start: rest, end: contentEnd(tokens, rest, last) }],
    manner: 'mind',
  };
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

/** "gave evidence that", "put it to her that": a verb and its noun together say. */
function evidence(tokens: readonly Token[], last: number): Found | null {
  for (let at = 1; at < last - 3; at += 1) {
    const word = wordAt(tokens, at);
    if (tokens[at]?.quote !== 'outside' || !/^(?:gave|given|gives|put|puts)$/.test(word)) continue;
    const noun = wordAt(tokens, at + 1);
    let that = -1;
    if (word.startsWith('put') && noun === 'it' && wordAt(tokens, at + 2) === 'to')
      that = phraseStartingAt(tokens, at + 3)?.end ?? -1;
    else if (/^(?:evidence|testimony|assurances?|notice|warning|word)$/.test(noun)) that = at + 2;
    if (that < 0 || wordAt(tokens, that) !== 'that') continue;
    let start = at;
    while (start > 0 && /^(?:AUX|ADV)$/.test(posAt(tokens, start - 1))) start -= 1;
    const source = subjectBefore(tokens, start);
    if (source)
      return {
        source,
        cue: { start, end: that },
        content: [{ start: that, end: contentEnd(tokens, that, last) }],
        manner: 'speech',
      };
  }
  return null;
}

/** "He put the loss at half a year's run", "Castellaro puts the revival down to an advertisement". */
function putDown(tokens: readonly Token[], last: number): Found | null {
  for (let at = 1; at < last - 3; at += 1) {
    if (!/^puts?$/.test(wordAt(tokens, at)) || tokens[at]?.quote !== 'outside') continue;
    const object = phraseStartingAt(tokens, at + 1, new Set(['of', 'for', 'from', 'in']));
    if (!object) continue;
    const link = wordAt(tokens, object.end);
    const figure =
      link === 'at' &&
      (/^(?:NUM|SYM)$/.test(posAt(tokens, object.end + 1)) ||
        /^(?:more|less|about|nearly|around|roughly|some|half|over|fewer|between)$/.test(
          wordAt(tokens, object.end + 1),
        ));
    const cause = link === 'down' && wordAt(tokens, object.end + 1) === 'to';
    let start = at;
    while (start > 0 && /^(?:AUX|ADV)$/.test(posAt(tokens, start - 1))) start -= 1;
    const source = figure || cause ? subjectBefore(tokens, start) : null;
    if (source && canSpeak(tokens, source, 'say'))
      return {
        source,
        cue: { start, end: at + 1 },
        content: [{ start: at + 1, end: contentEnd(tokens, at + 1, last) }],
        manner: 'speech',
      };
  }
  return null;
}

/** "What defeats the staff, she went on, is the fourth day"; "“…,” Quiroga went on". */
function wentOn(tokens: readonly Token[], last: number): Found | null {
  for (let at = 2; at < last; at += 1) {
    if (
      !/^(?:went|goes)$/.test(wordAt(tokens, at)) ||
      wordAt(tokens, at + 1) !== 'on' ||
      tokens[at]?.quote !== 'outside'
    )
      continue;
    const source = subjectBefore(tokens, at);
    if (!source || (textAt(tokens, source.start - 1) !== ',' && tokens[source.start - 1]?.quote !== 'mark')) continue;
    const next = textAt(tokens, at + 2);
    if (next !== ',' && at + 2 < last && !/^[.:]$/.test(next)) continue;
    const content: Range[] = [
      { start: 0, end: textAt(tokens, source.start - 1) === ',' ? source.start - 1 : source.start },
    ];
    if (next === ',' && at + 3 < last) content.push({ start: at + 3, end: contentEnd(tokens, at + 3, last) });
    return { source, cue: { start: at, end: at + 2 }, content, manner: 'speech' };
  }
  return null;
}
