/**
 * Direct quotations against compromise's `.quotations()`, as a peer, on PolNeAR: gold are contents that stand wholly in quotation
 * marks; a hit covers them with an overlap (IoU) of .8 or more. Ours are the direct contents of attributions.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise';
import { checkArticle } from '../../libs/extraction/dist/index.js';

export function scorePeer(folder) {
  const n = { ours: [0, 0, 0], compromise: [0, 0, 0] };
  const notes = readdirSync(join(folder, 'attributions')).sort();
  for (const file of readdirSync(join(folder, 'text'))) {
    const note = notes.find((name) => name.startsWith(`${file.slice(0, -4)}_`));
    if (!note) continue;
    const text = readFileSync(join(folder, 'text', file), 'utf8');
    const letters = [...text];
    const gold = goldQuotes(readFileSync(join(folder, 'attributions', note), 'utf8'), letters);
    const check = checkArticle(text);
    const ours = check.attributions.filter((one) => one.direct).flatMap((one) => one.content);
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
  return { ours: f1(n.ours), compromise: f1(n.compromise) };
}

function goldQuotes(note, letters) {
  return note
    .split('\n')
    .filter((line) => /^T\d+\tContent /.test(line))
    .map((line) =>
      line
        .split('\t')[1]
        .slice(8)
        .split(';')
        .map((piece) => piece.split(' ').map(Number)),
    )
    .filter((pieces) => pieces.length === 1)
    .map(([[start, end]]) => ({ start, end }))
    .filter(
      ({ start, end }) =>
        /^[“"]/.test(letters[start]) &&
        /[”"]/.test(letters.slice(Math.max(start, end - 2), end).join('')) &&
        !/["“”]/.test(letters.slice(start + 1, end - 2).join('')),
    );
}

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
