import * as crypto from 'node:crypto';
import { type LedgerPolicy } from '@proofdesk/contract';
import { formatVerifierKey, nodeCrypto, parsePolicy, type QuorumRule } from '@proofdesk/ledger';
import { permit } from './act.js';
import { type Actor } from './actor.js';
import { done, refuse, type Outcome } from './refusal.js';

const WARNING =
  'Whoever checks proofs must get this policy by another road than the proofs: printed, read out, or from somebody who kept it. A server that forges a proof would serve a policy that fits it.';

/** The verifier policy as the sealer wrote it, taken apart. @param text null where there is none yet */
export async function readLedgerPolicy(actor: Actor, text: string | null): Promise<Outcome<LedgerPolicy>> {
  const allowed = permit(actor, 'policy.read');
  if (!allowed.ok) return allowed;
  if (text === null) return refuse('not_found', 'The sealer has written no policy yet.', { retryAfterSeconds: 5 });
  const parsed = await parsePolicy(text, nodeCrypto(crypto));
  if (!parsed.ok) throw new Error(`the policy cannot be read: ${parsed.refusal.message}`);
  const { logs, receipts, witnesses, quorum } = parsed.value;
  return done({
    text,
    origin: logs.at(-1)?.name ?? '',
    logs: logs.map(formatVerifierKey),
    receipts: receipts.map(formatVerifierKey),
    witnesses: witnesses.map(({ name, key }) => ({ name, key: formatVerifierKey(key) })),
    quorum: quorumWords(quorum),
    warning: WARNING,
  });
}

function quorumWords(rule: QuorumRule): string {
  if (rule.kind === 'none') return 'no witness is needed';
  if (rule.kind === 'witness') return rule.name;
  return `${rule.threshold} of ${rule.members.map(quorumWords).join(', ')}`;
}
