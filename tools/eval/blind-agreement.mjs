/**
 * How far two labellers agree who did not see each other's labels. `blind/*.jsonl` hold, for some articles, one line each:
 * {"id","labels":[{"sourcing","kind","allegation","hedged"}]}, in the order of the article's assertions, whose cuts were given.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const READ = {
  sourcing: (one) => one.sourcing,
  kind: (one) => one.kind,
  'accuses somebody': (one) => one.allegation !== 'none',
  category: (one) => one.allegation,
};

/** For each label the share that is alike and kappa (Cohen 1960); of accusations also how many both see. Null where there is no blind pass. */
export function blindAgreementOf(folder, articles) {
  if (!existsSync(folder)) return null;
  const byId = new Map(articles.map((article) => [article.id, article]));
  const blind = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line));
  const pairs = blind.flatMap(({ id, labels }) => {
    const assertions = byId.get(id)?.assertions ?? [];
    if (assertions.length !== labels.length)
      throw new Error(
        `blind/${id}: ${labels.length} labels for ${assertions.length} assertions; label it anew or take it away`,
      );
    return assertions.map((one, at) => [{ ...one, allegation: one.allegation?.category ?? 'none' }, labels[at]]);
  });
  const fields = Object.fromEntries(Object.entries(READ).map(([name, read]) => [name, agree(pairs, read)]));
  const accusing = ([one, other]) => [one, other].map(READ['accuses somebody']);
  const both = pairs.filter((pair) => accusing(pair).every(Boolean));
  const either = pairs.flatMap(accusing).filter(Boolean).length;
  return {
    articles: blind.length,
    assertions: pairs.length,
    fields,
    accusations: { both: both.length, f1: round((2 * both.length) / either), category: share(both, READ.category) },
  };
}

function agree(pairs, read) {
  const n = pairs.length;
  const seen = pairs.filter(([a, b]) => read(a) === read(b)).length / n;
  const values = new Set(pairs.flatMap((pair) => pair.map(read)));
  const rate = (side, value) => pairs.filter((pair) => read(pair[side]) === value).length / n;
  const chance = [...values].reduce((sum, value) => sum + rate(0, value) * rate(1, value), 0);
  return { agreement: round(seen), kappa: round((seen - chance) / (1 - chance)) };
}

const share = (pairs, read) => round(pairs.filter(([a, b]) => read(a) === read(b)).length / (pairs.length || 1));
const round = (value) => Math.round(1000 * value) / 1000;
