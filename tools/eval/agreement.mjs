/**
 * How far the two passes over the corpus' labels agree. `checks/*.jsonl` hold, for each article, what the second pass changed;
 * what it did not change it agrees with. Kappa (Cohen 1960) is given for the labels that every assertion has.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PER_ASSERTION = ['segmentation', 'sourcing', 'kind', 'allegation', 'hedged', 'accused'];
const PER_ATTRIBUTION = ['source', 'cue', 'content', 'entity'];

/** Share of assertions (or attributions) left as they were, field by field, over the articles that were checked. */
export function agreementOf(folder, articles) {
  const checks = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line));
  const checked = new Set(checks.map((check) => check.id));
  const own = articles.filter((article) => checked.has(article.id));
  const changes = checks.flatMap((check) => check.changes);
  const assertions = own.flatMap((article) => article.assertions);
  const attributions = own.reduce((sum, article) => sum + article.attributions.length, 0);
  const share = (field, of) => [
    field,
    { changed: changes.filter((change) => change.field === field).length, of, kappa: null },
  ];
  const fields = Object.fromEntries([
    ...PER_ASSERTION.map((field) => share(field, assertions.length)),
    ...PER_ATTRIBUTION.map((field) => share(field, attributions)),
  ]);
  for (const field of Object.keys(fields))
    fields[field].agreement = round(1 - fields[field].changed / fields[field].of);
  for (const field of ['sourcing', 'kind'])
    fields[field].kappa = kappa(
      assertions.map((one) => one[field]),
      changes.filter((change) => change.field === field),
    );
  return { articles: own.length, assertions: assertions.length, attributions, fields };
}

/** From the labels of the second pass, and the changes that tell those of the first. */
function kappa(second, changes) {
  const count = {};
  for (const label of second) {
    count[label] ??= [0, 0];
    count[label][0] += 1;
    count[label][1] += 1;
  }
  for (const { before, after } of changes) {
    for (const label of [before, after]) count[label] ??= [0, 0];
    count[before][0] += 1;
    count[after][0] -= 1;
  }
  const n = second.length;
  const chance = Object.values(count).reduce((sum, [a, b]) => sum + (a / n) * (b / n), 0);
  const seen = 1 - changes.length / n;
  return round((seen - chance) / (1 - chance));
}

const round = (value) => Math.round(1000 * value) / 1000;
