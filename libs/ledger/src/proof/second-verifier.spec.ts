import { describe, expect, it } from '@jest/globals';
import { type LedgerEntry } from '../record/entry.js';
import { parsePolicy } from '../note/policy.js';
import { hostileBundles } from '../testing/hostile-bundles.js';
import { seededRandom } from '../testing/random.js';
import { CRIMES, SampleHistory } from '../testing/sample-history.js';
import { sampleCrypto, samplePolicyText } from '../testing/sample-keys.js';
import { encodeSample, type Row, type SampleLog } from '../testing/sample-log.js';
import { askSecondVerifier, missingForSecondVerifier } from '../testing/second-verifier.js';
import { wildHistory } from '../testing/wild-history.js';
import { decisionRules } from './decision-rules.js';
import { verifyBundle } from './verify-bundle.js';

const SEED = 4_711;

/** One more entry of the assertion, with right links and hashes but for what is changed. */
function appendChanged(log: SampleLog, change: Partial<LedgerEntry>): void {
  const entry = log.append('assertion', { type: 'task.released', actor: { kind: 'system', id: 'worker' } });
  log.rollBack('assertion');
  log.appendRaw('assertion', { ...entry, ...change });
}

/** What both verifiers say of each bundle: accepted, or the step that refuses it. */
async function compare(
  bundles: readonly { name: string; bytes: Uint8Array }[],
  policyText = samplePolicyText,
): Promise<{ differ: unknown[]; accepted: string[]; steps: number[] }> {
  const policy = await parsePolicy(policyText, sampleCrypto);
  if (!policy.ok) throw new Error(policy.refusal.message);
  const second = await askSecondVerifier(
    policyText,
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
  return { differ, accepted, steps: second.map(({ step }) => step) };
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
    expect(await compare(bundles)).toMatchObject({ differ: [], accepted: names });
  }, 60_000);

  it('refuses every broken rule in the same step', async () => {
    const bundles = CRIMES.flatMap((crime) =>
      [1, 2].map((seed) => ({
        name: crime,
        bytes: encodeSample(new SampleHistory(seededRandom(seed), crime).bundle()),
      })),
    );
    expect(await compare(bundles)).toMatchObject({ differ: [], accepted: [] });
  }, 60_000);

  it.each<[string, number, (history: SampleHistory) => void]>([
    [
      'sealed in another order than written',
      10,
      ({ log }) => {
        const own = log.rows.flatMap(({ entry }, i) => (entry.stream === log.id('assertion') ? [i] : []));
        const [a = 0, b = 0] = own;
        [log.rows[a], log.rows[b]] = [log.rows[b] as Row, log.rows[a] as Row];
      },
    ],
    ['written for another log', 3, ({ log }) => appendChanged(log, { origin: 'other.example/1' })],
    ['older than the entry before', 8, ({ log }) => appendChanged(log, { at: '2020-01-01T00:00:00.000000Z' })],
    [
      'referring to an entry that is not so',
      8,
      ({ log }) =>
        appendChanged(log, { refs: [{ stream: log.rows[0]?.entry.stream ?? '', seq: 1, leaf: 'a'.repeat(64) }] }),
    ],
    [
      'referring to an entry that is not there',
      8,
      ({ log }) =>
        appendChanged(log, { refs: [{ stream: log.rows[0]?.entry.stream ?? '', seq: 99, leaf: 'a'.repeat(64) }] }),
    ],
  ])('refuses, as ours does, what a log with right signatures holds wrongly: %s', async (_name, step, spoil) => {
    const history = new SampleHistory(seededRandom(11));
    spoil(history);
    const { differ, accepted, steps } = await compare([{ name: 'spoilt', bytes: encodeSample(history.bundle()) }]);
    expect({ differ, accepted, steps }).toEqual({ differ: [], accepted: [], steps: [step] });
  });

  it('accepts, as ours does, an origin that the policy calls a former one', async () => {
    const history = new SampleHistory(seededRandom(11));
    appendChanged(history.log, { origin: 'other.example/1' });
    const bundle = { name: 'former', bytes: encodeSample(history.bundle()) };
    const { differ, accepted } = await compare([bundle], `${samplePolicyText}former other.example/1\n`);
    expect({ differ, accepted }).toEqual({ differ: [], accepted: ['former'] });
  });

  it('agrees on 100 wild histories, lawful and not', async () => {
    const bundles = Array.from({ length: 100 }, (_, seed) => ({
      name: `wild ${seed}`,
      bytes: encodeSample(wildHistory(seededRandom(seed))),
    }));
    const { differ, accepted } = await compare(bundles);
    expect(differ).toEqual([]);
    expect(accepted.length).toBeGreaterThan(20);
    expect(accepted.length).toBeLessThan(80);
  }, 120_000);

  it('refuses 500 damaged and forged bundles, each in the same step as ours', async () => {
    expect(await compare([...hostileBundles(500, SEED)])).toMatchObject({ differ: [], accepted: [] });
  }, 120_000);
});
