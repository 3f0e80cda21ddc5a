/** Readers of labelled articles. Each answers `{ id, split, text, relations: [{ source, cue, content }] }`, spans in UTF-16 units. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../../seeds/corpus/validate.mjs';

/** UTF-16 offset of every code point of a text, and of its end. */
function unitOffsets(text) {
  const offsets = [];
  let unit = 0;
  for (const char of text) {
    offsets.push(unit);
    unit += char.length;
  }
  offsets.push(unit);
  return offsets;
}

/** The articles of seeds/corpus of the given splits; those of other splits are not even parsed. */
export function readCorpus(folder, splits) {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .sort();
  return files.flatMap((name) => {
    const xml = readFileSync(join(folder, name), 'utf8');
    const split = /<article\b[^>]*\bsplit="(\w+)"/.exec(xml)?.[1];
    if (!splits.includes(split)) return [];
    const article = readArticle(xml);
    const units = unitOffsets(article.text);
    const span = ({ start, end }) => ({ start: units[start], end: units[end] });
    const relations = article.attributions.map(({ source, cue, content }) => ({
      source: source ? [span(source)] : [],
      cue: cue ? [span(cue)] : [],
      content: joined(content.map(span), article.text),
    }));
    return [{ id: article.id, split, text: article.text, relations }];
  });
}

/** Stretches with nothing but white space between them are one. */
function joined(spans, text) {
  const out = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && /^[ \t]*$/.test(text.slice(last.end, span.start)))
      out[out.length - 1] = { start: last.start, end: span.end };
    else out.push(span);
  }
  return out;
}

/** A folder of brat files: text/STEM.txt and attributions/STEM_ANNOTATOR.ann, code-point offsets; one annotator a text, the first by name. */
export function readBrat(folder) {
  const notes = readdirSync(join(folder, 'attributions'))
    .filter((name) => name.endsWith('.ann'))
    .sort();
  const texts = readdirSync(join(folder, 'text'))
    .filter((name) => name.endsWith('.txt'))
    .sort();
  return texts.flatMap((name) => {
    const stem = name.slice(0, -4);
    const file = notes.find((note) => note.startsWith(`${stem}_`));
    if (!file) return [];
    const text = readFileSync(join(folder, 'text', name), 'utf8').replace(/^\uFEFF/, '');
    return [
      { id: stem, split: 'train', text, relations: readNotes(join(folder, 'attributions', file), unitOffsets(text)) },
    ];
  });
}

function readNotes(file, units) {
  const spans = new Map();
  const relations = [];
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    if (!/^[TE]\d+\t/.test(line)) continue;
    const [id, body] = line.split('\t');
    if (id.startsWith('T')) {
      const [, offsets] = /^\S+ (.+)$/.exec(body) ?? [];
      const pieces = offsets.split(';').map((piece) => piece.trim().split(' ').map(Number));
      spans.set(
        id,
        pieces.map(([start, end]) => ({ start: units[start], end: units[end] })),
      );
    } else {
      const parts = body.split(' ').map((part) => part.split(':'));
      const of = (role) =>
        parts.filter(([name]) => name.replace(/\d+$/, '') === role).flatMap(([, at]) => spans.get(at) ?? []);
      relations.push({ source: of('Source'), cue: of('Cue'), content: of('Content') });
    }
  }
  return relations.filter((relation) => relation.content.length > 0 || relation.cue.length > 0);
}

/**
 * The news of GUM with its attribution relations. Their content is known; of the clause that attributes ("Mr. Tedeschi told the
 * court") GUM does not say which words are source and which cue: it is left open (`unknown`), and training fills it in.
 */
export function readGum(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((row) => JSON.parse(row))
    .filter(({ genre, split }) => genre === 'news' && split !== 'test')
    .map(({ doc, text, attributions }) => {
      const units = unitOffsets(text);
      const spans = (pairs) =>
        pairs.filter(([a, b]) => a < b).map(([start, end]) => ({ start: units[start], end: units[end] }));
      const all = attributions
        .filter((one) => !/^Image\b/.test(one.source_text))
        .map((one) => ({ clause: spans(one.source_clause), content: joined(spans(one.content_edus), text) }));
      const outer = all.filter(
        (one) =>
          !all.some(
            (other) =>
              other !== one &&
              one.clause.some((span) => other.content.some((held) => held.start <= span.start && span.end <= held.end)),
          ),
      );
      const relations = outer.map(({ content }) => ({ source: [], cue: [], content }));
      return { id: doc, split: 'train', text, relations, unknown: outer.flatMap(({ clause }) => clause) };
    });
}
