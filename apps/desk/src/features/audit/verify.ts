import { decisionRules, parsePolicy, verifyBundle, webCrypto, type Findings } from '@proofdesk/ledger';

/** RFC 8032 §7.1, test 1: the public key. Whether the browser takes it says whether it knows Ed25519. */
const TEST_KEY = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';

async function knowsEd25519(): Promise<boolean> {
  try {
    const key = Uint8Array.from(TEST_KEY.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
    await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs the verifier here, in this browser: 13 steps, all of docs/ledger-format.md §6.
 * @throws Error in words where the policy cannot be read or the browser cannot verify
 */
export async function verifyHere(bundle: Uint8Array, policyText: string): Promise<Findings> {
  if (!(await knowsEd25519()))
    throw new Error(
      'This browser cannot check Ed25519 signatures. Download the proof and use a newer browser, or proofdesk verify.',
    );
  const verifier = webCrypto(crypto.subtle);
  const policy = await parsePolicy(policyText, verifier);
  if (!policy.ok) throw new Error(`This is no verifier policy: ${policy.refusal.message}.`);
  return verifyBundle(bundle, policy.value, verifier, decisionRules);
}
