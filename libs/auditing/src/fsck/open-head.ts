import {
  type Checkpoint,
  checkSignature,
  parseCheckpointText,
  parseNote,
  type Policy,
  type SyncCrypto,
} from '@proofdesk/ledger';

export type OpenedHead =
  { readonly ok: true; readonly value: Checkpoint } | { readonly ok: false; readonly message: string };

/**
 * Believes a checkpoint that somebody kept if the log or any witness of the policy signed it: a witness keeps the text with
 * its own line alone, and vouches for what it saw.
 */
export async function openHead(note: string, policy: Policy, crypto: SyncCrypto): Promise<OpenedHead> {
  const signed = parseNote(note);
  const checkpoint = signed && parseCheckpointText(signed.text);
  if (signed === undefined || checkpoint === undefined) return { ok: false, message: 'it is malformed' };
  const logs = policy.logs.filter(({ name }) => name === checkpoint.origin);
  if (logs.length === 0) return { ok: false, message: `the policy knows no log ${checkpoint.origin}` };
  const keys = [...logs, ...policy.witnesses.map(({ key }) => key)];
  const states = await Promise.all(keys.map(async (key) => (await checkSignature(signed, key, crypto)).state));
  if (states.includes('wrong')) return { ok: false, message: 'a signature is wrong' };
  return states.includes('right')
    ? { ok: true, value: checkpoint }
    : { ok: false, message: 'nobody whom the policy knows signed it' };
}
