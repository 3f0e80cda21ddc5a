const longest = 24;

/** Parts a text before its last word, so that what follows the text can be kept on the last word's line. */
export function lastWordOf(text: string): readonly [before: string, last: string] {
  const end = text.trimEnd().length;
  const at = text.lastIndexOf(' ', end - 1) + 1;
  return at === 0 || text.length - at > longest ? [text, ''] : [text.slice(0, at), text.slice(at)];
}
