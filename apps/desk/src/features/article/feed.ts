import { type IngestArticle } from '@proofdesk/contract';

/** What stands in the form; empty strings where nothing was typed. */
export interface Feed {
  readonly form: 'text' | 'html';
  readonly words: string;
  readonly title: string;
  readonly byline: string;
  readonly url: string;
  readonly publishedOn: string;
  readonly authorPersonId: string;
  readonly origin: 'draft' | 'published';
}

export const emptyFeed: Feed = {
  form: 'text',
  words: '',
  title: '',
  byline: '',
  url: '',
  publishedOn: '',
  authorPersonId: '',
  origin: 'draft',
};

/** The request that the form stands for. What was left empty is left out. */
export function ingestOf({ form, words, origin, ...rest }: Feed): IngestArticle {
  const typed = Object.fromEntries(
    Object.entries(rest)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
  return form === 'html' ? { html: words, origin, ...typed } : { text: words, origin, ...typed };
}
