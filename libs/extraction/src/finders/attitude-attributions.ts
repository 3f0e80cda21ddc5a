import { isSpeaker } from '../grammar/animacy.js';
import { contentEnd, phraseContentEnd } from '../grammar/content-ends.js';
import { type Found } from '../attributions/found.js';
import { finiteEnd } from './own-voice.js';
import { phraseStartingAt } from '../grammar/noun-phrases.js';
import { subjectBefore } from '../grammar/subjects.js';
import { posAt, textAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { wordFlag } from '../words/word.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Adjectives of somebody who holds something to be so, or takes it so or so. */
const ATTITUDES = words(
  'sure certain convinced confident adamant positive doubtful sceptical skeptical unsure uncertain unconvinced hopeful optimistic pessimistic fearful worried concerned relieved furious angry livid incensed outraged indignant pleased delighted disappointed dismayed unhappy aghast appalled scathing dismissive critical unrepentant unapologetic unmoved impressed unimpressed split divided insistent resigned anxious wary persuaded unpersuaded troubled puzzled baffled bemused surprised shocked amazed alarmed proud grateful glad ashamed afraid bitter unimpressed enthusiastic',
);
const LINKING =
  /^(?:is|are|was|were|remain|remains|remained|seem|seems|seemed|appear|appears|appeared|sound|sounds|sounded|[’']s)$/;
const ABOUT = /^(?:about|over|by|on|at|of)$/;

/** Verbs that open an idiom of saying or holding. */
export const opensAttitude = wordFlag(({ lower }) =>
  /^(?:is|are|was|were|remains?|remained|seems?|seemed|appears?|appeared|sounds?|sounded|[’']s|let|lets|made|makes?|making|has|have|had|takes?|took|came|comes?|gives?|gave)$/.test(
    lower,
  ),
);

/** "let slip that", "makes clear that", "has no doubt that", "took the view that": verb and noun together say or hold. */
const IDIOMS =
  /^(?:lets? slip|let(?: it)? be known|ma(?:de|kes?|king)(?: it)? (?:clear|plain|known)|ma(?:de|kes?) the point|ha(?:s|ve|d) (?:no|little|never had any) doubt|t(?:akes?|ook) the (?:view|line|position)|c(?:omes?|ame) to the (?:view|conclusion)|(?:gave|gives?) the impression|(?:is|was|are|were) (?:of the (?:opinion|view|belief)|in no doubt|under the impression)) that\b/;

/** "is convinced that", "are furious about", "is of the opinion that", "let slip that": how somebody takes a thing, by words that are no verb of saying. */
export function attitudeAttributions(tokens: readonly Token[], last: number): Found[] {
  for (let at = 1; at < last - 2; at += 1) {
    const token = tokens[at];
    if (!token || token.quote !== 'outside' || !opensAttitude(token.word)) continue;
    const content = idiom(tokens, at) ?? adjective(tokens, at, last);
    if (!content) continue;
    let start = at;
    while (start > 0 && /^(?:AUX|ADV)$/.test(posAt(tokens, start - 1))) start -= 1;
    const source = subjectBefore(tokens, start);
    if (
      !source ||
      !isSpeaker(tokens, source) ||
      /^(?:who|which|that|it|this|there)$/.test(wordAt(tokens, source.start))
    )
      continue;
    const end = (content.phrase ? phraseContentEnd : contentEnd)(tokens, content.from, last);
    return [{ source, cue: { start, end: content.cueEnd }, content: [{ start: content.from, end }], manner: 'mind' }];
  }
  return [];
}

interface Opening {
  readonly cueEnd: number;
  readonly from: number;
  readonly phrase: boolean;
}

function idiom(tokens: readonly Token[], at: number): Opening | null {
  const ahead = tokens.slice(at, at + 7).map(({ lower }) => lower);
  const match = IDIOMS.exec(ahead.join(' '));
  if (!match) return null;
  const that = at + match[0].split(' ').length - 1;
  return { cueEnd: that, from: that, phrase: false };
}

function adjective(tokens: readonly Token[], at: number, last: number): Opening | null {
  if (!LINKING.test(wordAt(tokens, at))) return null;
  let i = at + 1;
  while (
    i - at < 4 &&
    (/^(?:ADV|PART)$/.test(posAt(tokens, i)) || /^(?:less|more|not|so|far)$/.test(wordAt(tokens, i)))
  )
    i += 1;
  const next = i + 1;
  if (!ATTITUDES.has(wordAt(tokens, i)) || next >= last) return null;
  if (wordAt(tokens, next) === 'that' || wordAt(tokens, next) === 'whether')
    return { cueEnd: next, from: next, phrase: false };
  if (textAt(tokens, next) === ':') return { cueEnd: next, from: next + 1, phrase: false };
  if (ABOUT.test(wordAt(tokens, next))) return { cueEnd: next + 1, from: next + 1, phrase: true };
  return opensBareClause(tokens, next) ? { cueEnd: next, from: next, phrase: false } : null;
}

/** "is sure there was none", "are confident the wall will hold". */
function opensBareClause(tokens: readonly Token[], at: number): boolean {
  if (wordAt(tokens, at) === 'there') return finiteEnd(tokens, at + 1) > 0;
  const phrase = /^(?:DET|PRON|PROPN)$/.test(posAt(tokens, at)) ? phraseStartingAt(tokens, at) : null;
  return phrase !== null && finiteEnd(tokens, phrase.end) > 0;
}
