import { type Found } from './found.js';
import { type Range } from './noun-phrases.js';
import { type BioLabel, type Sentence } from './token.js';

/** Turns the labels of a tagger into attributions: each cue takes the nearest source and the nearest content of its sentence. */
export function foundByTagger(sentence: Sentence, labels: readonly BioLabel[]): Found[] {
  const sources = rangesOf(labels, 'source');
  const cues = rangesOf(labels, 'cue');
  const contents = rangesOf(labels, 'content').filter((range) => range.end <= sentence.tokens.length);
  return cues.flatMap((cue) => {
    const near = contents.filter(
      (range) => !cues.some((other) => other !== cue && distance(other, range) < distance(cue, range)),
    );
    if (near.length === 0) return [];
    return [{ source: nearest(sources, cue), cue, content: near, manner: 'speech' as const }];
  });
}

function rangesOf(labels: readonly BioLabel[], role: 'source' | 'cue' | 'content'): Range[] {
  const ranges: Range[] = [];
  let start = -1;
  labels.forEach((label, i) => {
    const inside = label === `I-${role}` && start >= 0;
    if (start >= 0 && !inside) {
      ranges.push({ start, end: i });
      start = -1;
    }
    if (label === `B-${role}` || (label === `I-${role}` && start < 0)) start = i;
  });
  if (start >= 0) ranges.push({ start, end: labels.length });
  return ranges;
}

const distance = (a: Range, b: Range): number => Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));

function nearest(ranges: readonly Range[], to: Range): Range | null {
  let best: Range | null = null;
  for (const range of ranges) if (!best || distance(range, to) < distance(best, to)) best = range;
  return best;
}

/** Rules win where both see a cue; the tagger adds what the rules did not see. */
export function mergeFound(rules: readonly Found[], tagged: readonly Found[]): Found[] {
  const added = tagged.filter((one) => !rules.some((rule) => touches(rule, one)));
  return [...rules, ...added].sort((a, b) => (a.cue?.start ?? 0) - (b.cue?.start ?? 0));
}

function touches(a: Found, b: Found): boolean {
  return a.cue !== null && b.cue !== null && a.cue.start < b.cue.end && b.cue.start < a.cue.end;
}
