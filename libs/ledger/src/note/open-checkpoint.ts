import { type VerifierCrypto } from '../encoding/crypto.js';
import { type Checkpoint, parseCheckpointText } from './checkpoint.js';
import { isQuorum, type Policy } from './policy.js';
import { checkSignature, parseNote } from './signed-note.js';

export interface Cosigner {
  readonly name: string;
  /** POSIX seconds. */
  readonly seconds: number;
}

export type CheckpointCode =
  'MALFORMED' | 'UNKNOWN_ORIGIN' | 'NOT_SIGNED' | 'WRONG_SIGNATURE' | 'WRONG_COSIGNATURE' | 'NO_QUORUM';

export type OpenedCheckpoint =
  | {
      readonly ok: true;
      readonly checkpoint: Checkpoint;
      readonly text: string;
      readonly cosigners: readonly Cosigner[];
    }
  | { readonly ok: false; readonly code: CheckpointCode; readonly message: string };

/** Believes a checkpoint only if a log of the policy signed it and, where asked for, the quorum of its witnesses cosigned. */
export async function openCheckpoint(
  note: string,
  policy: Policy,
  crypto: Pick<VerifierCrypto, 'verifyEd25519'>,
  options: { readonly needQuorum: boolean } = { needQuorum: true },
): Promise<OpenedCheckpoint> {
  const refuse = (code: CheckpointCode, message: string): OpenedCheckpoint => ({ ok: false, code, message });
  const signed = parseNote(note);
  const checkpoint = signed && parseCheckpointText(signed.text);
  if (signed === undefined || checkpoint === undefined) return refuse('MALFORMED', 'The checkpoint is malformed');
  const keys = policy.logs.filter((key) => key.name === checkpoint.origin);
  if (keys.length === 0) return refuse('UNKNOWN_ORIGIN', `The policy knows no log ${checkpoint.origin}`);
  const states = await Promise.all(keys.map(async (key) => (await checkSignature(signed, key, crypto)).state));
  if (states.includes('wrong')) return refuse('WRONG_SIGNATURE', `The signature of ${checkpoint.origin} is wrong`);
  if (!states.includes('right'))
    return refuse('NOT_SIGNED', `No key of the policy for ${checkpoint.origin} signed the checkpoint`);
  const cosigners: Cosigner[] = [];
  for (const { name, key } of policy.witnesses) {
    const check = await checkSignature(signed, key, crypto);
    if (check.state === 'wrong') return refuse('WRONG_COSIGNATURE', `The cosignature of ${name} is wrong`);
    if (check.state === 'right') cosigners.push({ name, seconds: check.seconds ?? 0 });
  }
  if (options.needQuorum && !isQuorum(policy.quorum, new Set(cosigners.map((cosigner) => cosigner.name)))) {
    return refuse(
      'NO_QUORUM',
      `The witnesses that cosigned (${cosigners.map((c) => c.name).join(', ') || 'none'}) are not the quorum of the policy`,
    );
  }
  return { ok: true, checkpoint, text: signed.text, cosigners };
}
