/** The words of a list written as one text, in any white space. */
export const wordList = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/** The same as a set. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(wordList(text));
