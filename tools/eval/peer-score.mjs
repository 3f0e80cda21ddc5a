/**
 * Direct quotations against compromise's `.quotations()`, as a peer, on PolNeAR: gold are the pieces of contents that stand wholly in
 * quotation marks; a hit covers one with an overlap (IoU) of .8 or more. Ours are the direct contents of attributions. For both a
 * quotation of nobody, a title and scare quotes count as errors; so do partial quotations inside a paraphrase.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise';
import { checkArticle } from '../../libs/extraction/dist/index.js';

export function scorePeer(folder) {
  const n = { ours: [0, 0, 0], compromise: [0, 0, 0] };
  let quotations = 0;
  const notes = readdirSync(join(folder, 'attributions')).sort();
  for (const file of readdirSync(join(folder, 'text'))) {
    const note = notes.find((name) => name.startsWith(`${file.slice(0, -4)}_`));
    if (!note) continue;
    const text = readFileSync(join(folder, 'text', file), 'utf8');
    const letters = [...text];
    const gold = goldQuotes(readFileSync(join(folder, 'attributions', note), 'utf8'), letters);
    const check = checkArticle(text);
    const ours = check.attributions.filter((one) => one.direct).flatMap((one) => one.content);
    quotations += gold.length;
    count(n.ours, gold, ours);
    count(
      n.compromise,
      gold,
      nlp(text)
        .quotations()
        .json({ offset: true })
        .map(({ offset }) => ({ start: offset.start, end: offset.start + offset.length })),
    );
  }
  return { quotations, ours: f1(n.ours), compromise: f1(n.compromise) };
}

/** Pieces of contents that stand wholly in quotation marks: an interrupted quotation has several. */
function goldQuotes(note, letters) {
  return note
    .split('\n')
    .filter((line) => /^T\d+\tContent /.test(line))
    .flatMap((line) => line.split('\t')[1].slice(8).split(';'))
    .map((piece) => piece.split(' ').map(Number))
    .map(([start, end]) => ({ start, end }))
    .filter(({ start, end }) => FULLY_QUOTED.test(letters.slice(start, end).join('').trim()));
}

/** An opening mark, a closing one at the end or before the last stop, none between; two apostrophes count as a mark. */
const FULLY_QUOTED = /^(?:["“]|'')(?:(?!'')[^"“”])+(?:["”]|'')[.,;?!]?$/u;

function count(n, gold, mine) {
  const used = new Set();
  for (const one of mine) {
    const at = gold.findIndex((other, i) => !used.has(i) && iou(one, other) >= 0.8);
    if (at >= 0) used.add(at);
  }
  n[0] += used.size;
  n[1] += mine.length - used.size;
  n[2] += gold.length - used.size;
}

function iou(a, b) {
  const both = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return both / (a.end - a.start + b.end - b.start - both);
}

const f1 = ([tp, fp, fn]) => ({
  precision: round(tp / (tp + fp)),
  recall: round(tp / (tp + fn)),
  f1: round((2 * tp) / (2 * tp + fp + fn)),
});
const round = (value) => Math.round(1000 * value) / 1000;
