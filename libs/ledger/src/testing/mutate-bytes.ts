import { bytesEqual, concatBytes } from '../encoding/bytes.js';
import { type Random } from './random.js';

type ByteMutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const flip: ByteMutation = (bytes, random) => {
  const copy = Uint8Array.from(bytes);
  const at = random.below(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
  return copy;
};
const remove: ByteMutation = (bytes, random) => {
  const at = random.below(bytes.length);
  return concatBytes(bytes.slice(0, at), bytes.slice(at + 1 + random.below(3)));
};
const insert: ByteMutation = (bytes, random) => {
  const at = random.below(bytes.length + 1);
  return concatBytes(
    bytes.slice(0, at),
    Uint8Array.of(random.pick([0x20, 0x0a, 0x30, 0x22, 0x5c, 0x7d, random.below(256)])),
    bytes.slice(at),
  );
};
const swap: ByteMutation = (bytes, random) => {
  const copy = Uint8Array.from(bytes);
  const [a, b] = [random.below(copy.length), random.below(copy.length)];
  [copy[a], copy[b]] = [copy[b] ?? 0, copy[a] ?? 0];
  return copy;
};
const truncate: ByteMutation = (bytes, random) => bytes.slice(0, random.below(bytes.length));
const repeat: ByteMutation = (bytes, random) => {
  const at = random.below(bytes.length);
  return concatBytes(bytes.slice(0, at), bytes.slice(Math.max(0, at - random.below(200) - 1)));
};
const mark: ByteMutation = (bytes) => concatBytes(Uint8Array.of(0xef, 0xbb, 0xbf), bytes);
const append: ByteMutation = (bytes) => concatBytes(bytes, Uint8Array.of(0x0a));

/** Damage to the file itself. Always another file than before. */
export function mutateBytes(bytes: Uint8Array, random: Random): { name: string; bytes: Uint8Array } {
  const [name, mutation] = random.pick<[string, ByteMutation]>([
    ['flip', flip],
    ['flip', flip],
    ['remove', remove],
    ['insert', insert],
    ['swap', swap],
    ['truncate', truncate],
    ['repeat', repeat],
    ['byte order mark', mark],
    ['trailing newline', append],
  ]);
  const mutated = mutation(bytes, random);
  return bytesEqual(mutated, bytes) ? mutateBytes(bytes, random) : { name, bytes: mutated };
}
