import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../../seeds/corpus/validate.mjs';

const folder = join(import.meta.dirname, '../../seeds/corpus/articles');

/** The plain texts of the corpus's articles, in the order of their file names. */
export const corpusTexts = (most = Infinity) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.xml'))
    .sort()
    .slice(0, most)
    .map((file) => readArticle(readFileSync(join(folder, file), 'utf8')).text);
