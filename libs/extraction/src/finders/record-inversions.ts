import { type Found } from '../attributions/found.js';
import { type Range } from '../grammar/noun-phrases.js';
import { modifies, recordEndingAt, recordHead, tellsWhich } from '../grammar/record-phrases.js';
import { recordingsOf } from '../lexicon/recording.js';
import { posAt, quoteAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordSet } from '../lexicon/word-list.js';

// Records that stand in an unusual place of their sentence: "Preserved on the tape is …", "so runs the meter", "… is what the gauge recorded".

/** What may be done to something in a record. */
const SET_DOWN = wordSet(`
  listed recorded entered mentioned noted named described given put logged registered documented credited identified marked dated counted valued set laid spelled spelt defined classed classified buried included
  preserved pencilled penciled scribbled scrawled written inked typed printed stamped engraved carved incised inscribed chalked painted pinned stapled clipped taped filed tucked hidden kept appended attached scored underlined
  crossed sketched drawn embossed etched stencilled stenciled captured caught visible missing absent legible pasted gummed glued embroidered tattooed scratched picked spelled itemised itemized tabulated
`);

const PLACING = wordSet('in on inside among under at');
/** What may stand between them, or before. */
const LEADING = wordSet('also among up down out off there');

/** Any of the constructions below; null where none stands. */
export function recordInversion(tokens: readonly Token[], last: number): Found | null {
  return (
    listing(tokens, last) ??
    turnedRound(tokens, last) ??
    toldBehind(tokens, last) ??
    whatItTold(tokens, last) ??
    cleft(tokens, last)
  );
}

const record = (source: Range, cue: Range, content: readonly Range[]): Found | null => {
  const told = content.filter(({ start, end }) => end > start);
  return told.length > 0 ? { source, cue, content: told, manner: 'record', sort: 'document' } : null;
};

/**
 * "Buried in table 9 of the budget papers: a freeze", "Also on the slip: a torch", "Listed in the register are nine firms", "Entered
 * against it in the ledger is a sum", "On file with the clerk are leases".
 */
function listing(tokens: readonly Token[], last: number): Found | null {
  const lead = leadEnd(tokens);
  for (let at = lead; at < lead + 5 && at < last - 3; at += 1) {
    if (!PLACING.has(wordAt(tokens, at)) || quoteAt(tokens, at) !== 'outside') continue;
    const onFile = wordAt(tokens, at) === 'on' && /^(?:file|record|deposit)$/.test(wordAt(tokens, at + 1));
    const head = onFile ? at + 1 : recordHead(tokens, at + 1, last);
    if (head < 0) continue;
    let end = head + 1;
    while (end < Math.min(last, head + 16) && !/^[:;]$/.test(textAt(tokens, end)) && posAt(tokens, end) !== 'AUX')
      end += 1;
    if (!isTurned(tokens, { at, lead, end }) || end + 1 >= last || quoteAt(tokens, end) !== 'outside') return null;
    if (!modifies(tokens, head + 1, end)) return null;
    return record({ start: at + 1, end }, { start: 0, end: at + 1 }, [{ start: end + 1, end: last }]);
  }
  return null;
}

/** Where the opening words end that such a sentence may have before its preposition: "also", "buried", "chalked up". */
function leadEnd(tokens: readonly Token[]): number {
  let at = 0;
  while (at < 4 && (posAt(tokens, at) === 'ADV' || SET_DOWN.has(wordAt(tokens, at)) || LEADING.has(wordAt(tokens, at))))
    at += 1;
  return at > 0 && wordAt(tokens, at - 1) === 'among' ? at - 1 : at;
}

/** Whether a colon or an inverted verb follows: behind nothing but the record itself only "is" with what is set down, or a number of things. */
function isTurned(tokens: readonly Token[], { at, lead, end }: { at: number; lead: number; end: number }): boolean {
  if (textAt(tokens, end) === ':') return lead > 0;
  if (!/^(?:is|are|was|were)$/.test(wordAt(tokens, end))) return false;
  const placed = tokens.slice(0, at).some(({ lower }) => SET_DOWN.has(lower));
  if (placed || (lead > 0 && posAt(tokens, at - 1) !== 'ADV')) return true;
  if (at > lead) return false;
  if (SET_DOWN.has(wordAt(tokens, end + 1)) || /^(?:file|record|deposit)$/.test(wordAt(tokens, at + 1))) return true;
  return wordAt(tokens, end) === 'are' && /^(?:NUM|ADJ|NOUN)$/.test(posAt(tokens, end + 1));
}

const SAYS_SO = /^(?:runs?|ran|reads?|says?|said|goes|went|tells?|told|shows?|showed)$/;

/** "Nine thousand in a month: so runs the meter", "… or so the ledger says". */
function turnedRound(tokens: readonly Token[], last: number): Found | null {
  const so = tokens.findIndex(({ lower, quote }, at) => lower === 'so' && quote === 'outside' && at < last - 2);
  if (so < 0) return null;
  const next = tokens[so + 1];
  if (!next) return null;
  const inverted = SAYS_SO.test(next.lower);
  const from = inverted ? so + 2 : so + 1;
  const head = recordHead(tokens, from, last);
  if (head < 0 || !tellsWhich(tokens, { start: from, end: head + 1, head })) return null;
  if (so === 0)
    return inverted && textAt(tokens, head + 1) === ':'
      ? record({ start: from, end: head + 1 }, { start: 0, end: 2 }, [{ start: head + 2, end: last }])
      : null;
  if (!/^[,:;—–]$/.test(textAt(tokens, so - 1)) && !/^(?:or|and)$/.test(wordAt(tokens, so - 1))) return null;
  const verb = inverted ? so + 1 : tokens.findIndex(({ lower }, at) => at > head && SAYS_SO.test(lower));
  if (verb < 0 || (!inverted && (verb + 1 < last || !modifies(tokens, head + 1, verb)))) return null;
  const end = inverted ? last : verb;
  if (inverted && !modifies(tokens, head + 1, last)) return null;
  return record({ start: from, end }, { start: so, end: so + 1 }, [{ start: 0, end: so - 1 }]);
}

/** "Nine boats were lost, notes the harbour log, each with two men". */
function toldBehind(tokens: readonly Token[], last: number): Found | null {
  for (let at = 3; at < last - 1; at += 1) {
    if (textAt(tokens, at - 1) !== ',') continue;
    const token = tokens[at] as Token;
    if (token.quote !== 'outside' || quoteAt(tokens, at - 2) !== 'outside' || !VOUCHES.has(token.lower)) continue;
    if (!opensWithVerb(tokens)) return null;
    const head = recordHead(tokens, at + 1, last);
    if (head < 0 || !tellsWhich(tokens, { start: at + 1, end: head + 1, head })) continue;
    let end = head + 1;
    while (end < last && textAt(tokens, end) !== ',') end += 1;
    if (!modifies(tokens, head + 1, end)) continue;
    const behind = end + 1 < last ? [{ start: end + 1, end: last }] : [];
    return record({ start: at + 1, end }, { start: at, end: at + 1 }, [{ start: 0, end: at - 1 }, ...behind]);
  }
  return null;
}

/** Whether a verb stands before the first comma. */
function opensWithVerb(tokens: readonly Token[]): boolean {
  const comma = tokens.findIndex(({ text }) => text === ',');
  return comma > 1 && tokens.slice(0, comma).some(({ pos }) => pos === 'AUX' || pos === 'VERB');
}

const VOUCHES = wordSet(
  'say says said read reads runs ran note notes noted record records recorded add adds added state states stated show shows report reports conclude concludes concluded find finds found reckon reckons insist insists warn warns',
);

/** "Seventy decibels was what the meter recorded", "Nine tonnes is all that the ledger has". */
function whatItTold(tokens: readonly Token[], last: number): Found | null {
  const opening = wordAt(tokens, 0) === 'what' ? whatStands(tokens, last) : null;
  if (opening) return opening;
  for (let at = 2; at < last - 2; at += 1) {
    const word = wordAt(tokens, at);
    if (word !== 'what' && word !== 'that' && word !== 'all') continue;
    if (!/^(?:is|are|was|were|all)$/.test(wordAt(tokens, at - 1))) continue;
    const from = word === 'all' ? at : at + 1;
    const head = recordHead(tokens, from, last);
    if (head < 0) continue;
    for (let verb = head + 1; verb < Math.min(last, head + 12); verb += 1) {
      const token = tokens[verb] as Token;
      if (!recordingsOf(token.word) || token.quote !== 'outside') continue;
      const subject = recordEndingAt(tokens, verb) ?? { start: from, end: verb, head };
      if (!modifies(tokens, head + 1, verb) || !tellsWhich(tokens, subject)) break;
      return record({ start: from, end: verb }, { start: verb, end: verb + 1 }, [{ start: 0, end: at }]);
    }
  }
  return null;
}

/** In tokens. */
const LONGEST_PLACE = 24;

/** "What you get from the assay map is a red line". */
function whatStands(tokens: readonly Token[], last: number): Found | null {
  const link = tokens.findIndex(({ lower }, at) => at > 3 && /^(?:is|are|was|were)$/.test(lower));
  for (let at = Math.max(2, link - LONGEST_PLACE); at < link - 1; at += 1) {
    if (!/^(?:in|on|from|off)$/.test(wordAt(tokens, at))) continue;
    const head = recordHead(tokens, at + 1, link);
    if (head < 0 || !modifies(tokens, head + 1, link)) continue;
    return record({ start: at + 1, end: link }, { start: at, end: at + 1 }, [
      { start: 0, end: at },
      { start: link, end: last },
    ]);
  }
  return null;
}

/** "It is only an assay certificate, dated 9 May, that gives the fineness as nil". */
function cleft(tokens: readonly Token[], last: number): Found | null {
  if (wordAt(tokens, 0) !== 'it' || !/^(?:is|was)$/.test(wordAt(tokens, 1))) return null;
  const from = posAt(tokens, 2) === 'ADV' ? 3 : 2;
  const head = recordHead(tokens, from, last);
  if (head < 0) return null;
  for (let at = head + 1; at < Math.min(last - 2, head + 16); at += 1) {
    if (!/^(?:that|which)$/.test(wordAt(tokens, at))) continue;
    const verb = tokens[at + 1] as Token;
    if (!recordingsOf(verb.word) || !modifies(tokens, head + 1, at)) return null;
    return record({ start: from, end: at }, { start: at, end: at + 2 }, [{ start: at + 2, end: last }]);
  }
  return null;
}
