import { type PublishedRecord, type RecordedArticle, type RecordedAssertion } from './record.js';

/** What decides whether a claim has an origin outside the newsroom. */
export interface OriginFacts {
  readonly assertion: Pick<RecordedAssertion, 'sourcing' | 'sourceName' | 'sourceType'>;
  readonly article: Pick<RecordedArticle, 'origin' | 'url'>;
  readonly newsroom: Pick<PublishedRecord['newsroom'], 'url'>;
}

const named = ['quoted', 'reported', 'documented'];
const nobody = ['group', 'self'];

/** Whether the text ties the claim to a source that a reader could name. */
export function hasNamedSource({ sourcing, sourceName, sourceType }: OriginFacts['assertion']): boolean {
  return named.includes(sourcing) && Boolean(sourceName?.trim()) && !nobody.includes(sourceType ?? 'unknown');
}

/** The address where somebody else printed the claim, or `null`: a draft, no address, or an address of the newsroom itself. */
export function outsideAppearance({ article, newsroom }: Pick<OriginFacts, 'article' | 'newsroom'>): string | null {
  if (article.origin !== 'published' || article.url === null) return null;
  return isSameSite(article.url, newsroom.url) ? null : article.url;
}

/**
 * Why the claim has no origin outside the newsroom, in plain words; `null` where it has one. Google's rule for
 * ClaimReview: the claim must be attributed "to a distinct origin (separate from your website)".
 */
export function originFault(facts: OriginFacts): string | null {
  if (hasNamedSource(facts.assertion) || outsideAppearance(facts) !== null) return null;
  if (facts.article.origin === 'draft') {
    return facts.assertion.sourcing === 'anonymous'
      ? 'The claim rests on nobody whom a reader could name, and the text is the newsroom’s own draft.'
      : 'The claim is in the newsroom’s own voice: a newsroom does not rate itself by ClaimReview.';
  }
  return facts.article.url === null
    ? 'Nobody is named as the source, and no address says where the claim was printed.'
    : 'The claim was printed on the newsroom’s own site and names nobody else as its source.';
}

/** Same host, or one a subdomain of the other. An address that cannot be read counts as the newsroom's own: nothing is exported on doubt. */
function isSameSite(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return true;
  const [a, b] = [new URL(one).hostname, new URL(other).hostname];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}
