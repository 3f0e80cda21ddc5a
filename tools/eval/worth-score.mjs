/** Check-worthiness on CheckThat dev and PoliClaim train: F1 at the threshold of 0.5, and average precision of the ranking. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkArticle } from '../../libs/extraction/dist/index.js';

const THRESHOLD = 0.5;

export function* scoreWorth(folder) {
  const checkThat = join(folder, 'checkthat2024-en/dev.tsv');
  if (existsSync(checkThat))
    yield ['checkthat dev', score(table(checkThat).map((row) => ({ text: row[1], gold: row[2] === 'Yes' })))];
  const poliClaim = join(folder, 'policlaim/train_golden.tsv');
  if (existsSync(poliClaim))
    yield ['policlaim train', score(table(poliClaim).map((row) => ({ text: row[1], gold: row[2] === '1' })))];
}

function table(file) {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t').map((cell) => cell.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')));
}

function score(items) {
  const scored = items.map(({ text, gold }) => ({
    gold,
    score: Math.max(0, ...checkArticle(`. \n\n${text}`).assertions.map((one) => one.checkWorthiness.score)),
  }));
  const tp = scored.filter((one) => one.gold && one.score >= THRESHOLD).length;
  const mine = scored.filter((one) => one.score >= THRESHOLD).length;
  const gold = scored.filter((one) => one.gold).length;
  const ranked = [...scored].sort((a, b) => b.score - a.score);
  let [hits, sum] = [0, 0];
  ranked.forEach((one, i) => {
    if (!one.gold) return;
    hits += 1;
    sum += hits / (i + 1);
  });
  return {
    sentences: items.length,
    precision: round(tp / mine),
    recall: round(tp / gold),
    f1: round((2 * tp) / (gold + mine)),
    averagePrecision: round(sum / gold),
  };
}

const round = (value) => Math.round(1000 * value) / 1000;
