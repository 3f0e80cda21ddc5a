import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkHold } from './lease.js';
import { isCheckable, needsSource, riskOf, triage, type Label } from './label-rules.js';
import { compareQueuePlaces, type QueuePlace } from './queue-order.js';

const places: fc.Arbitrary<QueuePlace> = fc.record({
  assertionId: fc.uuid(),
  risk: fc.constantFrom('serious', 'sensitive', 'normal'),
  checkWorthiness: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
  queuedAt: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString()),
  returnedToPersonId: fc.constantFrom(null, 'me', 'you'),
});

const labels: fc.Arbitrary<Label> = fc.record({
  sourcing: fc.constantFrom('quoted', 'reported', 'documented', 'anonymous', 'self', 'unattributed'),
  kind: fc.constantFrom('statement', 'opinion', 'prediction', 'question', 'directive', 'headline', 'caption'),
  allegation: fc.constantFrom(null, { category: 'fraud' }),
});

describe('the order of the review queue', () => {
  it('is total: sorting twice, from any order, gives the same list', () => {
    fc.assert(
      fc.property(fc.uniqueArray(places, { selector: (place) => place.assertionId, maxLength: 30 }), (list) => {
        const order = compareQueuePlaces('me');
        const once = [...list].sort(order);
        expect([...list].reverse().sort(order)).toEqual(once);
      }),
    );
  });

  it('puts what was returned to me before everything, then serious before sensitive before normal', () => {
    fc.assert(
      fc.property(fc.array(places, { maxLength: 30 }), (list) => {
        const ranks = [...list]
          .sort(compareQueuePlaces('me'))
          .map(({ returnedToPersonId, risk }) =>
            returnedToPersonId === 'me' ? 0 : ['serious', 'sensitive', 'normal'].indexOf(risk) + 1,
          );
        expect(ranks).toEqual([...ranks].sort());
      }),
    );
  });

  it('does not care for what was returned to somebody else', () => {
    const place = { risk: 'normal', checkWorthiness: 0.5, queuedAt: '2031-01-01T00:00:00.000Z' } as const;
    const a = { ...place, assertionId: 'a', returnedToPersonId: null };
    const b = { ...place, assertionId: 'b', returnedToPersonId: 'you' };
    expect(compareQueuePlaces('me')(a, b)).toBeLessThan(0);
    expect(compareQueuePlaces('you')(a, b)).toBeGreaterThan(0);
  });
});

describe('what follows from a label', () => {
  it('never triages an allegation away, and never calls one normal', () => {
    fc.assert(
      fc.property(labels, (label) => {
        if (label.allegation === null) expect(riskOf(label)).toBe('normal');
        else {
          expect(isCheckable(label)).toBe(true);
          expect(triage(label).state).toBe('queued');
          expect(riskOf(label)).toBe(needsSource(label) ? 'serious' : 'sensitive');
        }
      }),
    );
  });

  it('asks for a source exactly where it is checkable and nobody is named', () => {
    fc.assert(
      fc.property(labels, (label) => {
        const nobody = ['anonymous', 'self', 'unattributed'].includes(label.sourcing);
        expect(needsSource(label)).toBe(isCheckable(label) && nobody);
      }),
    );
  });

  it('says why it triages', () => {
    const label = { sourcing: 'unattributed', allegation: null } as const;
    expect(triage({ ...label, kind: 'opinion' })).toEqual({ state: 'dismissed', reason: 'opinion' });
    expect(triage({ ...label, kind: 'question' })).toEqual({ state: 'dismissed', reason: 'not_checkable' });
    expect(triage({ ...label, kind: 'headline' })).toEqual({ state: 'queued' });
  });
});

describe('a lease', () => {
  it('lets only the holder with the newest token write', () => {
    expect(checkHold({ holderPersonId: 'me', token: '7' }, 'me', '7')).toBeNull();
    expect(checkHold({ holderPersonId: 'me', token: '8' }, 'me', '7')).toBe('token_is_old');
    expect(checkHold({ holderPersonId: 'you', token: '7' }, 'me', '7')).toBe('held_by_other');
    expect(checkHold({ holderPersonId: null, token: '7' }, 'me', '7')).toBe('not_held');
  });
});
