/** Longest title taken from a text, in code points. */
const LONGEST = 200;

/** A title for a text that came without one: its first line with a letter or digit, cut at a word. */
export function deriveTitle(text: string): string {
  const line = text.split('\n').find((candidate) => /[\p{L}\p{N}]/u.test(candidate)) ?? 'Untitled';
  const words = line.replace(/\s+/gu, ' ').trim();
  const points = [...words];
  if (points.length <= LONGEST) return words;
  const cut = points.slice(0, LONGEST - 1).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd()}…`;
}
