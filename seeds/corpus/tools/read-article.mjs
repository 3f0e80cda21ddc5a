import { SaxesParser } from 'saxes';
import { ATTRIBUTES, BLOCKS, PARENTS } from './format.mjs';

const isSpace = (char) => /\s/u.test(char);

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
  const { id, genre, variety, quotes, wording = 'usual', split } = root.attrs;
  return {
    id,
    genre,
    variety,
    quotes,
    wording,
    split,
    entities,
    text: builder.chars.join(''),
    blocks,
    assertions,
    attributions: readAttributions(assertionNodes, fault),
    faults,
  };
}
