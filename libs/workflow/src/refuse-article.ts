import { MAX_ARTICLE_BYTES, type ArticleRefusal } from '@proofdesk/articles';
import { refuse } from './refusal.js';

const mebibytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

/** Why a text was not taken in, with what to do about it. */
export function refusalOfArticle(refusal: ArticleRefusal) {
  switch (refusal.code) {
    case 'empty':
      return refuse('article.empty', 'There is no letter or digit in this text.');
    case 'too_large':
      return refuse(
        'article.too_large',
        `The text has ${mebibytes(refusal.bytes)} MiB; at most ${mebibytes(MAX_ARTICLE_BYTES)} MiB are taken.`,
      );
    case 'not_utf8':
      return refuse(
        'article.not_utf8',
        `The text is not valid UTF-8 at offset ${refusal.offset}. Save it as UTF-8 and send it again.`,
      );
    case 'binary':
      return refuse('article.binary', `This is not a text: ${refusal.why}.`);
  }
}
