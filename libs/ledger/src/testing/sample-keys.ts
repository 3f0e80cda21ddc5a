import * as nodeModule from 'node:crypto';
import { nodeCrypto } from '../encoding/crypto.js';
import {
  COSIGNATURE_V1,
  ED25519,
  formatVerifierKey,
  type NoteKey,
  noteKey,
  type SignatureType,
} from '../note/note-key.js';
import { type SignEd25519 } from '../note/signed-note.js';

export const sampleCrypto = nodeCrypto(nodeModule);

export interface SampleSigner {
  readonly key: NoteKey;
  readonly sign: SignEd25519;
  readonly vkey: string;
}

/** A key pair made from a number: the same one each time, so that samples can be replayed. For tests only. */
export function sampleSigner(name: string, type: SignatureType, n: number): SampleSigner {
  const seed = nodeModule.createHash('sha256').update(`sample key ${n}`).digest();
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const privateKey = nodeModule.createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const x = nodeModule.createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '';
  const key = noteKey(name, type, new Uint8Array(Buffer.from(x, 'base64url')), sampleCrypto.sha256);
  return {
    key,
    sign: (message) => new Uint8Array(nodeModule.sign(null, message, privateKey)),
    vkey: formatVerifierKey(key),
  };
}

export const ORIGIN_NAME = 'desk.example/2026a';
export const sampleLog = sampleSigner(ORIGIN_NAME, ED25519, 1);
export const sampleWitnesses = [2, 3].map((n) => sampleSigner(`witness.example/w${n}`, COSIGNATURE_V1, n));
export const sampleStranger = sampleSigner('stranger.example/s', COSIGNATURE_V1, 9);

/** Both witnesses are needed, so that a bundle without one of them must be refused. */
export const samplePolicyText = [
  `log ${sampleLog.vkey}`,
  ...sampleWitnesses.map(({ vkey }, i) => `witness w${i} ${vkey}`),
  'group both all w0 w1',
  'quorum both',
  '',
].join('\n');
