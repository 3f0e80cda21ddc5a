import { contentEnd } from './contents.js';
import { type Found } from './found.js';
import { type Range, isNominal, phraseEndingAt, phraseStartingAt } from './noun-phrases.js';
import { appositionEnd } from './subjects.js';
import { type Token } from './token.js';
import { bodyEnd } from './verb-attributions.js';

/** Nouns that carry a "that"-clause as something said or held. */
const NOMINAL_CUES = new Set(
  'claim claims allegation allegations accusation accusations assertion assertions statement statements suggestion suggestions argument arguments contention warning warnings report reports rumour rumours rumor rumors belief beliefs fear fears concern concerns insistence denial denials admission confession announcement complaint complaints promise pledge threat prediction predictions forecast view stance position opinion speculation testimony conclusion finding findings revelation revelations assurance assurances charge charges hint hints word news impression suspicion suspicions theory notion idea hope hopes'.split(
    ' ',
  ),
);

/** Attributions made by words other than verbs: "according to", "in the view of", "the claim that". */
export function phraseAttributions(tokens: readonly Token[]): Found[] {
  const found: Found[] = [];
  const last = bodyEnd(tokens);
  for (let i = 0; i < tokens.length; i += 1) {
    if (tokens[i]?.quote !== 'outside') continue;
    const cue = adverbialCue(tokens, i);
    const one = cue ? adverbialAttribution(tokens, i, cue, last) : nominalAttribution(tokens, i, last);
    if (one) found.push(one);
  }
  return found;
}

/** End of an adverbial cue at `i` ("according to", "in the words of", "per"); 0 if there is none. */
function adverbialCue(tokens: readonly Token[], i: number): number {
  const word = tokens[i]?.lower;
  const next = tokens[i + 1]?.lower;
  if (word === 'according' && next === 'to') return i + 2;
  if (word === 'per' && tokens[i + 1]?.pos === 'PROPN' && (i === 0 || tokens[i - 1]?.text === ',')) return i + 1;
  if (word === 'citing' && tokens[i - 1]?.text === ',') return i + 1;
  if (
    word === 'in' &&
    next === 'the' &&
    /^(?:words|view|opinion|eyes|estimation)$/.test(tokens[i + 2]?.lower ?? '') &&
    tokens[i + 3]?.lower === 'of'
  )
    return i + 4;
  return 0;
}

function adverbialAttribution(tokens: readonly Token[], at: number, cueEnd: number, last: number): Found | null {
  const core = phraseStartingAt(tokens, cueEnd);
  if (!core) return null;
  const source: Range = {
    start: core.start,
    end: core.start === core.end ? core.end : appositionEnd(tokens, core.end),
  };
  const cue = { start: at, end: cueEnd };
  const leads = at === 0 || tokens[at - 1]?.pos === 'CCONJ' || (at === 1 && tokens[0]?.quote !== 'mark');
  const comma = tokens[source.end]?.text === ',';
  const manner = 'speech' as const;
  if (leads) {
    const start = comma ? source.end + 1 : source.end;
    return start < last ? { source, cue, content: [{ start, end: contentEnd(tokens, start, last) }], manner } : null;
  }
  let end = at;
  while (end > 0 && /^[,—–(]$/.test(tokens[end - 1]?.text ?? '')) end -= 1;
  const content: Range[] = [{ start: 0, end }];
  const rest = comma ? source.end + 1 : source.end;
  const next = tokens[rest];
  if (
    comma &&
    next &&
    rest < last &&
    next.pos !== 'CCONJ' &&
    /^(?:VERB|AUX|ADP|SCONJ|PRON)$/.test(next.pos) &&
    !/ing$/.test(next.lower)
  )
    content.push({ start: rest, end: last });
  return end > 0 ? { source, cue, content, manner } : null;
}

/** "Moscow's claim that …", "the allegation by the union that …", "fears that …". */
function nominalAttribution(tokens: readonly Token[], at: number, last: number): Found | null {
  const noun = tokens[at];
  if (!noun || !NOMINAL_CUES.has(noun.lower) || noun.pos === 'VERB') return null;
  const by =
    tokens[at + 1]?.lower === 'by' || tokens[at + 1]?.lower === 'from' ? phraseStartingAt(tokens, at + 2) : null;
  const that = by ? by.end : at + 1;
  if (
    tokens[that]?.lower !== 'that' ||
    /^(?:is|was|are|were|has|have|had|will|would|could|can)$/.test(tokens[that + 1]?.lower ?? '') ||
    tokens[that + 1]?.pos === 'VERB'
  )
    return null;
  const owner = by ?? ownerOf(tokens, at);
  const start = owner && !by ? owner.end : at;
  return {
    source: owner,
    cue: { start, end: at + 1 },
    content: [{ start: that, end: contentEnd(tokens, that, last) }],
    manner: 'nominal',
  };
}

function ownerOf(tokens: readonly Token[], at: number): Range | null {
  let i = at - 1;
  while (i > 0 && (tokens[i]?.pos === 'ADJ' || tokens[i]?.pos === 'NOUN')) i -= 1;
  if (/^(?:his|her|their|its|my|our)$/.test(tokens[i]?.lower ?? '')) return { start: i, end: i + 1 };
  if (!/^[’']s?$/.test(tokens[i]?.text ?? '') || !isNominal(tokens[i - 1])) return null;
  const phrase = phraseEndingAt(tokens, i);
  return phrase ? { start: phrase.start, end: i } : null;
}
