import { type Attribution } from '../attributions/attribution.js';
import { type Sourcing } from '../check.js';

/**
 * The label an attribution gives to what it covers (design, section 3). Precedence: quoted, self, documented, reported,
 * anonymous; a quotation of nobody in particular stays anonymous.
 */
export function sourcingOf(one: Pick<Attribution, 'source' | 'direct' | 'manner'>): Sourcing {
  const { source, direct, manner } = one;
  if (!source || (manner === 'passive' && !source.named)) return 'anonymous';
  if (source.type === 'self') return 'self';
  if (source.type === 'group') return manner === 'act' && source.named ? 'reported' : 'anonymous';
  if (source.type === 'document') return direct && manner !== 'nominal' ? 'quoted' : 'documented';
  return direct ? 'quoted' : 'reported';
}
