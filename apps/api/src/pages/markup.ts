/** Markup that is safe to send. Made only by `markup` and `trusted`. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | null | false | readonly Part[];

/** Template tag: every value is text and is escaped, but what `markup` made itself. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((text, string, at) => text + show(parts[at - 1] ?? '') + string));
}

/** Text of our own that needs no escaping: the style sheet, JSON-LD that was escaped for its element. */
export const trusted = (text: string): Markup => new Markup(text);

function show(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return (part as readonly Part[]).map(show).join('');
  if (part === null || part === false) return '';
  return escape(String(part));
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
