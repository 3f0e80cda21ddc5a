import { type Risk } from './label-rules.js';

/** Smaller comes first. */
export const RISK_RANK: Readonly<Record<Risk, number>> = { serious: 0, sensitive: 1, normal: 2 };

export interface QueuePlace {
  readonly assertionId: string;
  readonly risk: Risk;
  /** 0 to 1. */
  readonly checkWorthiness: number;
  /** RFC 3339, UTC, one precision, so that text order is time order. */
  readonly queuedAt: string;
  readonly returnedToPersonId: string | null;
}

/** The order of the review queue for one viewer: returned to me, then risk, then check-worthiness, then age, then id. */
export function compareQueuePlaces(viewerPersonId: string | null): (a: QueuePlace, b: QueuePlace) => number {
  const key = (place: QueuePlace): readonly (number | string)[] => [
    viewerPersonId !== null && place.returnedToPersonId === viewerPersonId ? 0 : 1,
    RISK_RANK[place.risk],
    -place.checkWorthiness,
    place.queuedAt,
    place.assertionId,
  ];
  return (a, b) => {
    const left = key(a);
    const right = key(b);
    for (let i = 0; i < left.length; i += 1) {
      const [x, y] = [left[i] ?? 0, right[i] ?? 0];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  };
}
