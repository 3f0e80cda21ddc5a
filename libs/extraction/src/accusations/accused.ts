import { type Draft } from '../draft.js';
import { linearScore } from '../learning/linear-model.js';
import { ACCUSED_WEIGHTS } from '../models/accused.generated.js';
import { partiesOf } from './parties.js';
import { eachPartyRow } from './party-features.js';
import { standingsOf } from './party-standing.js';

/**
 * Whom the drafts of an article accuse, given how likely each accuses (0 where it does not): for each draft that does, the party
 * among all of which the article speaks for which most speaks; null for the others, and where the article speaks of nobody. A
 * choice among candidates by a log-linear model, as in mention ranking for coreference (Denis and Baldridge 2008).
 */
export function accusedBy(drafts: readonly Draft[], sureness: ArrayLike<number>): (string | null)[] {
  const parties = partiesOf(drafts);
  if (parties.length === 0) return drafts.map(() => null);
  const standings = standingsOf(drafts, parties, sureness);
  return drafts.map((_, at) => {
    if (!sureness[at]) return null;
    let [best, most] = [0, -Infinity];
    eachPartyRow(drafts, at, standings, (row, party) => {
      const score = linearScore(0, ACCUSED_WEIGHTS, row);
      if (score > most) [best, most] = [party, score];
    });
    return parties[best]?.text ?? null;
  });
}
