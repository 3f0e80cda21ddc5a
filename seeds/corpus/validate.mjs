/**
 * Reads and checks the articles of the attribution corpus; the format is described in FORMAT.md.
 *
 *   node seeds/corpus/validate.mjs [file.xml ...]
 *
 * prints every fault and a summary, and exits 1 where there is a fault or two articles share too much wording.
 * All offsets are Unicode code points into the article's plain text, half-open.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';

export const BLOCKS = ['headline', 'byline', 'caption', 'p', 'furniture'];
export const SOURCINGS = ['quoted', 'reported', 'documented', 'anonymous', 'self', 'unattributed'];
export const KINDS = ['statement', 'opinion', 'prediction', 'question', 'directive', 'headline', 'caption'];
export const ALLEGATIONS = [
  'corruption',
  'fraud',
  'sabotage',
  'violence',
  'abuse',
  'conspiracy',
  'espionage',
  'deceit',
  'other',
];
export const ENTITY_TYPES = ['person', 'organization', 'document', 'group', 'self', 'unknown'];
export const QUOTE_STYLES = ['straight-double', 'curly-double', 'straight-single', 'curly-single'];
const VARIETIES = ['GB', 'US'];
const SPLITS = ['train', 'dev', 'test'];
const MIN_WORDS = 150;
const MAX_WORDS = 500;
const MAX_SHARED_FIVEGRAMS = 0.02;

const ATTRIBUTES = {
  article: ['id', 'genre', 'variety', 'quotes', 'split'],
  entity: ['id', 'name', 'type'],
  headline: [],
  byline: [],
  caption: [],
  p: [],
  furniture: [],
  dateline: [],
  a: ['s', 'k', 'n', 'al', 'h', 'who'],
  s: ['n', 'e'],
  c: ['n'],
  t: ['n'],
};

const PARENTS = {
  entity: ['article'],
  headline: ['article'],
  byline: ['article'],
  caption: ['article'],
  p: ['article'],
  furniture: ['article'],
  dateline: ['p'],
  a: ['headline', 'caption', 'p'],
  s: ['a', 's', 'c', 't'],
  c: ['a', 's', 'c', 't'],
  t: ['a', 's', 'c', 't'],
};

const isSpace = (char) => /\s/u.test(char);

// ---------------------------------------------------------------- reading

/** The elements of an XML text as a light tree; text nodes are strings. Throws on malformed XML. */
function parseTree(xmlText) {
  const parser = new SaxesParser({ position: true });
  const root = { name: '#root', attrs: {}, children: [], line: 1 };
  const stack = [root];
  let openLine = 1;
  const top = () => stack[stack.length - 1];
  parser.on('opentagstart', () => {
    openLine = parser.line;
  });
  parser.on('opentag', (tag) => {
    const node = { name: tag.name, attrs: { ...tag.attributes }, children: [], line: openLine };
    top().children.push(node);
    stack.push(node);
  });
  parser.on('text', (text) => top().children.push(text));
  parser.on('closetag', () => stack.pop());
  parser.write(xmlText.replace(/^\uFEFF/u, '')).close();
  return root.children.find((child) => typeof child !== 'string');
}

/** Plain text built up character by character, collapsing white space inside a block and separating blocks. */
class TextBuilder {
  constructor() {
    this.chars = [];
    this.pendingSpace = false;
    this.blockStart = 0;
  }

  startBlock() {
    this.separator = this.chars.length > 0;
    this.pendingSpace = false;
    this.blockStart = this.chars.length;
  }

  /** Adds one character and answers its offset, or -1 for white space. */
  add(char) {
    if (isSpace(char)) {
      this.pendingSpace = this.chars.length > this.blockStart;
      return -1;
    }
    if (this.separator) {
      this.chars.push('\n', '\n');
      this.separator = false;
      this.blockStart = this.chars.length;
    } else if (this.pendingSpace) {
      this.chars.push(' ');
    }
    this.pendingSpace = false;
    this.chars.push(char);
    return this.chars.length - 1;
  }
}

function checkElement(node, parentName, fault) {
  if (!(node.name in ATTRIBUTES)) {
    fault(node.line, `unknown element <${node.name}>`);
    return;
  }
  if (PARENTS[node.name] && !PARENTS[node.name].includes(parentName)) {
    fault(node.line, `<${node.name}> cannot stand in <${parentName}>`);
  }
  for (const name of Object.keys(node.attrs)) {
    if (!ATTRIBUTES[node.name].includes(name)) {
      fault(node.line, `unknown attribute ${name} on <${node.name}>`);
    }
  }
}

/** Walks one block, adding its characters to the text and giving every element in it a span. */
function readBlock(block, builder, fault) {
  const labelled = !['byline', 'furniture'].includes(block.name);
  const open = [];
  let uncovered = '';

  const flushUncovered = (line) => {
    if (uncovered) fault(line, `text outside <a>: ${JSON.stringify(uncovered)}`);
    uncovered = '';
  };
  const addText = (text, line) => {
    const covered = !labelled || open.some((node) => node.name === 'a' || node.name === 'dateline');
    for (const char of text) {
      const offset = builder.add(char);
      if (offset < 0) continue;
      for (const node of open) node.start ??= offset;
      if (!covered) uncovered += char;
    }
    flushUncovered(line);
  };
  const visit = (node) => {
    open.push(node);
    let line = node.line;
    for (const child of node.children) {
      if (typeof child === 'string') {
        addText(child, line);
        line += child.split('\n').length - 1;
      } else {
        checkElement(child, node.name, fault);
        visit(child);
        line = child.line;
      }
    }
    open.pop();
    node.end = node.start === undefined ? undefined : builder.chars.length;
    if (node.start === undefined) fault(node.line, `empty <${node.name}>`);
  };

  builder.startBlock();
  visit(block);
  const firstLabelled = block.children.find((child) => typeof child !== 'string' || child.trim());
  for (const dateline of block.children.filter((child) => child.name === 'dateline')) {
    if (dateline !== firstLabelled) fault(dateline.line, '<dateline> must open its paragraph');
  }
}

function descendants(node, name) {
  return node.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...descendants(child, name)],
  );
}

const spanOf = (node) => ({ start: node.start ?? 0, end: node.end ?? 0 });

function readAllegation({ al, h, who }) {
  return al === undefined ? null : { category: al, hedged: h === '1', accused: who ?? null };
}

function readAssertion(node, blockKind, fault) {
  const { s, k, n, al, h, who } = node.attrs;
  if (h !== undefined && h !== '1') fault(node.line, `h must be "1", not "${h}"`);
  if (al === undefined && (h !== undefined || who !== undefined)) fault(node.line, 'h or who without al');
  return {
    ...spanOf(node),
    kind: k ?? 'statement',
    sourcing: s ?? 'unattributed',
    attribution: n === undefined ? null : Number(n),
    allegation: readAllegation({ al, h, who }),
    blockKind,
    line: node.line,
    mentions: ['s', 'c', 't'].flatMap((name) => descendants(node, name)).map((tag) => tag.attrs.n),
  };
}

/** Gathers the <s>, <c> and <t> of all assertions into one attribution for each number. */
function readAttributions(assertionNodes, fault) {
  const byNumber = new Map();
  const attributionOf = (tag) => {
    const number = tag.attrs.n;
    if (!/^[1-9]\d*$/u.test(number ?? '')) {
      fault(tag.line, `<${tag.name}> without a number n`);
      return { content: [] };
    }
    if (!byNumber.has(number)) {
      byNumber.set(number, { n: Number(number), source: null, cue: null, content: [], line: tag.line });
    }
    return byNumber.get(number);
  };
  for (const node of assertionNodes) {
    for (const tag of descendants(node, 's')) {
      const attribution = attributionOf(tag);
      if (attribution.source) fault(tag.line, `second <s> for attribution ${tag.attrs.n}`);
      attribution.source ??= { ...spanOf(tag), entity: tag.attrs.e ?? null, line: tag.line };
    }
    for (const tag of descendants(node, 'c')) {
      const attribution = attributionOf(tag);
      if (attribution.cue) fault(tag.line, `second <c> for attribution ${tag.attrs.n}`);
      attribution.cue ??= spanOf(tag);
    }
    for (const tag of descendants(node, 't')) attributionOf(tag).content.push(spanOf(tag));
  }
  return [...byNumber.values()].sort((a, b) => a.n - b.n);
}

/**
 * Reads one article. Beside the labels the answer holds `faults`, what was found wrong with the structure while reading,
 * and source lines, which `validate` uses for its messages.
 */
export function readArticle(xmlText) {
  const root = parseTree(xmlText);
  const faults = [];
  const fault = (line, message) => faults.push(`line ${line}: ${message}`);
  const entityReference = /&(?!amp;|lt;|gt;)[^;\s]*;?/u.exec(xmlText);
  if (entityReference) fault(1, `only &amp; &lt; &gt; may be used, not ${entityReference[0]}`);
  if (/<!DOCTYPE/u.test(xmlText)) fault(1, 'no DTD is allowed');
  if (root.name !== 'article') fault(root.line, `the root must be <article>, not <${root.name}>`);
  checkElement(root, '#root', fault);

  const builder = new TextBuilder();
  const entities = [];
  const blocks = [];
  const assertions = [];
  const assertionNodes = [];
  for (const child of root.children) {
    if (typeof child === 'string') {
      if (child.trim()) fault(root.line, `text outside a block: ${JSON.stringify(child.trim())}`);
      continue;
    }
    checkElement(child, root.name, fault);
    if (child.name === 'entity') {
      if (blocks.length > 0) fault(child.line, '<entity> must stand before the blocks');
      entities.push({ id: child.attrs.id, name: child.attrs.name, type: child.attrs.type, line: child.line });
    } else if (BLOCKS.includes(child.name)) {
      readBlock(child, builder, fault);
      blocks.push({ kind: child.name, ...spanOf(child), line: child.line });
      for (const node of descendants(child, 'a')) {
        assertionNodes.push(node);
        assertions.push(readAssertion(node, child.name, fault));
      }
    }
  }
  const { id, genre, variety, quotes, split } = root.attrs;
  return {
    id,
    genre,
    variety,
    quotes,
    split,
    entities,
    text: builder.chars.join(''),
    blocks,
    assertions,
    attributions: readAttributions(assertionNodes, fault),
    faults,
  };
}

// ---------------------------------------------------------------- checking

const oneOf = (value, allowed) => allowed.includes(value);

/** The words of a text: runs with at least one letter or digit between white space. */
export function wordsOf(text) {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Lower-cased word forms: letters with inner apostrophes, a final 's taken off, hyphenated compounds taken apart. */
export function formsOf(text) {
  const forms =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/\p{L}[\p{L}\p{M}]*(?:'\p{L}+)*/gu) ?? [];
  return forms.map((form) => form.replace(/'s$/u, ''));
}

function checkHead(article, fault) {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(article.id ?? '')) fault(1, `bad article id "${article.id}"`);
  if (!/^[a-z]+(?:-[a-z]+)*$/u.test(article.genre ?? '')) fault(1, `bad genre "${article.genre}"`);
  if (!oneOf(article.variety, VARIETIES)) fault(1, `unknown variety "${article.variety}"`);
  if (!oneOf(article.quotes, QUOTE_STYLES)) fault(1, `unknown quotes "${article.quotes}"`);
  if (!oneOf(article.split, SPLITS)) fault(1, `unknown split "${article.split}"`);
  const words = wordsOf(article.text).length;
  if (words < MIN_WORDS || words > MAX_WORDS) fault(1, `${words} words, not ${MIN_WORDS} to ${MAX_WORDS}`);
  const wrongMark = article.quotes?.startsWith('curly') ? '"' : /[“”]/u.exec(article.text)?.[0];
  if (wrongMark && article.text.includes(wrongMark))
    fault(1, `a ${wrongMark} in an article with ${article.quotes} quotes`);
}

function checkEntities(article, fault) {
  const seen = new Set();
  for (const entity of article.entities) {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(entity.id ?? '')) fault(entity.line, `bad entity id "${entity.id}"`);
    if (seen.has(entity.id)) fault(entity.line, `duplicate entity id "${entity.id}"`);
    if (!entity.name) fault(entity.line, `entity "${entity.id}" without a name`);
    if (!oneOf(entity.type, ENTITY_TYPES)) fault(entity.line, `unknown entity type "${entity.type}"`);
    seen.add(entity.id);
  }
  const used = new Set([
    ...article.attributions.map((attribution) => attribution.source?.entity),
    ...article.assertions.map((assertion) => assertion.allegation?.accused),
  ]);
  for (const entity of article.entities) {
    if (!used.has(entity.id)) fault(entity.line, `entity "${entity.id}" is neither a source nor accused`);
  }
  return seen;
}

function checkKind(assertion, fault) {
  const { kind, blockKind, line } = assertion;
  if (!oneOf(kind, KINDS)) fault(line, `unknown kind "${kind}"`);
  for (const special of ['headline', 'caption']) {
    if ((blockKind === special) !== (kind === special)) fault(line, `kind "${kind}" in <${blockKind}>`);
  }
}

function checkSourcing(assertion, numbers, fault) {
  const { sourcing, attribution, line, mentions } = assertion;
  if (!oneOf(sourcing, SOURCINGS)) fault(line, `unknown sourcing "${sourcing}"`);
  if (sourcing === 'unattributed') {
    if (attribution !== null) fault(line, 'n on an unattributed assertion');
    if (mentions.length > 0) fault(line, 's, c or t inside an unattributed assertion');
    return;
  }
  if (attribution === null) fault(line, `${sourcing} without n`);
  else if (!numbers.has(attribution)) fault(line, `attribution ${attribution} has no source, cue or content`);
  else if (!mentions.includes(String(attribution)))
    fault(line, `no s, c or t with n="${attribution}" inside the assertion`);
}

function checkAllegation(assertion, entityIds, fault) {
  const { allegation, line } = assertion;
  if (!allegation) return;
  if (!oneOf(allegation.category, ALLEGATIONS)) fault(line, `unknown allegation "${allegation.category}"`);
  if (!allegation.accused) fault(line, 'al without who');
  else if (!entityIds.has(allegation.accused)) fault(line, `who names no entity: "${allegation.accused}"`);
}

const QUOTE_MARK = /["“”]|(?<![\p{L}\p{N}])['‘]|['’](?![\p{L}\p{N}])/u;

/** A quoted assertion holds a quotation mark, or stands between two of the same attribution that do. */
function checkQuotationMarks(article, chars, fault) {
  const hasMark = (assertion) => QUOTE_MARK.test(chars.slice(assertion.start, assertion.end).join(''));
  const { assertions } = article;
  assertions.forEach((assertion, index) => {
    if (assertion.sourcing !== 'quoted' || hasMark(assertion)) return;
    const markedTowards = (step) => {
      for (let at = index + step; at >= 0 && at < assertions.length; at += step) {
        const other = assertions[at];
        if (other.sourcing !== 'quoted' || other.attribution !== assertion.attribution) return false;
        if (hasMark(other)) return true;
      }
      return false;
    };
    if (!markedTowards(-1) || !markedTowards(1)) fault(assertion.line, 'quoted without quotation marks');
  });
}

const ABBREVIATION =
  /(?:^|[\s(“"‘'])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Sgt|Lt|Col|Gen|Capt|Rev|Gov|Sen|Rep|Prof|Jr|Sr|No|Nos|vs|Inc|Co|Corp|Ltd|Bros|Mt|Ft|Ave|[ap]\.m|(?:\p{Lu}\.)+\p{Lu}|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$/u;

const LIST_NUMBER = /^[\s(]*\d{1,2}$/u;

/** An assertion never crosses a sentence end. */
function checkSentenceEnds(article, chars, fault) {
  for (const assertion of article.assertions) {
    const text = chars.slice(assertion.start, assertion.end).join('');
    for (const match of text.matchAll(/\.["”’']*\s+["“‘']*\p{Lu}/gu)) {
      const before = text.slice(0, match.index);
      if (ABBREVIATION.test(before) || LIST_NUMBER.test(before)) continue;
      fault(
        assertion.line,
        `a sentence ends inside the assertion: ${JSON.stringify(text.slice(Math.max(0, match.index - 20), match.index + 12))}`,
      );
    }
  }
}

function checkAttributions(article, entityIds, fault) {
  for (const { source, line, n } of article.attributions) {
    if (!source) continue;
    if (!source.entity) fault(source.line, `<s n="${n}"> without e`);
    else if (!entityIds.has(source.entity)) fault(source.line ?? line, `missing entity "${source.entity}"`);
  }
}

function checkBlocks(article, fault) {
  if (!article.blocks.some((block) => block.kind === 'headline')) fault(1, 'no headline');
  if (article.assertions.length === 0) fault(1, 'no assertions');
  for (const { start, end, line } of article.assertions) {
    if (!article.blocks.some((block) => block.start <= start && end <= block.end))
      fault(line, 'assertion crosses a block');
  }
  for (const assertion of article.assertions) {
    if (assertion.end <= assertion.start) fault(assertion.line, 'empty assertion');
  }
}

/** Every fault of an article read with `readArticle`, each opened by its line. */
export function validate(article) {
  const faults = [...(article.faults ?? [])];
  const fault = (line, message) => faults.push(`line ${line ?? '?'}: ${message}`);
  const chars = [...article.text];
  const numbers = new Set(article.attributions.map((attribution) => attribution.n));
  checkHead(article, fault);
  checkBlocks(article, fault);
  const entityIds = checkEntities(article, fault);
  for (const assertion of article.assertions) {
    checkKind(assertion, fault);
    checkSourcing(assertion, numbers, fault);
    checkAllegation(assertion, entityIds, fault);
  }
  checkQuotationMarks(article, chars, fault);
  checkSentenceEnds(article, chars, fault);
  checkAttributions(article, entityIds, fault);
  return faults;
}

// ---------------------------------------------------------------- summary

function fiveGramsOf(text) {
  const words = formsOf(text);
  const grams = new Set();
  for (let at = 0; at + 5 <= words.length; at += 1) grams.add(words.slice(at, at + 5).join(' '));
  return grams;
}

/** The pair of articles with the highest share of common 5-grams, measured against the shorter of the two. */
export function highestSharedFiveGrams(articles) {
  const grams = articles.map((article) => fiveGramsOf(article.text));
  let worst = { share: 0, pair: [] };
  for (let a = 0; a < grams.length; a += 1) {
    for (let b = a + 1; b < grams.length; b += 1) {
      const common = [...grams[a]].filter((gram) => grams[b].has(gram)).length;
      const share = common / Math.max(1, Math.min(grams[a].size, grams[b].size));
      if (share > worst.share) worst = { share, pair: [articles[a].id, articles[b].id] };
    }
  }
  return worst;
}

function countBy(items, key) {
  const counts = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The figures the corpus is described by. */
export function summarise(articles) {
  const assertions = articles.flatMap((article) => article.assertions);
  return {
    articles: articles.length,
    byGenre: countBy(articles, (article) => article.genre),
    bySplit: countBy(articles, (article) => article.split),
    words: articles.reduce((sum, article) => sum + wordsOf(article.text).length, 0),
    wordForms: new Set(articles.flatMap((article) => formsOf(article.text))).size,
    assertions: assertions.length,
    bySourcing: countBy(assertions, (assertion) => assertion.sourcing),
    byKind: countBy(assertions, (assertion) => assertion.kind),
    byAllegation: countBy(
      assertions.filter((assertion) => assertion.allegation),
      (assertion) => assertion.allegation.category,
    ),
    hedged: assertions.filter((assertion) => assertion.allegation?.hedged).length,
    attributions: articles.reduce((sum, article) => sum + article.attributions.length, 0),
    fiveGrams: highestSharedFiveGrams(articles),
  };
}

// ---------------------------------------------------------------- command line

const listed = (counts) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

function printSummary(figures) {
  const { share, pair } = figures.fiveGrams;
  console.log(`articles      ${figures.articles} (${listed(figures.byGenre)})`);
  console.log(`splits        ${listed(figures.bySplit)}`);
  console.log(`words         ${figures.words}, distinct forms ${figures.wordForms}`);
  console.log(`assertions    ${figures.assertions} (${listed(figures.bySourcing)})`);
  console.log(`kinds         ${listed(figures.byKind)}`);
  console.log(`allegations   ${listed(figures.byAllegation)}; hedged ${figures.hedged}`);
  console.log(`attributions  ${figures.attributions}`);
  console.log(`5-gram share  ${(100 * share).toFixed(2)} % ${pair.join(' / ')}`);
}

function readFileFaults(file) {
  try {
    const article = readArticle(readFileSync(file, 'utf8'));
    const faults = validate(article);
    if (`${article.id}.xml` !== basename(file)) faults.unshift(`line 1: id "${article.id}" in ${basename(file)}`);
    return { article, faults };
  } catch (error) {
    return { article: null, faults: [`malformed XML: ${error.message}`] };
  }
}

function main(files) {
  const folder = join(dirname(fileURLToPath(import.meta.url)), 'articles');
  const paths =
    files.length > 0
      ? files
      : readdirSync(folder)
          .filter((name) => name.endsWith('.xml'))
          .sort()
          .map((name) => join(folder, name));
  const articles = [];
  let faultCount = 0;
  for (const path of paths) {
    const { article, faults } = readFileFaults(path);
    if (article) articles.push(article);
    for (const fault of faults) console.log(`${basename(path)}: ${fault}`);
    faultCount += faults.length;
  }
  const figures = summarise(articles);
  printSummary(figures);
  console.log(faultCount === 0 ? 'no faults' : `${faultCount} faults`);
  const tooAlike = figures.fiveGrams.share > MAX_SHARED_FIVEGRAMS;
  if (tooAlike) console.log('two articles share too much wording');
  return faultCount > 0 || tooAlike ? 1 : 0;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  process.exitCode = main(process.argv.slice(2));
}
