import { describe, expect, it } from '@jest/globals';
import { parsePolicy } from '../note/policy.js';
import { hostileBundles } from '../testing/hostile-bundles.js';
import { seededRandom } from '../testing/random.js';
import { CRIMES, SampleHistory } from '../testing/sample-history.js';
import { sampleCrypto, samplePolicyText } from '../testing/sample-keys.js';
import { encodeSample } from '../testing/sample-log.js';
import { askSecondVerifier, missingForSecondVerifier } from '../testing/second-verifier.js';
import { decisionRules } from './decision-rules.js';
import { verifyBundle } from './verify-bundle.js';

const SEED = 4_711;

/** What both verifiers say of each bundle: accepted, or the step that refuses it. */
async function compare(
  bundles: readonly { name: string; bytes: Uint8Array }[],
): Promise<{ differ: unknown[]; accepted: string[] }> {
  const policy = await parsePolicy(samplePolicyText, sampleCrypto);
  if (!policy.ok) throw new Error(policy.refusal.message);
  const second = await askSecondVerifier(
    samplePolicyText,
    bundles.map(({ bytes }) => bytes),
  );
  const differ: unknown[] = [];
  const accepted: string[] = [];
  for (const [i, { name, bytes }] of bundles.entries()) {
    const first = await verifyBundle(bytes, policy.value, sampleCrypto, decisionRules);
    if (first.ok || second[i]?.ok !== false) accepted.push(name);
    if ((first.fault?.step ?? 0) !== second[i]?.step) differ.push({ name, first: first.fault, second: second[i] });
  }
  expect(second).toHaveLength(bundles.length);
  return { differ, accepted };
}

describe('the second verifier, in Python and openssl', () => {
  it('is there', () => {
    expect(missingForSecondVerifier()).toBeUndefined();
  });

  it('accepts honest bundles as ours does', async () => {
    const names = Array.from({ length: 25 }, (_, seed) => `honest ${seed}`);
    const bundles = names.map((name, seed) => ({
      name,
      bytes: encodeSample(new SampleHistory(seededRandom(seed)).bundle()),
    }));
    expect(await compare(bundles)).toEqual({ differ: [], accepted: names });
  }, 60_000);

  it('refuses every broken rule in the same step', async () => {
    const bundles = CRIMES.flatMap((crime) =>
      [1, 2].map((seed) => ({
        name: crime,
        bytes: encodeSample(new SampleHistory(seededRandom(seed), crime).bundle()),
      })),
    );
    expect(await compare(bundles)).toEqual({ differ: [], accepted: [] });
  }, 60_000);

  it('refuses 500 damaged and forged bundles, each in the same step as ours', async () => {
    expect(await compare([...hostileBundles(500, SEED)])).toEqual({ differ: [], accepted: [] });
  }, 120_000);
});
