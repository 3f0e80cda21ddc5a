import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { approvalsNeeded, graverRisk, ruleOnApproval, type Risk } from './approval.js';
import { whyStale } from './binding.js';
import { faultsOfScale, findRating, ratingRange } from './rating-scale.js';

const people = ['ines', 'omar', 'wen', 'juno', 'tala'] as const;
const anybody = fc.constantFrom(...people);
const risks = fc.constantFrom<Risk>('serious', 'sensitive', 'normal');

describe('four eyes', () => {
  it('never completes with a proposer, the author, or fewer people than needed, whoever tries in whatever order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anybody, { minLength: 1, maxLength: 2 }),
        fc.option(anybody),
        risks,
        fc.array(anybody, { maxLength: 12 }),
        (proposers, author, risk, tries) => {
          const approvedBy: string[] = [];
          let complete = false;
          for (const approverPersonId of tries) {
            const ruling = ruleOnApproval({
              approverPersonId,
              proposerPersonIds: proposers,
              authorPersonId: author,
              approvedBy,
              risk,
            });
            if (!ruling.ok) continue;
            approvedBy.push(approverPersonId);
            complete = ruling.complete;
            expect(ruling.given).toBe(approvedBy.length);
            if (complete) break;
          }
          expect(approvedBy.some((person) => proposers.some((proposer) => proposer === person))).toBe(false);
          expect(approvedBy).not.toContain(author);
          expect(new Set(approvedBy).size).toBe(approvedBy.length);
          expect(complete).toBe(approvedBy.length >= approvalsNeeded(risk));
        },
      ),
    );
  });

  it('says which rule stands in the way', () => {
    const ask = { proposerPersonIds: ['ines'], authorPersonId: 'omar', approvedBy: ['wen'], risk: 'serious' } as const;
    expect(ruleOnApproval({ ...ask, approverPersonId: 'ines' })).toEqual({ ok: false, fault: 'own_verdict' });
    expect(ruleOnApproval({ ...ask, approverPersonId: 'omar' })).toEqual({ ok: false, fault: 'own_article' });
    expect(ruleOnApproval({ ...ask, approverPersonId: 'wen' })).toEqual({ ok: false, fault: 'already_given' });
    expect(ruleOnApproval({ ...ask, approverPersonId: 'juno' })).toEqual({
      ok: true,
      given: 2,
      needed: 2,
      complete: true,
    });
  });

  it('never asks for less because the risk was lowered later', () => {
    fc.assert(
      fc.property(risks, risks, (a, b) => {
        const graver = graverRisk(a, b);
        expect(approvalsNeeded(graver)).toBe(Math.max(approvalsNeeded(a), approvalsNeeded(b)));
        expect(graverRisk(b, a)).toBe(graver);
      }),
    );
  });
});

describe('a binding', () => {
  const bound = { revisionId: 'r', exactSha256: 'w', evidenceSha256: 'e', scaleId: 's', scaleVersion: 1 };

  it('holds while nothing has changed, and names each thing that has', () => {
    expect(whyStale(bound, { ...bound })).toEqual([]);
    expect(whyStale(bound, { ...bound, exactSha256: 'x' })).toEqual(['the words of the assertion have changed']);
    expect(
      whyStale(bound, { revisionId: 'q', exactSha256: 'x', evidenceSha256: 'f', scaleId: 't', scaleVersion: 2 }),
    ).toHaveLength(4);
  });
});

describe('a rating scale', () => {
  const rating = (key: string, value: number) => ({ key, value, label: key, definition: '' });
  const scale = {
    id: 's',
    version: 1,
    name: 'S',
    ratings: [rating('no', 1), rating('yes', 5), rating('cannot-tell', 0)],
  };

  it('finds ratings and keeps those outside the order out of the range', () => {
    expect(findRating(scale, 'yes')?.value).toBe(5);
    expect(findRating(scale, 'maybe')).toBeNull();
    expect(ratingRange(scale)).toEqual({ worst: 1, best: 5 });
    expect(ratingRange({ ...scale, ratings: [] })).toEqual({ worst: 0, best: 0 });
  });

  it('says what is wrong with a scale', () => {
    expect(faultsOfScale(scale)).toEqual([]);
    expect(faultsOfScale({ ...scale, ratings: [rating('no', 1.5), rating('no', 2)] })).toHaveLength(2);
    expect(faultsOfScale({ ...scale, ratings: [] })).toHaveLength(1);
  });
});
