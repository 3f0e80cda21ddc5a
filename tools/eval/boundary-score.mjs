/** Sentence boundaries: golden rules (all or nothing each) and F1 of sentence ends on running text. */
import { splitSentences } from '../../libs/extraction/dist/index.js';

export function scoreGoldenRules(rules) {
  const failed = rules.filter(
    (rule) =>
      JSON.stringify(splitSentences(rule.text, 0, rule.text.length).map((s) => rule.text.slice(s.start, s.end))) !==
      JSON.stringify(rule.expected),
  );
  return { passed: rules.length - failed.length, of: rules.length, failed: failed.map((rule) => rule.id) };
}

export function scoreBoundaries(documents) {
  let [tp, fp, fn] = [0, 0, 0];
  for (const { text, sentences } of documents) {
    const letters = [...text];
    const ends = new Set(sentences.map(([, end]) => letters.slice(0, end).join('').trimEnd().length));
    const mine = new Set();
    for (const paragraph of text.matchAll(/(?:[^\n]|\n(?!\s*\n))+/g))
      for (const s of splitSentences(text, paragraph.index, paragraph.index + paragraph[0].length)) mine.add(s.end);
    for (const end of mine) ends.has(end) ? (tp += 1) : (fp += 1);
    for (const end of ends) if (!mine.has(end)) fn += 1;
  }
  return { precision: round(tp / (tp + fp)), recall: round(tp / (tp + fn)), f1: round((2 * tp) / (2 * tp + fp + fn)) };
}

const round = (value) => Math.round(1000 * value) / 1000;
