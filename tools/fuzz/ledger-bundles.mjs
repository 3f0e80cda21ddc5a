// Damaged and forged proof bundles, many of them, through the verifier; a share of them through the second one as well.
//   node tools/fuzz/ledger-bundles.mjs [count = 100000] [seed = today's]
// Needs the build of libs/ledger (npm run build), and python3 and openssl for the second verifier. Exit status 1 if a bundle
// was accepted or the verifiers differed; each such bundle is named with the seed that makes it again.
import process from 'node:process';

const built = (file) => import(new URL(`../../libs/ledger/dist/${file}`, import.meta.url).href);
const [
  { hostileBundles },
  { wildHistory },
  { seededRandom },
  { encodeSample },
  { sampleCrypto, samplePolicyText },
  { askSecondVerifier, missingForSecondVerifier },
  { parsePolicy },
  { verifyBundle },
  { decisionRules },
] = await Promise.all(
  [
    'testing/hostile-bundles.js',
    'testing/wild-history.js',
    'testing/random.js',
    'testing/sample-log.js',
    'testing/sample-keys.js',
    'testing/second-verifier.js',
    'note/policy.js',
    'proof/verify-bundle.js',
    'proof/decision-rules.js',
  ].map(built),
);

const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? Math.floor(Date.now() / 86_400_000));
const SHARE = 7; // one in seven goes through both; no divisor of the 50 made from one history, so that all kinds do
const BATCH = 1_000;

const missing = missingForSecondVerifier();
if (missing !== undefined) {
  process.stderr.write(`${missing}\n`);
  process.exit(1);
}
const policy = (await parsePolicy(samplePolicyText, sampleCrypto)).value;
const steps = {};
const bad = [];
let both = 0;
let batch = [];

async function compareBatch() {
  const answers = await askSecondVerifier(
    samplePolicyText,
    batch.map(({ bytes }) => bytes),
  );
  for (const [i, { name, step }] of batch.entries()) {
    if (answers[i]?.ok !== false || answers[i].step !== step)
      bad.push(`${name}: first says ${step}, second ${JSON.stringify(answers[i])}`);
  }
  both += batch.length;
  batch = [];
}

const start = performance.now();
let done = 0;
for (const { name, bytes } of hostileBundles(count, seed * 1_000_003)) {
  const findings = await verifyBundle(bytes, policy, sampleCrypto, decisionRules);
  const step = findings.fault?.step ?? 0;
  steps[step] = (steps[step] ?? 0) + 1;
  if (findings.ok) bad.push(`${name}: accepted`);
  if (done % SHARE === 0) batch.push({ name, bytes, step });
  if (batch.length === BATCH) await compareBatch();
  done += 1;
  if (done % 10_000 === 0) process.stderr.write(`${done} of ${count}\n`);
}
if (batch.length > 0) await compareBatch();

// Histories of acts picked at random, half of them lawful: here the two must agree, not refuse.
let wild = 0;
let lawful = 0;
for (let from = 0; from < count / 20; from += BATCH) {
  const bundles = Array.from({ length: Math.min(BATCH, Math.ceil(count / 20) - from) }, (_, i) =>
    encodeSample(wildHistory(seededRandom(seed * 1_000_003 + from + i))),
  );
  const answers = await askSecondVerifier(samplePolicyText, bundles);
  for (const [i, bytes] of bundles.entries()) {
    const { ok, fault } = await verifyBundle(bytes, policy, sampleCrypto, decisionRules);
    if (ok) lawful += 1;
    if (answers[i]?.ok !== ok || answers[i].step !== (fault?.step ?? 0)) {
      bad.push(
        `wild history (seed ${seed * 1_000_003 + from + i}): first says ${JSON.stringify(fault)}, second ${JSON.stringify(answers[i])}`,
      );
    }
  }
  wild += bundles.length;
}
for (const line of bad) process.stderr.write(`BAD ${line}\n`);
process.stdout.write(
  `${JSON.stringify({ name: 'fuzz.ledger-bundles', n: done, both, wild, lawful, seed, bad: bad.length, refusedAtStep: steps, seconds: Math.round((performance.now() - start) / 1000) })}\n`,
);
process.exitCode = bad.length === 0 ? 0 : 1;
