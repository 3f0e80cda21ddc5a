import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FeatureNames, FeatureSet, type Features, idOfName, term } from './features.js';
import { LinearModels } from './linear-model.js';

const terms = fc.array(fc.stringMatching(/^[a-z’#?-]{0,6}$/).map(term), { minLength: 1, maxLength: 3 });
function addAll(out: Features, all: readonly (readonly ReturnType<typeof term>[])[]): void {
  for (const [a = term(''), b, c] of all) out.add(a, b, c);
}

describe('features', () => {
  it('are the same by number and by name, each once, round after round', () => {
    const set = new FeatureSet();
    fc.assert(
      fc.property(fc.array(terms, { maxLength: 1500 }), (all) => {
        const names = new FeatureNames();
        addAll(names, all);
        addAll(set.clear(), all);
        expect([...set.ids.subarray(0, set.size)]).toEqual([...names.names].map(idOfName));
      }),
      { numRuns: 30 },
    );
  });

  it('know what they hold, and nothing of the round before', () => {
    const set = new FeatureSet().add(term('harm')).add(term('harm'), term('fraud'));
    expect([set.has(term('harm')), set.has(term('fraud')), set.size]).toEqual([true, false, 2]);
    expect([set.clear().has(term('harm')), set.size]).toEqual([false, 0]);
  });

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

  it('add up the weights of each model', () => {
    const features = new FeatureSet().add(term('harm')).add(term('harm'), term('fraud')).add(term('unknown'));
    expect(models.scores(features)).toEqual([0.25, 0.5]);
    expect(models.scores(features.clear().add(term('w'), term('ten')))).toEqual([-1, 0.75]);
  });
});
