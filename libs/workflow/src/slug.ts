/** Longest part of a slug made of words. */
const LONGEST = 60;

/** An address part that says what it is about and stays unique: some words, then eight digits of the id. */
export function slugOf(words: string, id: string): string {
  const plain = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const cut =
    plain.length <= LONGEST
      ? plain
      : plain
          .slice(0, LONGEST + 1)
          .replace(/-[^-]*$/, '')
          .slice(0, LONGEST);
  return `${cut === '' ? 'verdict' : cut}-${id.slice(0, 8)}`;
}
