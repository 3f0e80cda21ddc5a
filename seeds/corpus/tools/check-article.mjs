import { ALLEGATIONS, ENTITY_TYPES, KINDS, QUOTE_STYLES, SOURCINGS, SPLITS, VARIETIES, WORDINGS } from './format.mjs';
import { wordsOf } from './words.mjs';

const MIN_WORDS = 150;
const MAX_WORDS = 500;

const oneOf = (value, allowed) => allowed.includes(value);

function checkHead(article, fault) {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(article.id ?? '')) fault(1, `bad article id "${article.id}"`);
  if (!/^[a-z]+(?:-[a-z]+)*$/u.test(article.genre ?? '')) fault(1, `bad genre "${article.genre}"`);
  if (!oneOf(article.variety, VARIETIES)) fault(1, `unknown variety "${article.variety}"`);
  if (!oneOf(article.quotes, QUOTE_STYLES)) fault(1, `unknown quotes "${article.quotes}"`);
  if (!oneOf(article.wording, WORDINGS)) fault(1, `unknown wording "${article.wording}"`);
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
