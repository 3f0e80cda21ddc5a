/** The words of a text: runs with at least one letter or digit between white space. */
export function wordsOf(text) {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Lower-cased word forms: letters with inner apostrophes, a final 's taken off, hyphenated compounds taken apart. */
export function formsOf(text) {
  const forms =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/\p{L}[\p{L}\p{M}]*(?:'\p{L}+)*/gu) ?? [];
  return forms.map((form) => form.replace(/'s$/u, ''));
}
