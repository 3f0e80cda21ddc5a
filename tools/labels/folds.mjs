/** Deals articles out in turn, in the order of a hash of their names: neighbours in the alphabet are of one genre. */
export function foldsOf(articles, folds) {
  const key = (id) => [...id].reduce((hash, c) => (Math.imul(hash, 31) + c.charCodeAt(0)) >>> 0, 7) % 9973;
  const sorted = [...articles].sort((a, b) => key(a.id) - key(b.id) || (a.id < b.id ? -1 : 1));
  return Array.from({ length: folds }, (_, k) => sorted.filter((_, i) => i % folds === k));
}
