/** 32-bit FNV-1a over UTF-16 units, with a final mix; never 0, which stands for "no such feature". */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash, text.length);
}

/** Mixes one more value into a hash (the finaliser of MurmurHash3); never 0. */
export function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed + Math.imul(value, 0x9e3779b1), 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return mixed === 0 ? 1 : mixed;
}

/** Where the hash of a feature begins, by the number of its template (below 160). */
export function templateSeeds(seed: number): Int32Array {
  return Int32Array.from({ length: 160 }, (_, template) => mix(seed, template));
}
