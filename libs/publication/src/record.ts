/** What the published record of one verdict is made of. Instants are RFC 3339, days YYYY-MM-DD, offsets code points. */
export interface PublishedRecord {
  /** Absolute address of the public page of this verdict. */
  readonly url: string;
  readonly newsroom: { readonly name: string; readonly url: string };
  readonly claimReviewed: string;
  readonly publishedAt: string;
  readonly rating: { readonly label: string; readonly value: number };
  readonly ratingRange: { readonly worst: number; readonly best: number };
  readonly rationale: string;
  readonly approvals: number;
  readonly assertion: RecordedAssertion;
  readonly article: RecordedArticle;
  readonly evidence: readonly RecordedEvidence[];
  readonly retraction: { readonly at: string; readonly publicNote: string } | null;
}

export type Sourcing = 'quoted' | 'reported' | 'documented' | 'anonymous' | 'self' | 'unattributed';

export interface RecordedAssertion {
  readonly exact: string;
  readonly sourcing: Sourcing;
  readonly sourceName: string | null;
  /** `person`, `organization`, `document`, `group`, `self`, `unknown`. */
  readonly sourceType: string | null;
}

export interface RecordedArticle {
  readonly title: string;
  readonly url: string | null;
  readonly byline: string | null;
  readonly publishedOn: string | null;
  /** `draft`: the newsroom's own, about to be printed. `published`: printed by somebody else. */
  readonly origin: 'draft' | 'published';
}

export interface RecordedEvidence {
  readonly title: string;
  readonly url: string | null;
  readonly quote: string;
  readonly note: string;
  readonly origin: string;
  readonly stance: 'supports' | 'refutes' | 'context';
  readonly isPrimary: boolean;
  readonly sha256: string;
  readonly withdrawnAt: string | null;
}
