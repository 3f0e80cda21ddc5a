import { isOutletWord } from './outlets.js';
import { type Segment } from '../segments/segments.js';
import { wordSet } from '../lexicon/word-list.js';

/**
 * The outlet that a text appears in, as its byline or dateline tells: "By Ann Orr | Marl Courier", "By the Courier staff",
 * "MARL (Union Newswire) —". Last words of names, lower case.
 */
export function mastheadsOf(text: string, segments: readonly Segment[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [at, { kind, start, end }] of segments.entries()) {
    if (at <= LINES_OVER_TEXT && kind !== 'byline') addTitle(found, text.slice(start, Math.min(end, start + LONGEST)));
    const line = kind === 'byline' || kind === 'dateline' ? text.slice(start, Math.min(end, start + LONGEST)) : '';
    if (kind === 'dateline') addAgency(found, line);
    if (kind === 'byline') addByline(found, line, text);
  }
  return found;
}

const LONGEST = 200;
/** How many lines behind the first may name the outlet before the text begins. */
const LINES_OVER_TEXT = 2;
const NAME = /(?:\p{Lu}|\d)[\p{L}\d-]*(?: (?:\p{Lu}|\d)[\p{L}\d-]*){0,3}/u;
/** "the Dispatch energy desk", "The Leveller’s media diary". */
const HOUSE = new RegExp(
  `\\b[Tt]he (${NAME.source})(?:[’']s\\b| (?:[\\p{Ll}]+ )?(?:staff|desk|team|reporters|newsroom)\\b)`,
  'u',
);
const TITLE = new RegExp(`^(?:[Tt]he )?(${NAME.source})(?: *(?://|\\|).*)?$`, 'u');
/** "By Ann Orr for Marl Report". */
const EMPLOYER = new RegExp(` for (?:[Tt]he )?(${NAME.source})\\.?$`, 'u');
const OPENING = new RegExp(`^${NAME.source}`, 'u');

/** "Harbour Watch", "Marl Newswire // by ann": a line over the text that is a name and ends as names of outlets do. */
function addTitle(found: Set<string>, line: string): void {
  if (wordsBeforeMark(line) > LONGEST_TITLE) return;
  const name = TITLE.exec(line.split('\n', 1)[0] ?? '')?.[1];
  const word = name === undefined ? '' : lastWord(name);
  if (isOutletWord(word) || SERVICES.has(word)) found.add(word);
}

/** How many words of a line stand before "//" or "|", where its title ends. */
function wordsBeforeMark(line: string): number {
  let words = 0;
  let inWord = false;
  for (let at = 0; at < line.length && !ENDS_TITLE.has(line[at] as string); at += 1) {
    if (!inWord && line[at] !== ' ') words += 1;
    inWord = line[at] !== ' ';
  }
  return words;
}

const ENDS_TITLE = new Set(['/', '|', '\n']);
/** As many words as `TITLE` takes before a mark: "the" and four of a name. */
const LONGEST_TITLE = 5;
const SERVICES = wordSet('watch report newswire wire agency media investigates desk confidential');

/** "DRAVEN (Meridian Wire) --": the agency that sent the story. */
function addAgency(found: Set<string>, line: string): void {
  const agency = /\((\p{Lu}[\p{L} -]{1,40})\)/u.exec(line)?.[1];
  if (agency) found.add(lastWord(agency));
}

function addByline(found: Set<string>, line: string, text: string): void {
  const house = HOUSE.exec(line)?.[1];
  if (house) found.add(lastWord(house));
  const pieces = line.split(/[|,/·•]| (?:for|at) (?:the )?/u).map((piece) => piece.trim());
  for (const piece of pieces.slice(1)) {
    const name = OPENING.exec(piece.replace(/^the /iu, ''))?.[0];
    if (name !== undefined && name.length > 2 && (isOutletWord(lastWord(name)) || line.includes('|')))
      found.add(lastWord(name));
    for (const initials of name?.match(/\b\p{Lu}{3,}\b/gu) ?? []) found.add(initials.toLowerCase());
  }
  const employer = EMPLOYER.exec(line)?.[1];
  if (employer !== undefined) found.add(lastWord(employer));
  const first = OPENING.exec(pieces[0] ?? '')?.[0];
  if (first !== undefined && first.length > 2 && namesItself(text, first)) found.add(lastWord(first));
}

/** A line that is a name and no "By": the outlet's where the text goes on to use it, as no author does. */
function namesItself(text: string, name: string): boolean {
  if (/^(?:By|From|Posted|Words|Compiled|Staff|Reporting|Data|Interview|Column|Analysis|Live|A|The)\b/u.test(name))
    return false;
  const at = text.indexOf(name);
  return text.includes(name, at + name.length);
}

const lastWord = (name: string): string => (name.trim().split(/\s+/u).at(-1) ?? '').toLowerCase();
