/** Where list items begin inside one line: "1.) …  2.) …", "1. … 2. …", "a. … b. …", "• 9. … • 10. …". */
const FIRST = /^\s*([•⁃*\-–·]?\s?)(\d{1,2}|[a-z])(\.\)|\)|\.)\s?(?=\S)/;

/**
 * Positions at which the items of a list that starts the stretch begin, the first included; none when it starts no list.
 * Only the next number or letter in the same style counts, so "1. In 2. league" cannot run away.
 */
export function findListItems(text: string, from: number, to: number): number[] {
  const first = FIRST.exec(text.slice(from, Math.min(to, from + 12)));
  if (!first) return [];
  const [, bullet = '', label = '', mark = ''] = first;
  const items = [from];
  let at = from + first[0].length;
  for (let value = next(label); value !== ''; value = next(value)) {
    const wanted = `${bullet}${value}${mark}`;
    const found = indexAfterSpace(text, wanted, at, to);
    if (found < 0) break;
    items.push(found);
    at = found + wanted.length;
  }
  return items.length > 1 ? items : [];
}

function next(label: string): string {
  if (/^\d+$/.test(label)) return String(Number(label) + 1);
  return label === 'z' ? '' : String.fromCharCode(label.charCodeAt(0) + 1);
}

function indexAfterSpace(text: string, wanted: string, from: number, to: number): number {
  const place = text.slice(from, to).indexOf(` ${wanted}`);
  const found = from + place;
  if (place < 0 || found + wanted.length >= to) return -1;
  return /[\s\p{Lu}]/u.test(text[found + 1 + wanted.length] ?? '') ? found + 1 : -1;
}
