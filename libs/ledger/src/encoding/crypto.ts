import { bytesEqual, toBase64 } from './bytes.js';

/** A synchronous SHA-256, for the side that builds trees (sealer, fsck, api). */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** A synchronous HMAC-SHA-256, for the side that makes commitments. */
export type HmacSha256 = (key: Uint8Array, bytes: Uint8Array) => Uint8Array;

type Soon<T> = T | Promise<T>;

/**
 * What a verifier needs. It is handed in, because this library imports nothing: node:crypto answers at once, WebCrypto
 * with promises, and the verifying side takes both.
 */
export interface VerifierCrypto {
  sha256(bytes: Uint8Array): Soon<Uint8Array>;
  hmacSha256(key: Uint8Array, bytes: Uint8Array): Soon<Uint8Array>;
  /** RFC 8032 Ed25519; false for a signature or key of any wrong form, never an exception. */
  verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Soon<boolean>;
}

/** What node:crypto offers: every answer at once. */
export interface SyncCrypto extends VerifierCrypto {
  sha256: Sha256;
  hmacSha256: HmacSha256;
  verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

// OpenSSL and BoringSSL differ on points of small order: a key of small order verifies a signature on every message with
// some libraries. Policies name keys, so such a key could only come from a careless policy; it is refused here for all.
const SMALL_ORDER_Y = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
].map((hex) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));

function isWellFormed(publicKey: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const y = Uint8Array.from(publicKey, (byte, i) => (i === 31 ? byte & 0x7f : byte));
  return !SMALL_ORDER_Y.some((weak) => bytesEqual(weak, y));
}

/** The part of node:crypto that is used, spelled out so that a browser build needs no types of Node's. */
export interface NodeCryptoLike<K> {
  /** One call for a hash, a third faster than three; in Node since 20.12. */
  hash?(algorithm: string, bytes: Uint8Array, encoding: 'buffer'): Uint8Array;
  createHash(algorithm: string): { update(bytes: Uint8Array): { digest(): Uint8Array } };
  createHmac(algorithm: string, key: Uint8Array): { update(bytes: Uint8Array): { digest(): Uint8Array } };
  createPublicKey(input: { key: { kty: string; crv: string; x: string }; format: 'jwk' }): K;
  verify(algorithm: null, message: Uint8Array, key: K, signature: Uint8Array): boolean;
}

/** The verifier's needs met by node:crypto, which the caller imports and hands in. */
export function nodeCrypto<K>(node: NodeCryptoLike<K>): SyncCrypto {
  const { hash } = node;
  return {
    sha256:
      hash === undefined
        ? (bytes) => plain(node.createHash('sha256').update(bytes).digest())
        : (bytes) => plain(hash('sha256', bytes, 'buffer')),
    hmacSha256: (key, bytes) => new Uint8Array(node.createHmac('sha256', key).update(bytes).digest()),
    verifyEd25519(publicKey, message, signature) {
      if (!isWellFormed(publicKey, signature)) return false;
      try {
        const x = toBase64(publicKey).replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
        const key = node.createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
        return node.verify(null, message, key, signature);
      } catch {
        return false;
      }
    },
  };
}

/** The part of WebCrypto's `crypto.subtle` that is used; K is its key type. */
export interface SubtleLike<K> {
  digest(algorithm: string, bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  importKey(
    format: 'raw',
    key: Uint8Array<ArrayBuffer>,
    algorithm: { name: string; hash?: string },
    extractable: boolean,
    usages: ('sign' | 'verify')[],
  ): Promise<K>;
  sign(algorithm: string, key: K, bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  verify(
    algorithm: string,
    key: K,
    signature: Uint8Array<ArrayBuffer>,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}

/** The verifier's needs met by WebCrypto (a browser's `crypto.subtle`, or Node's). */
export function webCrypto<K>(subtle: SubtleLike<K>): VerifierCrypto {
  return {
    sha256: async (bytes) => new Uint8Array(await subtle.digest('SHA-256', own(bytes))),
    async hmacSha256(key, bytes) {
      const imported = await subtle.importKey('raw', own(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
      return new Uint8Array(await subtle.sign('HMAC', imported, own(bytes)));
    },
    async verifyEd25519(publicKey, message, signature) {
      if (!isWellFormed(publicKey, signature)) return false;
      try {
        const key = await subtle.importKey('raw', own(publicKey), { name: 'Ed25519' }, false, ['verify']);
        return await subtle.verify('Ed25519', key, own(signature), own(message));
      } catch {
        return false;
      }
    },
  };
}

/** The same bytes as a plain Uint8Array: a Buffer has other methods, and is not equal to one in comparisons by type. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** A copy on a buffer of its own: WebCrypto's types refuse views that might lie on shared memory. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
