import * as crypto from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { decisionRules, MAX_BUNDLE_BYTES, nodeCrypto, type ProofBundle, verifyBundle } from '@proofdesk/ledger';
import { readPolicy } from './read-policy.js';

type Findings = Awaited<ReturnType<typeof verifyBundle>>;

/**
 * Verifies a bundle and says what is proven, as of when, and what is not. Nothing but the two files is read.
 * @returns the exit status: 0 proven, 1 not proven, 2 a file that cannot be read
 */
export async function verifyProof(bundle: string, options: { policy: string; json?: boolean }): Promise<0 | 1 | 2> {
  let findings: Findings;
  let bytes: Uint8Array;
  try {
    const policy = await readPolicy(options.policy);
    bytes = readBundle(bundle);
    findings = await verifyBundle(bytes, policy, nodeCrypto(crypto), decisionRules);
  } catch (error) {
    process.stderr.write(`proofdesk: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  process.stdout.write(options.json === true ? `${JSON.stringify(findings)}\n` : inWords(findings, bytes));
  return findings.ok ? 0 : 1;
}

/** A file beyond the cap is not read: its first bytes are enough for the verifier to refuse it. */
function readBundle(bundle: string): Uint8Array {
  if (bundle === '-') return new Uint8Array(readFileSync(0));
  if (statSync(bundle).size > MAX_BUNDLE_BYTES) return new Uint8Array(MAX_BUNDLE_BYTES + 1);
  return new Uint8Array(readFileSync(bundle));
}

function inWords(findings: Findings, bytes: Uint8Array): string {
  const { ok, proven, notProven, asOf, verdict, fault } = findings;
  if (!ok) return `NOT PROVEN: ${fault?.message ?? ''} (step ${fault?.step ?? 0} of 13)\n`;
  const { statement } = JSON.parse(new TextDecoder().decode(bytes)) as ProofBundle;
  const lines = [
    `PROVEN, as of ${asOf ?? 'no time'}:`,
    ...proven.map((sentence) => `  + ${sentence}`),
    ...(verdict === undefined
      ? []
      : [`  = The verdict stands at: ${verdict.state}, version ${verdict.version}, since ${verdict.at}.`]),
    ...(statement === null ? [] : [`  = The statement: ${JSON.stringify(statement.value)}`]),
    'NOT PROVEN:',
    ...notProven.map((sentence) => `  - ${sentence}`),
  ];
  return `${lines.join('\n')}\n`;
}
