import { type Found, type Manner } from '../attributions/found.js';
import { readVerb } from '../lexicon/reporting-verbs.js';
import { type Range } from '../grammar/noun-phrases.js';
import { type BioLabel, type Sentence } from '../words/token.js';

/**
 * Ties the stretches of one sentence together through their cues: each content and each source goes to the cue nearest to it
 * (with the right stretches the nearest cue is the right one in 99 of 100 cases; it is not so for content and source directly).
 */
export function linkLabels(sentence: Sentence, labels: readonly BioLabel[]): Found[] {
  if (!labels.includes('B-cue') && !labels.includes('I-cue')) return [];
  const cues = rangesOf(labels, 'cue');
  const sources = byCue(cues, rangesOf(labels, 'source'));
  const contents = byCue(cues, rangesOf(labels, 'content'));
  return cues.map((cue, at) => {
    const own = sources[at] ?? [];
    return {
      source: [...own].sort((a, b) => gap(a, cue) - gap(b, cue))[0] ?? sharedSource(sources, cues, at),
      cue,
      content: contents[at] ?? [],
      manner: mannerOf(sentence, cue, own.length > 0),
    };
  });
}

/** The ranges that go to each cue, each looked at once: a sentence of cues and nothing else must not take cubic time. */
function byCue(cues: readonly Range[], ranges: readonly Range[]): Range[][] {
  const own: Range[][] = cues.map(() => []);
  for (const range of ranges) own[nearestCue(cues, range)]?.push(range);
  return own;
}

/** "She apologised and promised to pay": a second cue without a source of its own takes the one before it. */
function sharedSource(sources: readonly (readonly Range[])[], cues: readonly Range[], at: number): Range | null {
  const cue = cues[at];
  const before = cues[at - 1];
  if (!cue || !before || cue.start - before.end > 25) return null;
  return sources[at - 1]?.[0] ?? null;
}

function nearestCue(cues: readonly Range[], range: Range): number {
  let best = 0;
  cues.forEach((cue, at) => {
    if (gap(cue, range) < gap(cues[best] as Range, range)) best = at;
  });
  return best;
}

const gap = (a: Range, b: Range): number => Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));

function mannerOf(sentence: Sentence, cue: Range, sourced: boolean): Manner {
  const words = sentence.tokens.slice(cue.start, cue.end);
  const verb = words.findLast((token) => readVerb(token.lower) !== undefined && token.pos === 'VERB');
  if (!verb) return words.some((token) => token.pos === 'NOUN') ? 'nominal' : 'speech';
  const frames = readVerb(verb.lower)?.verb.frames;
  if (frames?.mind && !frames.quote) return 'mind';
  if (!sourced && words.some((token) => token.pos === 'AUX')) return 'passive';
  return frames && !frames.clause && !frames.quote && !frames.told && !frames.that ? 'act' : 'speech';
}

/** Stretches of one role in BIO labels; an inside label without a beginning begins one. */
export function rangesOf(labels: readonly BioLabel[], role: 'source' | 'cue' | 'content'): Range[] {
  const [begin, inside] = BIO[role];
  const ranges: Range[] = [];
  let start = -1;
  for (let i = 0; i <= labels.length; i += 1) {
    const label = labels[i];
    if (label === inside && start >= 0) continue;
    if (start >= 0) ranges.push({ start, end: i });
    start = label === begin || label === inside ? i : -1;
  }
  return ranges;
}

const BIO = {
  source: ['B-source', 'I-source'],
  cue: ['B-cue', 'I-cue'],
  content: ['B-content', 'I-content'],
} as const;
