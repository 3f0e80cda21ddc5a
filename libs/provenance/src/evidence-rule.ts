import { countIndependent, siteOf, type Traceable } from './independence.js';

export type Risk = 'serious' | 'sensitive' | 'normal';

/** A piece that has not been withdrawn. */
export interface StandingEvidence extends Traceable {
  /** A record, ruling, dataset or the like made at the time by who had to know, not a report about it. */
  readonly isPrimary: boolean;
}

export interface EvidenceRuling {
  readonly met: boolean;
  /** Pieces there are, and too few of them. */
  readonly fault: null | 'incomplete' | 'not_independent';
  /** What must still be attached, in words; empty when the rule is met. */
  readonly needed: readonly string[];
}

const met: EvidenceRuling = { met: true, fault: null, needed: [] };

/**
 * The evidence rule: normal 1 piece; sensitive 2 independent pieces; serious 2 independent pieces or 1 primary record.
 * Pieces from the article's own site back nothing up beyond a normal assertion.
 */
export function ruleOnEvidence(
  risk: Risk,
  pieces: readonly StandingEvidence[],
  articleUrl: string | null,
): EvidenceRuling {
  if (risk === 'normal') {
    return pieces.length > 0 ? met : { met: false, fault: 'incomplete', needed: ['one piece of evidence'] };
  }
  const site = articleUrl === null ? null : siteOf(articleUrl);
  const outside = pieces.filter((piece) => site === null || piece.url === null || siteOf(piece.url) !== site);
  if (risk === 'serious' && outside.some((piece) => piece.isPrimary)) return met;
  if (countIndependent(pieces, site) >= 2) return met;
  const wanted =
    risk === 'serious'
      ? 'two independent pieces of evidence or one primary record'
      : 'two independent pieces of evidence';
  if (pieces.length < 2) return { met: false, fault: 'incomplete', needed: [wanted] };
  return {
    met: false,
    fault: 'not_independent',
    needed: [wanted, 'the pieces attached share an origin or a site, or come from the article itself'],
  };
}
