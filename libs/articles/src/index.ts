export {
  MAX_ARTICLE_BYTES,
  receiveText,
  type ArticleRefusal,
  type Received,
  type ReceivedText,
} from './receive-text.js';
export { deriveTitle } from './derive-title.js';
