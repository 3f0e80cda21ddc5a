/**
 * What a second pass changed in an article: one line of `checks/<genre>.jsonl`.
 *
 *   node seeds/corpus/tools/compare-labels.mjs BEFORE.xml AFTER.xml
 *
 * Both must hold the same text. `segmentation` is one change for each stretch that is cut in another way.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArticle } from './read-article.mjs';

const OPENING = 8;

/** `{ id, assertions, changes: [{ exact, field, before, after }] }`; throws where the texts differ. */
export function compareLabels(before, after) {
  if (before.text !== after.text)
    throw new Error(`${after.id}: the texts differ; labels can be compared on one text only`);
  const changes = [...assertionChanges(before, after), ...attributionChanges(before, after)];
  changes.sort((a, b) => a.at - b.at);
  return { id: after.id, assertions: after.assertions.length, changes: changes.map(({ at: _, ...change }) => change) };
}

function assertionChanges(before, after) {
  const changes = [];
  const note = (one, field, from, to) => {
    if (from !== to)
      changes.push({ at: one.start, exact: opening(after.text, one), field, before: `${from}`, after: `${to}` });
  };
  for (const { old, now } of stretches(before.assertions, after.assertions)) {
    if (old.length !== 1 || now.length !== 1) {
      note(now[0], 'segmentation', labelled(before.text, old), labelled(after.text, now));
      continue;
    }
    const [[a], [b]] = [old, now];
    note(b, 'sourcing', a.sourcing, b.sourcing);
    note(b, 'kind', a.kind, b.kind);
    note(b, 'allegation', a.allegation?.category ?? 'none', b.allegation?.category ?? 'none');
    if (!a.allegation || !b.allegation) continue;
    note(b, 'hedged', a.allegation.hedged, b.allegation.hedged);
    note(b, 'accused', nameOf(before, a.allegation.accused), nameOf(after, b.allegation.accused));
  }
  return changes;
}

/** Assertions side by side: the smallest stretches that begin and end at one place in both. */
function stretches(before, after) {
  const out = [];
  let [old, now] = [[], []];
  let [i, k] = [0, 0];
  while (i < before.length || k < after.length) {
    const takeOld = k >= after.length || (i < before.length && before[i].end <= after[k].end);
    if (takeOld) old.push(before[i++]);
    else now.push(after[k++]);
    if (old.at(-1)?.end !== now.at(-1)?.end) continue;
    out.push({ old, now });
    [old, now] = [[], []];
  }
  return out;
}

function attributionChanges(before, after) {
  const changes = [];
  const left = new Set(before.attributions);
  for (const now of after.attributions) {
    const old = [...left].map((one) => ({ one, shared: sharedBy(one, now) })).sort((a, b) => b.shared - a.shared)[0];
    const match = old && old.shared > 0 ? old.one : null;
    if (match) left.delete(match);
    noteAttribution(changes, before, after, match, now);
  }
  for (const gone of left) noteAttribution(changes, before, after, gone, null);
  return changes;
}

function noteAttribution(changes, before, after, old, now) {
  const at = (now ?? old).content[0] ?? (now ?? old).source ?? (now ?? old).cue;
  const values = (article, one) => ({
    source: one?.source ? wordsOf(article.text, one.source) : '',
    cue: one?.cue ? wordsOf(article.text, one.cue) : '',
    content: (one?.content ?? []).map((piece) => wordsOf(article.text, piece)).join(' | '),
    entity: one?.source ? nameOf(article, one.source.entity) : '',
  });
  const [a, b] = [values(before, old), values(after, now)];
  for (const field of ['source', 'cue', 'content', 'entity']) {
    if (field === 'entity' && (!old?.source || !now?.source)) continue;
    if (a[field] !== b[field])
      changes.push({ at: at.start, exact: opening(after.text, at), field, before: a[field], after: b[field] });
  }
}

const pieces = (one) => [...one.content, ...(one.cue ? [one.cue] : []), ...(one.source ? [one.source] : [])];
const sharedBy = (a, b) =>
  pieces(a).reduce(
    (sum, x) =>
      sum + pieces(b).reduce((s, y) => s + Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start)), 0),
    0,
  );
const wordsOf = (text, { start, end }) => [...text].slice(start, end).join('');
const opening = (text, span) => wordsOf(text, span).split(/\s+/u).slice(0, OPENING).join(' ');
const labelled = (text, list) => list.map((one) => `${wordsOf(text, one)} [${one.sourcing} ${one.kind}]`).join(' | ');
const nameOf = (article, id) => article.entities.find((entity) => entity.id === id)?.name ?? `${id}`;

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [before, after] = process.argv.slice(2).map((file) => readArticle(readFileSync(file, 'utf8')));
  if (!before || !after) {
    console.error('node seeds/corpus/tools/compare-labels.mjs BEFORE.xml AFTER.xml');
    process.exit(2);
  }
  console.log(JSON.stringify(compareLabels(before, after)));
}
