import { posAt, textAt, wordAt } from '../words/token-at.js';
import { contentEnd } from '../grammar/content-ends.js';
import { canSpeak, isSpeaker } from '../grammar/animacy.js';
import { type Found } from '../attributions/found.js';
import { AIMS, AIRS, STANDS, UTTERED, VIEWS, isAir, isStand } from '../lexicon/views.js';
import { RELATIVES } from '../lexicon/words.js';
import { type Range, phraseStartingAt } from '../grammar/noun-phrases.js';
import { owned } from './owners.js';
import { clauseBreak, subjectBefore } from '../grammar/subjects.js';
import { type Token } from '../words/token.js';
import { type WordKinds, wordFlag } from '../words/word.js';
import { mainSubject } from './verb-attributions.js';
import { viewPhrase } from './view-phrases.js';
import { wordSet } from '../lexicon/word-list.js';

/** A view, a stand or a figure: "In her view, …", "Her contention is that …", "The fear among traders is that …", "He put the loss at …". */
export function viewAttribution(tokens: readonly Token[], last: number, kinds: WordKinds): Found | null {
  return (
    viewPhrase(tokens, last, kinds) ??
    (kinds.has(isStand) ? stand(tokens, last) : null) ??
    standOf(tokens, last) ??
    heldBy(tokens, last) ??
    (kinds.has(isAir) ? aired(tokens, last) : null) ??
    (kinds.has(isGiving) ? evidence(tokens, last) : null) ??
    (kinds.has(isPutting) ? putDown(tokens, last) : null) ??
    (kinds.has(isGoing) ? wentOn(tokens, last) : null)
  );
}

const isPutting = wordFlag(({ lower }) => lower === 'put' || lower === 'puts');
const isGiving = wordFlag((word) => isPutting(word) || /^(?:gave|given|gives)$/.test(word.lower));
const isGoing = wordFlag(({ lower }) => lower === 'went' || lower === 'goes');

/** "Her contention is that …", "The company's position was that …", "Its demand: no layoffs". */
function stand(tokens: readonly Token[], last: number): Found | null {
  const view = owned(tokens, 0);
  if (!view || !STANDS.has(wordAt(tokens, view.noun))) return null;
  const link = linkOf(tokens, view.noun + 1, UTTERED.has(wordAt(tokens, view.noun)));
  return link
    ? {
        source: view.owner,
        cue: { start: view.owner.end, end: link.from },
        content: [{ start: link.from, end: contentEnd(tokens, link.from, last) }],
        manner: link.colon ? 'speech' : 'nominal',
      }
    : null;
}

/** "… of the survey, when asked, is that": where the link stands behind a noun, its complement and a parenthesis, and where the words begin. */
function linkOf(tokens: readonly Token[], from: number, uttered: boolean): { from: number; colon: boolean } | null {
  let at = from;
  if (/^(?:of|for|on|about|to)$/.test(wordAt(tokens, at))) at = phraseStartingAt(tokens, at + 1)?.end ?? at;
  if (textAt(tokens, at) === ',') {
    const close = tokens.findIndex((token, i) => i > at && i < at + 14 && token.text === ',');
    if (close < 0) return null;
    at = close + 1;
  }
  if (textAt(tokens, at) === ':') return { from: at + 1, colon: true };
  if (!/^(?:is|was|are|were|remains|remained)$/.test(wordAt(tokens, at))) return null;
  const link = /^(?:rather|simply|also|always|only|still|chiefly|mainly)$/.test(wordAt(tokens, at + 1))
    ? at + 2
    : at + 1;
  if (/^(?:that|to)$/.test(wordAt(tokens, link))) return { from: link, colon: false };
  const brief = /^(?:ADJ|ADV)$/.test(posAt(tokens, at + 1)) && textAt(tokens, at + 2) === ':';
  if (brief) return { from: at + 3, colon: true };
  return uttered && /^(?:NOUN|PROPN|DET|ADJ|NUM)$/.test(posAt(tokens, at + 1)) ? { from: at + 1, colon: false } : null;
}

/** "The expectation of a barrister, who knows both sides, is that …", "The fear among traders is that …". */
function standOf(tokens: readonly Token[], last: number): Found | null {
  if (wordAt(tokens, 0) !== 'the' || !(STANDS.has(wordAt(tokens, 1)) || AIRS.has(wordAt(tokens, 1)))) return null;
  if (!/^(?:of|among|amongst|from)$/.test(wordAt(tokens, 2))) return null;
  const who = phraseStartingAt(tokens, 3);
  if (!who || !isSpeaker(tokens, who)) return null;
  const uttered = UTTERED.has(wordAt(tokens, 1));
  const is = tokens.findIndex(
    (token, i) =>
      i >= who.end &&
      i < 30 &&
      /^(?:is|was)$/.test(token.lower) &&
      (/^(?:that|to)$/.test(wordAt(tokens, i + 1)) ||
        (uttered &&
          /^(?:who|which)$/.test(wordAt(tokens, i - 1)) === false &&
          /^(?:NOUN|DET|ADJ|NUM)$/.test(posAt(tokens, i + 1)))),
  );
  const told = RELATIVES.has(wordAt(tokens, who.end - 1)) || RELATIVES.has(wordAt(tokens, who.end));
  if (is < 0 || (is > who.end && textAt(tokens, is - 1) !== ',' && !told)) return null;
  const content = [{ start: is + 1, end: contentEnd(tokens, is + 1, last) }];
  if (!STANDS.has(wordAt(tokens, 1)))
    return { source: null, cue: { start: 0, end: is + 1 }, content, manner: 'passive' };
  return { source: { start: who.start, end: is }, cue: { start: 0, end: 2 }, content, manner: 'nominal' };
}

/** "It is the position of the board that …", "It was his case, put on his behalf, that …", "It is the committee's intention to …". */
function heldBy(tokens: readonly Token[], last: number): Found | null {
  if (wordAt(tokens, 0) !== 'it' || !/^(?:is|was|remains|remained)$/.test(wordAt(tokens, 1))) return null;
  const of = wordAt(tokens, 2) === 'the' && wordAt(tokens, 4) === 'of';
  const view = of ? { owner: phraseStartingAt(tokens, 5), noun: 3 } : owned(tokens, 2);
  if (!view?.owner || !(STANDS.has(wordAt(tokens, view.noun)) || VIEWS.has(wordAt(tokens, view.noun)))) return null;
  const behind = of ? view.owner.end : view.noun + 1;
  const that = textAt(tokens, behind) === ',' ? clauseBreak(tokens, behind + 1) + 1 : behind;
  const aims = wordAt(tokens, that) === 'to' && AIMS.has(wordAt(tokens, view.noun));
  if (!aims && wordAt(tokens, that) !== 'that') return null;
  return {
    source: view.owner,
    cue: of ? { start: 2, end: 5 } : { start: view.owner.end, end: view.noun + 1 },
    content: [{ start: that, end: contentEnd(tokens, that, last) }],
    manner: 'mind',
  };
}

/** "The whisper is that …", "The talk in the yard is of …", "…, so the argument runs, …": nobody holds it, it is in the air. */
function aired(tokens: readonly Token[], last: number): Found | null {
  for (let at = 0; at < Math.min(last, 40); at += 1) {
    if (wordAt(tokens, at) !== 'the' || !AIRS.has(wordAt(tokens, at + 1))) continue;
    const so = /^(?:so|or so)$/.test(wordAt(tokens, at - 1)) && /^(?:runs|goes|went|ran)$/.test(wordAt(tokens, at + 2));
    if (so) return soItGoes(tokens, at, last);
    if (at > 0) continue;
    let is = at + 2;
    if (/^(?:in|around|on|at|about)$/.test(wordAt(tokens, is))) is = phraseStartingAt(tokens, is + 1)?.end ?? is;
    const linked = /^(?:is|was|goes|remains)$/.test(wordAt(tokens, is)) && wordAt(tokens, is + 1) === 'that';
    if (linked)
      return {
        source: null,
        cue: { start: at, end: is + 1 },
        content: [{ start: is + 1, end: contentEnd(tokens, is + 1, last) }],
        manner: 'passive',
      };
  }
  return null;
}

function soItGoes(tokens: readonly Token[], the: number, last: number): Found | null {
  const start = the - 1;
  const end = the + 3;
  const content: Range[] = [];
  if (start > 1) content.push({ start: 0, end: textAt(tokens, start - 1) === ',' ? start - 1 : start });
  if (/^[,:]$/.test(textAt(tokens, end)) && end + 1 < last) content.push({ start: end + 1, end: last });
  return content.length > 0 ? { source: null, cue: { start, end }, content, manner: 'passive' } : null;
}

/** "gave evidence that", "put it to her that": a verb and its noun together say. */
function evidence(tokens: readonly Token[], last: number): Found | null {
  for (let at = 1; at < last - 3; at += 1) {
    const token = tokens[at];
    if (!token || token.quote !== 'outside' || !isGiving(token.word)) continue;
    const noun = wordAt(tokens, at + 1);
    let that = -1;
    if (isPutting(token.word) && noun === 'it' && wordAt(tokens, at + 2) === 'to')
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
    const token = tokens[at];
    if (!token || token.quote !== 'outside' || !isPutting(token.word) || !isReckoned(tokens, at + 1, last)) continue;
    let start = at;
    while (start > 0 && /^(?:AUX|ADV)$/.test(posAt(tokens, start - 1))) start -= 1;
    const joined = wordAt(tokens, start - 1) === 'and';
    const source = joined ? mainSubject(tokens, start) : subjectBefore(tokens, start);
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

/** "the number of injured at nine", "the revival down to an advertisement": an object, then a figure or a cause. */
function isReckoned(tokens: readonly Token[], from: number, last: number): boolean {
  for (let i = from + 1; i < Math.min(last, from + 12); i += 1) {
    const token = tokens[i];
    if (!token || token.pos === 'PUNCT' || token.pos === 'AUX' || token.quote !== 'outside') return false;
    if (token.lower === 'down') return wordAt(tokens, i + 1) === 'to';
    if (token.lower !== 'at') continue;
    return /^(?:NUM|SYM)$/.test(posAt(tokens, i + 1)) || FIGURES.has(wordAt(tokens, i + 1));
  }
  return false;
}

const FIGURES = wordSet(
  'more less about nearly around roughly some half over fewer between almost up under well just what twice several dozens hundreds thousands millions',
);

/** "What defeats the staff, she went on, is the fourth day"; "“…,” Quiroga went on". */
function wentOn(tokens: readonly Token[], last: number): Found | null {
  for (let at = 2; at < last; at += 1) {
    const token = tokens[at];
    if (!token || token.quote !== 'outside' || !isGoing(token.word) || wordAt(tokens, at + 1) !== 'on') continue;
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
