import * as node from 'node:crypto';
import {
  COSIGNATURE_V1,
  ED25519,
  formatVerifierKey,
  nodeCrypto,
  type NoteKey,
  noteKey,
  parsePolicy,
  type Policy,
  type SignatureType,
  type SignEd25519,
} from '@proofdesk/ledger';

export const tamperCrypto = nodeCrypto(node);

export interface Signer {
  readonly key: NoteKey;
  readonly sign: SignEd25519;
  readonly vkey: string;
}

/** Fresh keys for a log that is thrown away. */
export function freshSigner(name: string, type: SignatureType): Signer {
  const { privateKey, publicKey } = node.generateKeyPairSync('ed25519');
  const x = publicKey.export({ format: 'jwk' }).x ?? '';
  const key = noteKey(name, type, new Uint8Array(Buffer.from(x, 'base64url')), tamperCrypto.sha256);
  return { key, vkey: formatVerifierKey(key), sign: (message) => new Uint8Array(node.sign(null, message, privateKey)) };
}

export interface SampleKeys {
  readonly origin: string;
  readonly log: Signer;
  readonly witness: Signer;
  readonly receipt: Signer;
  readonly policyText: string;
  readonly policy: Policy;
}

/** Keys of a log, its witness and its receipts, with the policy that names them. */
export async function sampleKeys(origin = 'tamper.example/2026a'): Promise<SampleKeys> {
  const log = freshSigner(origin, ED25519);
  const witness = freshSigner('witness.example/w', COSIGNATURE_V1);
  const receipt = freshSigner(`${origin}/receipts`, ED25519);
  const policyText = `log ${log.vkey}\nwitness w ${witness.vkey}\nreceipt ${receipt.vkey}\nquorum w\n`;
  const parsed = await parsePolicy(policyText, tamperCrypto);
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return { origin, log, witness, receipt, policyText, policy: parsed.value };
}
