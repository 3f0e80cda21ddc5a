import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FeatureNames, type Features, term } from './features.js';
import { LinearModels } from './linear-model.js';

const terms = fc.array(fc.stringMatching(/^[a-z’#?-]{0,3}$/).map(term), { minLength: 1, maxLength: 3 });
function addAll(out: Features, all: readonly (readonly ReturnType<typeof term>[])[]): void {
  for (const [a = term(''), b, c] of all) out.add(a, b, c);
}

describe('features', () => {
  it('leave out for training what no file of weights could hold', () => {
    const names = new FeatureNames().add(term('w'), term('10:30am')).add(term('w'), term('ten')).add(term('a b'));
    expect([...names.names]).toEqual(['w:ten']);
  });
});

describe('LinearModels', () => {
  const models = new LinearModels([
    { bias: -1, weights: 'harm 150;harm:fraud -25' },
    { bias: 0.5, weights: 'w:ten 25' },
  ]);

  it('add up the weights of each model, of each feature once', () => {
    models.clear().add(term('harm')).add(term('harm'), term('fraud')).add(term('unknown')).add(term('harm'));
    expect(models.scores()).toEqual([0.25, 0.5]);
    expect(models.clear().add(term('w'), term('ten')).scores()).toEqual([-1, 0.75]);
  });

  it('know what was added, with weights or without, and nothing of the round before', () => {
    models.clear().add(term('harm'), term('fraud')).add(term('unknown')).add(term('harm'));
    expect(['harm', 'fraud', 'unknown', 'w'].map((name) => models.has(term(name)))).toEqual([true, false, true, false]);
    expect(['harm', 'unknown'].map((name) => models.clear().has(term(name)))).toEqual([false, false]);
  });

  it('weigh the features that the trainer sees by name, round after round', () => {
    const weights = new Map(['a', 'a:b', 'b:a', 'c', 'a:a:a', ':b'].map((name, i) => [name, i * i + 1]));
    const one = new LinearModels([{ bias: 0, weights: [...weights].map((entry) => entry.join(' ')).join(';') }]);
    fc.assert(
      fc.property(fc.array(terms, { maxLength: 200 }), (all) => {
        const names = new FeatureNames();
        addAll(names, all);
        addAll(one.clear(), all);
        const sum = [...names.names].reduce((total, name) => total + (weights.get(name) ?? 0), 0);
        expect(one.scores()[0]).toBeCloseTo(sum / 100, 9);
      }),
      { numRuns: 60 },
    );
  });
});
