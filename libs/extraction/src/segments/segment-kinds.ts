const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const DATE = `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4})`;
const DATE_LINE = new RegExp(`^(?:${DAY},? )?${DATE}(?:,? (?:at )?\\d{1,2}[:.]\\d{2}.{0,12})?$`, 'i');
const HAS_DATE = new RegExp(`${DATE}|\\bon ${DAY}\\b|\\b${MONTH} \\d{1,2}, ?\\d{4}`);

const FURNITURE = [
  /^(?:read (?:more|next|also|the (?:rest|full))|related(?: (?:stories|articles|content|topics))?\b|see also|more (?:on|from|stories|about)\b|also in|you may (?:also )?like|most (?:read|popular)|trending|recommended|next (?:article|story)|previous (?:article|story))/i,
  /^(?:subscribe|sign up|sign in|log in|register (?:now|here)|join (?:our|us|the conversation)|get (?:our|the) .{0,40}newsletter|follow (?:us|the)\b|share (?:this|on)|print this|email this|download (?:our|the) app|click here|tap here|listen to|watch:|watch (?:the|our) )/i,
  /^(?:advert(?:isement)?s?|sponsored|comments?|leave a comment|newsletter|cookies?|privacy policy|terms of (?:use|service)|back to top|home|menu|search|skip to)\b.{0,30}$/i,
  /^(?:©|\(c\) ?\d{4}|copyright\b)|all rights reserved/i,
  /^(?:contact us|contact the|submit an?|send (?:your|us)|do you have (?:a story|more)|got a (?:tip|story)|email (?:us|the|our)|call us|to contact|support (?:our|independent)|donate|become a (?:member|subscriber))\b/i,
  /contributed (?:to (?:this|the)|reporting)|^(?:additional )?reporting by\b|^editing by\b|^\(?(?:additional )?(?:reporting|editing|writing) by\b|^this (?:story|article) (?:was|has been|originally|is part)|^photo(?:graph)?s? (?:by|credit)|^(?:image|photo|picture) credits?:|^sorry, there are no|^photo: [^.]{0,40}$/i,
  /^(?:(?:topics|tags|filed under|categories|sections?)\s*[:|]|(?:published|updated|last (?:updated|modified)|posted)\s*[:|]?)\s.{0,80}$/i,
  /^(?:previously:|media enquir|press enquir|for immediate release|note(?:s)? to (?:editors|picture desks)|ends\.?$|programme ends|if you (?:have been|are|were) affected|do you know more|got a |follow the |buy the |tickets? (?:from|are|cost)|player ratings|fixtures and results|more sport|more on this|letters:|persons named in|court reporters|embargoed until|photographs? (?:and|are|may))/i,
  /\bpages? \d+(?:[-–]\d+)?\.?$|\bis a production of\b|\bTranscripts are\b|\btakes no corporate donations\b|\bwelcomes tips\b/i,
  /^\d+ (?:min(?:ute)?s? read|comments?|shares?)$/i,
];

/** Navigation, credits, calls to sign up. */
export function isFurniture(words: string): boolean {
  if (words.length > 320) return false;
  if (/^\S+@\S+\.\S+$|^https?:\/\/\S+$/.test(words)) return true;
  if (/^(?:published|updated|posted)/i.test(words) && /[.!?]$/.test(words) && words.length > 60) return false;
  return FURNITURE.some((rule) => rule.test(words)) && !/[“"]/.test(words.slice(0, 2));
}

/** "By Oren Castellane", "Jane Doe, Staff Writer". */
export function isByline(words: string): boolean {
  if (words.length > 140 || /[.!?]["”’']?$/.test(words.replace(/\b(?:Jr|Sr|Ph\.D)\.$/, ''))) return false;
  if (/^(?:by|words by|story by|report by|from)\s+\p{Lu}/iu.test(words))
    return /^(?:by|words by|story by|report by)/i.test(words) || words.split(/\s+/).length <= 4;
  return /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}(?:,| \||\s[-–—])\s?(?:\p{Lu}?[\p{L}-]+ ){0,4}(?:writer|reporter|correspondent|editor|staff|columnist)s?\b.{0,40}$/iu.test(
    words,
  );
}

/** A line that is only a date. */
export function isDateOnly(words: string): boolean {
  return words.length < 60 && DATE_LINE.test(words);
}

const DATELINES = datelines();

function datelines(): readonly RegExp[] {
  const agency = '\\((?:[A-Z][\\p{L}.&/-]*)(?: [A-Z][\\p{L}.&/-]*){0,3}\\)';
  const capitals = "\\p{Lu}[\\p{Lu}.'’-]+(?:[ -]\\p{Lu}[\\p{Lu}.'’-]*){0,4}";
  const region = '(?:,? (?:\\p{Lu}[\\p{L}.]+)(?: \\p{Lu}[\\p{L}.]+){0,2})?';
  const date = `(?:,? ${MONTH} \\d{1,2}(?:, \\d{4})?|,? \\d{1,2} ${MONTH})?`;
  const dash = '\\s?(?:—|–|--|-)\\s+';
  return [
    `${capitals}${region}${date}(?: ${agency})?${dash}`,
    `(?:\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,3}${region}${date} )?${agency}${dash}`,
    `${capitals}${region}${date}: `,
  ].map((form) => new RegExp(`^${form}(?=\\S)`, 'u'));
}

/**
 * Length of the dateline at the start of a paragraph, white space after it included, or 0:
 * "MARROW BAY —", "LONDON, Jan 5 (Reuters) -", "Marrow Bay (AP) —", "(AP) —".
 */
export function findDateline(words: string): number {
  const head = words.slice(0, 90);
  for (const form of DATELINES) {
    const hit = form.exec(head);
    if (hit && hit[0].length >= 5) return hit[0].length;
  }
  return 0;
}

/** A line that describes a picture: says left and right, names a date or a credit, or starts with a label; most have no full stop. */
export function isCaption(words: string, place: number): boolean {
  if (words.length > 600) return false;
  if (
    /^(?:pictured|photo|image|picture|caption|file photo|above|below|left|right|in pictures|figure \d+)\s?(?:above|left|right|below)?\s?[:—–]/i.test(
      words,
    )
  )
    return true;
  if (
    /^\((?:L-R|L to R|left to right|clockwise|from left)/i.test(words) ||
    /^(?:from left|clockwise from|left to right)/i.test(words)
  )
    return true;
  if (CREDIT.test(words) && countWords(words) < 90) return true;
  if (/\bin this (?:file |undated |aerial |handout |satellite )?(?:photo|image|picture|photograph|frame)/i.test(words))
    return countWords(words) < 80;
  if (place === 0 || endsLikeSentence(words)) return false;
  const count = countWords(words);
  if (count < 6) return false;
  const sides =
    /\((?:left|right|centre|center|second (?:left|right)|back|front)\)|, (?:left|right|centre|center),/i.test(words);
  return (
    sides ||
    HAS_DATE.test(words) ||
    (count >= 9 &&
      /\b(?:stands?|sits?|walks?|poses?|speaks?|looks?|holds?|pictured|seen|attends?|waves?|shakes?|arrives?|leaves?)\b/.test(
        words,
      ) &&
      place > 1)
  );
}

const CREDIT =
  /\((?:[^()]*\b(?:photo|image|getty|reuters|AP|AFP|handout|courtesy|supplied|file)\b[^()]*)\)\s*\.?$|\b(?:Photo|Picture|Image|Photograph)(?:s)?(?: by|:| courtesy)\b|\/(?:AP|AFP|Getty|Reuters|EPA|PA)\b/;

const countWords = (words: string): number => words.split(/\s+/).length;

/** Few, mostly capitalised or short words without a full stop, at the top. A second one is a standfirst or a repeat. */
export function isHeadline(words: string, place: number): boolean {
  const all = words.split(/\s+/);
  if (all.length > 30 || words.length > 220 || place > 2) return false;
  if (endsLikeSentence(words) && !/[?!]$/.test(words))
    return place === 0 && all.length <= 20 && capitalShare(all) >= 0.7;
  if (/[?!]["”’']?$/.test(words)) return place === 0 && all.length <= 20;
  return place === 0 || all.length >= 3;
}

function endsLikeSentence(words: string): boolean {
  return /[.!?…]["”’')\]]*$/.test(words) && !/\b(?:U\.S|U\.K|Inc|Jr|Sr|Co|a\.m|p\.m)\.$/.test(words);
}

function capitalShare(all: readonly string[]): number {
  const letters = all.filter((word) => /^\P{L}*\p{L}{4,}/u.test(word));
  return letters.length === 0 ? 0 : letters.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length / letters.length;
}
