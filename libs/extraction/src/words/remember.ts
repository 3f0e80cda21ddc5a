/** At most this many answers are kept; then the memory starts anew. */
const CAPACITY = 1 << 14;

/** A pure function of a string that remembers its answers: the words of a language come again and again. */
export function remember<T>(answer: (word: string) => T, capacity = CAPACITY): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    let value = known.get(word);
    if (value !== undefined) return value;
    value = answer(word);
    if (known.size >= capacity) known.clear();
    known.set(word, value);
    return value;
  };
}
