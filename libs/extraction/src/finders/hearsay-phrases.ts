import { type Found } from '../attributions/found.js';
import { isSpeaker } from '../grammar/animacy.js';
import { contentEnd } from '../grammar/content-ends.js';
import { type Range, phraseStartingAt } from '../grammar/noun-phrases.js';
import { posAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFlag } from '../words/word.js';

// Phrases that tell a clause as hearsay: "by most accounts", "if the gossip is to be believed", "legend has it", "there is talk of", "reports placed him in Rome".

/** What goes round without anybody who says it. */
const isTalk = wordFlag(({ lower }) =>
  /^(?:rumou?rs?|talk|gossip|whispers?|speculation|legend|tradition|lore|folklore|word|hearsay|reports?|fears?|claims?|allegations?|accusations?|suspicions?|suggestions?|hints?|stories|accounts?|tellings?|versions?|reckonings?|wisdom)$/.test(
    lower,
  ),
);
const opensPhrase = wordFlag(({ lower }) => /^(?:believed|go|judging|true)$/.test(lower));
/** Words at which a hearsay phrase turns. */
export const turnsToHearsay = wordFlag((word) => isTalk(word) || opensPhrase(word));

/** One hearsay phrase of a sentence, or null. */
export function hearsayPhrase(tokens: readonly Token[], last: number): Found | null {
  for (let at = 0; at < Math.min(last, MOST); at += 1) {
    const token = tokens[at];
    if (!token || token.quote !== 'outside') continue;
    const found = isTalk(token.word)
      ? (byAccounts(tokens, at, last) ??
        hasIt(tokens, at, last) ??
        thereIsTalk(tokens, at, last) ??
        grows(tokens, at, last) ??
        reportsPut(tokens, at, last))
      : opensPhrase(token.word)
        ? toBeBelieved(tokens, at, last)
        : null;
    if (found) return found;
  }
  return null;
}

const MOST = 40;

const unsourced = (cue: Range, content: readonly Range[]): Found | null => {
  const kept = content.filter((range) => range.end > range.start);
  return kept.length > 0 ? { source: null, cue, content: kept, manner: 'passive' } : null;
};

/** Both sides of a phrase between `start` and `end`, commas left out. */
function around(tokens: readonly Token[], start: number, end: number, last: number): Range[] {
  const before = textAt(tokens, start - 1) === ',' ? start - 1 : start;
  const rest = textAt(tokens, end) === ',' ? end + 1 : end;
  return [
    { start: 0, end: before },
    { start: rest, end: Math.max(rest, contentEnd(tokens, rest, last)) },
  ].filter((range) => range.start < last);
}

const SHARES = /^(?:most|many|some|several|various|one|two|another|other|both|this|that|more|these)$/;

/** "By most accounts the dinner ended in a fight"; amid a clause it is the author who hedges. Not whose account it is, which `view-phrases` reads. */
function byAccounts(tokens: readonly Token[], at: number, last: number): Found | null {
  if (!/^(?:accounts?|tellings?|versions?|reckonings?)$/.test(wordAt(tokens, at))) return null;
  if (!SHARES.test(wordAt(tokens, at - 1)) || !/^(?:by|on|in)$/.test(wordAt(tokens, at - 2))) return null;
  if (/^(?:of|by|from|that)$/.test(wordAt(tokens, at + 1))) return null;
  const start = at - 2;
  if (start > 0) return null;
  return unsourced({ start, end: at + 1 }, around(tokens, start, at + 1, last));
}

/** "Rumour has it (that)", "Talk in the yard has it that", "Tradition holds that", "conventional wisdom says": up to the verb. */
function hasIt(tokens: readonly Token[], at: number, last: number): Found | null {
  if (!/^(?:rumou?rs?|talk|gossip|legend|tradition|lore|folklore|word|wisdom|hearsay)$/.test(wordAt(tokens, at)))
    return null;
  let verb = at + 1;
  if (posAt(tokens, verb) === 'ADP') verb = phraseStartingAt(tokens, verb + 1)?.end ?? verb;
  const it = wordAt(tokens, verb + 1) === 'it';
  const has = /^(?:has|had|have)$/.test(wordAt(tokens, verb)) && it;
  const holds =
    /^(?:holds|held|says|said|goes|is|was|tells)$/.test(wordAt(tokens, verb)) && wordAt(tokens, verb + 1) === 'that';
  const isOf =
    /^(?:is|was)$/.test(wordAt(tokens, verb)) && wordAt(tokens, verb + 1) === 'of' && wordAt(tokens, at) === 'talk';
  if (!has && !holds && !isOf) return null;
  const end = has ? verb + 2 : verb + 1;
  return unsourced({ start: at, end }, [{ start: end, end: contentEnd(tokens, end, last) }]);
}

/** "There is talk of a second runway", "there have been reports of looting". */
function thereIsTalk(tokens: readonly Token[], at: number, last: number): Found | null {
  if (!/^(?:of|about|that)$/.test(wordAt(tokens, at + 1))) return null;
  let there = at - 1;
  while (
    there > 0 &&
    at - there < 7 &&
    /^(?:AUX|ADV|ADJ|DET|VERB)$/.test(posAt(tokens, there)) &&
    wordAt(tokens, there) !== 'there'
  )
    there -= 1;
  if (wordAt(tokens, there) !== 'there' || posAt(tokens, there + 1) !== 'AUX') return null;
  if (/^(?:accounts?|versions?|stories|lore|tradition|legend|word)$/.test(wordAt(tokens, at))) return null;
  if (tokens.slice(there, at).some(({ lower }) => /^(?:no|not|never|n[’']t)$/.test(lower))) return null;
  return unsourced({ start: there, end: at + 1 }, [{ start: at + 1, end: contentEnd(tokens, at + 1, last) }]);
}

const GROWS =
  /^(?:growing|mounting|swirling|spreading|rife|circulating|abounding|emerging|rising|flying|surfacing|grew|mounted|swirled|spread|circulated|abound|abounded|emerged|surfaced|persist|persisted|grow|mount|swirl|circulate|emerge)$/;

/** "Fears are growing that the dam could burst", "Reports are emerging of a second explosion". */
function grows(tokens: readonly Token[], at: number, last: number): Found | null {
  if (
    at > 3 ||
    !/^(?:rumou?rs?|fears?|claims|allegations|speculation|suspicions?|reports|talk|gossip|whispers)$/.test(
      wordAt(tokens, at),
    )
  )
    return null;
  const verb = [at + 1, at + 2, at + 3].find((i) => GROWS.test(wordAt(tokens, i)));
  if (verb === undefined || !/^(?:that|of|about|over)$/.test(wordAt(tokens, verb + 1))) return null;
  return unsourced({ start: at, end: verb + 1 }, [{ start: verb + 1, end: contentEnd(tokens, verb + 1, last) }]);
}

/** "Reports placed him in three cities", "Unconfirmed reports spoke of forty dead": bare, so that no report in particular is meant. */
function reportsPut(tokens: readonly Token[], at: number, last: number): Found | null {
  if (!/^(?:reports|rumou?rs|accounts|stories)$/.test(wordAt(tokens, at)) || at > 2) return null;
  if (
    at > 0 &&
    !/^(?:unconfirmed|early|initial|some|other|later|several|conflicting|local|recent|media|press|news|wild|persistent|first)$/.test(
      wordAt(tokens, 0),
    )
  )
    return null;
  if (
    !/^(?:placed?|put|spoke|speak|spoken|told|tell|named|linked|describe|described|blamed?|suggested|suggest|said|say|claimed?|had|have)$/.test(
      wordAt(tokens, at + 1),
    )
  )
    return null;
  if (wordAt(tokens, at + 1) === 'have' && posAt(tokens, at + 2) !== 'PRON') return null;
  return unsourced({ start: 0, end: at + 2 }, [{ start: at + 2, end: contentEnd(tokens, at + 2, last) }]);
}

/** "If one whip is to be believed, …", "If rumours are true, …", "To go by a clerk, …", "Judging by the talk in the inn, …". */
function toBeBelieved(tokens: readonly Token[], at: number, last: number): Found | null {
  const word = wordAt(tokens, at);
  if (word === 'go' || word === 'judging') {
    const by = word === 'go' ? wordAt(tokens, at - 1) === 'to' : true;
    const start = word === 'go' ? at - 1 : at;
    if (!by || wordAt(tokens, at + 1) !== 'by' || (start > 0 && textAt(tokens, start - 1) !== ',')) return null;
    const who = phraseStartingAt(tokens, at + 2);
    const told =
      who !== null && (isSpeaker(tokens, who) || tokens.slice(who.start, who.end).some((token) => isTalk(token.word)));
    if (!who || !told || textAt(tokens, who.end) !== ',') return null;
    return heardFrom(tokens, who, { start, end: at + 2 }, around(tokens, start, who.end, last));
  }
  const open = wordAt(tokens, 0) === 'if' ? 0 : -1;
  const be = word === 'true' ? at - 1 : at - 3;
  if (open < 0 || textAt(tokens, at + 1) !== ',' || !/^(?:is|are|was|were)$/.test(wordAt(tokens, be))) return null;
  if (word === 'believed' && !(wordAt(tokens, at - 1) === 'be' && wordAt(tokens, at - 2) === 'to')) return null;
  const who = { start: 1, end: be };
  if (word === 'true' && !tokens.slice(1, be).some((token) => isTalk(token.word))) return null;
  return heardFrom(tokens, who, { start: 0, end: at + 1 }, [{ start: at + 2, end: contentEnd(tokens, at + 2, last) }]);
}

/** Somebody is the source; talk is nobody. */
function heardFrom(tokens: readonly Token[], who: Range, cue: Range, content: readonly Range[]): Found | null {
  if (who.end <= who.start) return null;
  const talk = tokens.slice(who.start, who.end).some((token) => isTalk(token.word)) || !isSpeaker(tokens, who);
  return talk ? unsourced(cue, content) : { source: who, cue, content, manner: 'speech' };
}
