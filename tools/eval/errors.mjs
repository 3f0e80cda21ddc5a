/** The errors of the engine on the project's own corpus, gathered by what they would do to a newsroom. */
import { riskOf } from './corpus-score.mjs';

const wordsOf = ({ article, gold }) => [...article.text].slice(gold.start, gold.end).join('');
const cut = (words) => (words.length > 160 ? `${words.slice(0, 159)}…` : words);

/** One error as a line, or null where the labels are right. */
export function errorLine(pair) {
  const { article, gold, mine, check } = pair;
  const wrong = [];
  if (gold.sourcing !== mine?.sourcing) wrong.push(`sourcing ${gold.sourcing}>${mine?.sourcing}`);
  if (gold.kind !== mine?.kind) wrong.push(`kind ${gold.kind}>${mine?.kind}`);
  if (gold.allegation?.category !== mine?.allegation?.category)
    wrong.push(`allegation ${gold.allegation?.category ?? '-'}>${mine?.allegation?.category ?? '-'}`);
  if ((riskOf(gold) === 'serious') !== (mine?.risk === 'serious')) wrong.push(`risk ${riskOf(gold)}>${mine?.risk}`);
  if (wrong.length === 0) return null;
  const source = mine?.attribution == null ? null : check.attributions[mine.attribution];
  return `${article.id} ${wrong.join(', ')} [${source?.source?.exact ?? ''} <${source?.cue?.exact ?? ''}>] ${wordsOf(pair)}`;
}

const NEEDS = new Set(['anonymous', 'self', 'unattributed']);
const serious = (one) => (one ? (one.risk ?? riskOf(one)) === 'serious' : false);

const CLASSES = [
  [
    'A serious accusation that was not seen',
    'Nobody named stands behind an accusation, and the engine does not say so: the one error that can let a libel through.',
    ({ gold, mine }) => riskOf(gold) === 'serious' && !mine?.allegation,
  ],
  [
    'A source seen where the author speaks',
    'The engine thinks somebody stands behind the words; nobody does. An unsourced claim passes for a sourced one.',
    ({ gold, mine }) => NEEDS.has(gold.sourcing) && mine !== null && !NEEDS.has(mine.sourcing),
  ],
  [
    'A named source taken for nobody',
    'A checker looks for a source that the text names.',
    ({ gold, mine }) => !NEEDS.has(gold.sourcing) && mine !== null && NEEDS.has(mine.sourcing),
  ],
  [
    'An accusation seen where there is none',
    'Wasted work, and the reason why the precision of `serious` is what it is.',
    ({ gold, mine }) => !serious(gold) && serious(mine),
  ],
  [
    'A statement taken for an opinion or a forecast',
    'It enters the queue as “no check needed”; a checker must pull it back.',
    ({ gold, mine }) =>
      gold.kind === 'statement' &&
      !mine?.allegation &&
      /^(?:opinion|prediction|question|directive)$/.test(mine?.kind ?? ''),
  ],
];
const EXAMPLES = 3;

/** Classes of errors, the dearest first, with their number and some examples, no two of one article where that can be. */
export function worstErrors(pairs) {
  return CLASSES.map(([title, harm, isOne]) => {
    const found = pairs.filter(isOne);
    const seen = new Set();
    const spread = found.filter(({ article }) => !seen.has(article.id) && seen.add(article.id));
    const examples = [...spread, ...found.filter((pair) => !spread.includes(pair))].slice(0, EXAMPLES);
    return {
      title,
      harm,
      count: found.length,
      of: pairs.length,
      examples: examples.map((pair) => ({
        id: pair.article.id,
        words: cut(wordsOf(pair)),
        gold: describe(pair.gold),
        mine: describe(pair.mine),
      })),
    };
  });
}

const describe = (one) =>
  one
    ? [one.sourcing, one.kind, one.allegation && `accuses (${one.allegation.category})`].filter(Boolean).join(', ')
    : 'nothing';
