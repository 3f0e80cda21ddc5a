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
import { validate } from './tools/check-article.mjs';
import { readArticle } from './tools/read-article.mjs';
import { summarise } from './tools/summarise.mjs';

export { readArticle, summarise, validate };

/** The greatest share of 5-grams that two articles may have in common. */
export const MAX_SHARED_FIVEGRAMS = 0.02;

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

/** An article with its faults; null where it cannot be read at all. */
export function readFileFaults(file) {
  try {
    const article = readArticle(readFileSync(file, 'utf8'));
    const faults = validate(article);
    if (`${article.id}.xml` !== basename(file)) faults.unshift(`line 1: id "${article.id}" in ${basename(file)}`);
    return { article, faults };
  } catch (error) {
    return { article: null, faults: [`malformed XML: ${error.message}`] };
  }
}

/** The files of all articles. */
export function articleFiles() {
  const folder = join(dirname(fileURLToPath(import.meta.url)), 'articles');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => join(folder, name));
}

function main(files) {
  const paths = files.length > 0 ? files : articleFiles();
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
