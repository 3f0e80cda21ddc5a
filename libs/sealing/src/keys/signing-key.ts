import * as node from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  formatVerifierKey,
  fromBase64,
  toBase64,
  noteKey,
  type NoteKey,
  type SignatureType,
  type SignEd25519,
} from '@proofdesk/ledger';
import { sha256 } from '../crypto.js';
import { createFile, readIfThere, replaceFile } from '../disk/disk.js';
import { SealFault } from '../seal-fault.js';

/** A private key at work: it signs, and does not say what it is. */
export interface SigningKey {
  readonly key: NoteKey;
  readonly sign: SignEd25519;
  /** What others need to check its signatures. */
  readonly vkey: string;
}

/** RFC 8410 §7: what stands before the 32 bytes of an Ed25519 private key in PKCS #8. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The key of that file, made on first use: mode 0400, with the verifier key beside it as `<file>.vkey`. The text is the form in
 * which Go's golang.org/x/mod/sumdb/note keeps signer keys, name and type included.
 * @throws SealFault `KEY_EXPOSED` where others may read it, `KEY_UNREADABLE`
 */
export function openSigningKey(folder: string, file: string, name: string, type: SignatureType): SigningKey {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = readSigningKey(folder, file, type);
  if (found !== undefined) return found;
  createFile(folder, `${file}.key`, newKeyText(name, type), 0o400);
  const made = readSigningKey(folder, file, type);
  if (made === undefined) throw new SealFault('KEY_MISSING', `${join(folder, file)}.key vanished as it was made`);
  return made;
}

/** The key of that file; undefined where there is none. @throws SealFault */
export function readSigningKey(folder: string, file: string, type: SignatureType): SigningKey | undefined {
  const path = join(folder, `${file}.key`);
  const text = readIfThere(path);
  if (text === undefined) return undefined;
  const mode = statSync(path).mode & 0o777;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new SealFault(
      'KEY_EXPOSED',
      `${path} has mode ${mode.toString(8)}: others on this machine could read the signing key. Set it to 0400, and ask whether it has been read.`,
    );
  }
  const signer = parseSigningKey(text, type);
  if (signer === undefined) throw new SealFault('KEY_UNREADABLE', `${path} is not a signing key of type ${type}`);
  const publicText = `${signer.vkey}\n`;
  if (readIfThere(join(folder, `${file}.vkey`)) !== publicText) replaceFile(folder, `${file}.vkey`, publicText, 0o444);
  return signer;
}

function newKeyText(name: string, type: SignatureType): string {
  const seed = node.randomBytes(32);
  const { key } = signerOf(name, type, seed);
  const id = Buffer.from(key.id).toString('hex');
  return `PRIVATE+KEY+${name}+${id}+${toBase64(Uint8Array.of(type, ...seed))}\n`;
}

function parseSigningKey(text: string, type: SignatureType): SigningKey | undefined {
  const [, name = '', id = '', encoded = ''] =
    /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)\n?$/.exec(text) ?? [];
  const bytes = fromBase64(encoded);
  if (name === '' || bytes?.length !== 33 || bytes[0] !== type) return undefined;
  const signer = signerOf(name, type, bytes.subarray(1));
  return Buffer.from(signer.key.id).toString('hex') === id ? signer : undefined;
}

function signerOf(name: string, type: SignatureType, seed: Uint8Array): SigningKey {
  const der = Buffer.concat([PKCS8_PREFIX, seed]);
  const privateKey = node.createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x = '' } = node.createPublicKey(privateKey).export({ format: 'jwk' });
  const key = noteKey(name, type, new Uint8Array(Buffer.from(x, 'base64url')), sha256);
  return {
    key,
    sign: (message) => new Uint8Array(node.sign(null, message, privateKey)),
    vkey: formatVerifierKey(key),
  };
}
