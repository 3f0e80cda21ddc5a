import * as nodeModule from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { fromHex, toHex, utf8 } from './bytes.js';
import { nodeCrypto, webCrypto } from './crypto.js';

const hex = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array();
const both = { node: nodeCrypto(nodeModule), web: webCrypto(nodeModule.webcrypto.subtle) };

describe.each(Object.entries(both))('crypto handed in from %s', (_name, crypto) => {
  it('hashes as FIPS 180-4 says', async () => {
    expect(toHex(await crypto.sha256(utf8('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('keys hashes as RFC 4231 case 2 says', async () => {
    expect(toHex(await crypto.hmacSha256(utf8('Jefe'), utf8('what do ya want for nothing?')))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('checks signatures as RFC 8032 test 2 says', async () => {
    const key = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    const signature = hex(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
    expect(await crypto.verifyEd25519(key, hex('72'), signature)).toBe(true);
    expect(await crypto.verifyEd25519(key, hex('73'), signature)).toBe(false);
    expect(await crypto.verifyEd25519(key.slice(1), hex('72'), signature)).toBe(false);
    expect(await crypto.verifyEd25519(key, hex('72'), signature.slice(1))).toBe(false);
  });

  it('refuses a key of small order, for which some libraries accept any message', async () => {
    const identity = hex(`01${'00'.repeat(31)}`);
    const signature = hex(`01${'00'.repeat(63)}`);
    expect(await crypto.verifyEd25519(identity, utf8('anything'), signature)).toBe(false);
  });
});
