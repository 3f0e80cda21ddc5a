import * as crypto from 'node:crypto';
import { type BundleRefusalCode, exportBundle } from '@proofdesk/auditing';
import { nodeCrypto, parsePolicy } from '@proofdesk/ledger';
import { type Refusal } from '@proofdesk/workflow';
import { Refused } from './http/problem.js';

const soon: Refusal = {
  code: 'proof.not_sealed',
  detail: 'The last decision is not sealed and cosigned yet. That takes seconds: try again in a moment.',
  retryAfterSeconds: 2,
};
const refusals: Record<BundleRefusalCode, Refusal> = {
  NOT_FOUND: { code: 'not_found', detail: 'Nothing was decided on this assertion.' },
  NOT_SEALED: soon,
  NO_CHECKPOINT: soon,
  TOO_LARGE: { code: 'proof.too_large', detail: 'This history is longer than one proof can hold.' },
};

/**
 * The bytes of a proof bundle. Its checkpoint is one that the policy believes, so that it will be believed by whoever
 * holds that policy. @throws Refused
 */
export async function bundleOf(databaseUrl: string, assertionId: string, policyText: string | null): Promise<Buffer> {
  const parsed = policyText === null ? null : await parsePolicy(policyText, nodeCrypto(crypto));
  const bundle = await exportBundle(databaseUrl, assertionId, parsed?.ok === true ? { policy: parsed.value } : {});
  if (!bundle.ok) throw new Refused(refusals[bundle.refusal.code]);
  return Buffer.from(bundle.value.bytes);
}
