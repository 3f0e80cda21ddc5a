import { webcrypto } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { fromUtf8, utf8 } from '../encoding/bytes.js';
import { webCrypto } from '../encoding/crypto.js';
import { parsePolicy, type Policy } from '../note/policy.js';
import { hostileBundles } from '../testing/hostile-bundles.js';
import { FORGERIES } from '../testing/mutate-bundle.js';
import { type Draft } from '../testing/mutate-bundle.js';
import { seededRandom } from '../testing/random.js';
import { CRIMES, SampleHistory } from '../testing/sample-history.js';
import { sampleCrypto, samplePolicyText, sampleSigner } from '../testing/sample-keys.js';
import { encodeSample } from '../testing/sample-log.js';
import { decisionRules } from './decision-rules.js';
import { type Findings } from './findings.js';
import { allRules } from './replay.js';
import { verifyBundle } from './verify-bundle.js';

async function policyOf(text: string): Promise<Policy> {
  const parsed = await parsePolicy(text, sampleCrypto);
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return parsed.value;
}
const policy = await policyOf(samplePolicyText);
const verify = (bytes: Uint8Array, believed = policy): Promise<Findings> =>
  verifyBundle(bytes, believed, sampleCrypto, decisionRules);
const SEED = 20_261_105;

describe('an honest bundle', () => {
  it('is proven, in a hundred histories, by node:crypto and by WebCrypto alike', async () => {
    for (let seed = 0; seed < 100; seed++) {
      const bytes = encodeSample(new SampleHistory(seededRandom(seed)).bundle());
      const findings = await verify(bytes);
      expect({ seed, fault: findings.fault, ok: findings.ok }).toEqual({ seed, fault: undefined, ok: true });
      if (seed < 5)
        expect(await verifyBundle(bytes, policy, webCrypto(webcrypto.subtle), decisionRules)).toEqual(findings);
    }
  });

  it('says in plain words what it proves, as of when, and what it does not', async () => {
    const findings = await verify(encodeSample(new SampleHistory(seededRandom(1)).bundle()));
    expect(findings.asOf).toBe('2026-10-27T11:20:00Z');
    expect(findings.verdict).toMatchObject({ version: 1, state: expect.stringMatching(/published|retracted/) });
    expect(findings.proven.join('\n')).toMatch(
      /signed a tree of \d+ entries[^]*witness w0[^]*nobody approved what they proposed[^]*word for word/,
    );
    expect(findings.notProven.join('\n')).toMatch(/nothing newer[^]*own hand[^]*rating is true/);
    const none = await verify(
      encodeSample(new SampleHistory(seededRandom(1)).bundle()),
      await policyOf(samplePolicyText.replace('quorum both', 'quorum none')),
    );
    expect(none.notProven.join('\n')).toMatch(/no witness/);
  });

  it('is refused when the rules handed in refuse it, with their reason', async () => {
    const strict = allRules(decisionRules, ({ subject }) => ({
      stream: subject[0]?.entry.stream ?? '',
      seq: 1,
      message: 'no',
    }));
    const findings = await verifyBundle(
      encodeSample(new SampleHistory(seededRandom(1)).bundle()),
      policy,
      sampleCrypto,
      strict,
    );
    expect(findings).toMatchObject({ ok: false, fault: { step: 11 }, proven: [] });
  });

  it('is believed under the keys and origin of the policy only', async () => {
    const bytes = encodeSample(new SampleHistory(seededRandom(1)).bundle());
    const otherKey = sampleSigner('desk.example/2026a', 1, 77).vkey;
    const otherName = sampleSigner('desk.example/other', 1, 1).vkey;
    const line = /^log .*$/m;
    expect(await verify(bytes, await policyOf(samplePolicyText.replace(line, `log ${otherKey}`)))).toMatchObject({
      fault: { step: 4 },
    });
    expect(await verify(bytes, await policyOf(samplePolicyText.replace(line, `log ${otherName}`)))).toMatchObject({
      fault: { step: 3 },
    });
  });

  it('still verifies when values were erased, and says that they are not disclosed', async () => {
    const parts = new SampleHistory(seededRandom(1)).bundle();
    const findings = await verify(encodeSample({ ...parts, disclosures: [] }));
    expect(findings.ok).toBe(true);
    expect(findings.notProven.join('\n')).toMatch(/committed to, not disclosed/);
  });
});

describe('a forged bundle', () => {
  it.each(CRIMES)('with perfect hashes and signatures is refused in step 11: %s', async (crime) => {
    for (let seed = 0; seed < 5; seed++) {
      const findings = await verify(encodeSample(new SampleHistory(seededRandom(seed), crime).bundle()));
      expect(findings).toMatchObject({ ok: false, fault: { step: 11 }, proven: [] });
    }
  });

  const steps: Record<string, number[]> = {
    'body altered': [3, 6, 8, 9],
    'body with a space': [6],
    'index moved': [9],
    'proof bit flipped': [9],
    'proof emptied': [9],
    'middle entry dropped': [8],
    'role stream dropped': [11],
    'tree size changed': [4],
    'origin changed': [3],
    'signature line dropped': [4, 5],
    'signature bit flipped': [4, 5],
    'signature of a stranger in the place of a witness': [5],
    'statement altered': [12],
    'disclosure altered': [13],
    'disclosure doubled': [13],
  };
  it.each(Object.entries(FORGERIES))('is refused, in the step that is there for it: %s', async (name, forgery) => {
    for (let seed = 0; seed < 20; seed++) {
      const random = seededRandom(seed);
      const parts = new SampleHistory(random).bundle();
      const draft = structuredClone(parts) as Draft;
      forgery(draft, random);
      if (JSON.stringify(draft) === JSON.stringify(parts)) continue;
      const findings = await verify(encodeSample(draft as typeof parts));
      expect({ seed, ok: findings.ok }).toEqual({ seed, ok: false });
      if (steps[name] !== undefined) expect(steps[name]).toContain(findings.fault?.step);
    }
  });

  it('is refused with any one bit flipped', async () => {
    const bytes = encodeSample(new SampleHistory(seededRandom(3)).bundle());
    const accepted: number[] = [];
    for (let bit = SEED % 37; bit < bytes.length * 8; bit += 37) {
      const findings = await verify(bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)));
      if (findings.ok) accepted.push(bit);
    }
    expect(accepted).toEqual([]);
  }, 120_000);

  it('is refused, 5,000 of them', async () => {
    const accepted: string[] = [];
    const atStep: Record<number, number> = {};
    for (const { name, bytes } of hostileBundles(5_000, SEED)) {
      const findings = await verify(bytes);
      if (findings.ok) accepted.push(name);
      const step = findings.fault?.step ?? 0;
      atStep[step] = (atStep[step] ?? 0) + 1;
    }
    expect(accepted).toEqual([]);
    // A run that never gets past the parser would show nothing.
    for (const step of [2, 3, 4, 5, 6, 8, 9, 11, 12, 13])
      expect([step, (atStep[step] ?? 0) > 20]).toEqual([step, true]);
  }, 180_000);
});

describe('what is no bundle', () => {
  const honest = fromUtf8(encodeSample(new SampleHistory(seededRandom(1)).bundle())) ?? '';
  it.each([
    ['nothing', ''],
    ['other JSON', '{}'],
    ['null', 'null'],
    ['another schema', honest.replace('proofdesk.proof/1', 'proofdesk.proof/2')],
    ['a byte order mark', `\ufeff${honest}`],
    ['a trailing newline', `${honest}\n`],
    ['a space', honest.replace(',', ', ')],
    ['a duplicate key', honest.replace('{"check"', '{"check":"","check"')],
    ['a deep well', '['.repeat(1_000_000)],
  ])('is refused without an exception: %s', async (_name, text) => {
    expect(await verify(utf8(text))).toMatchObject({ ok: false, fault: { step: 2 } });
  });

  it('is refused by its size alone', async () => {
    expect(await verify(new Uint8Array(300 * 1024 * 1024))).toMatchObject({ ok: false, fault: { step: 1 } });
    const parts = new SampleHistory(seededRandom(1)).bundle();
    const line = parts.checkpoint.slice(parts.checkpoint.indexOf('—'));
    expect(await verify(encodeSample({ ...parts, checkpoint: parts.checkpoint + line.repeat(10_000) }))).toMatchObject({
      ok: false,
      fault: { step: 2 },
    });
  });
});
