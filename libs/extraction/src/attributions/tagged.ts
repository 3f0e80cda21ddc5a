import { type Attribution } from './attribution.js';
import { type SecondOpinion } from './attributions.js';
import { isAdded } from '../grammar/content-ends.js';
import { type Found } from './found.js';
import { ownVoiceFrom } from '../finders/own-voice.js';
import { RELATIVES } from '../lexicon/words.js';
import { type Range } from '../grammar/noun-phrases.js';
import { linkLabels } from '../tagger/link.js';
import { type Hint, hintsOf } from '../tagger/hints.js';
import { type SpanTagger } from '../tagger/tagger.js';
import { type BioLabel, type Sentence, type Token } from '../words/token.js';
import { wordSet } from '../lexicon/word-list.js';

/**
 * Where the rules and the trained tagger meet. The tagger knows what the rules found (`rules`, as hints) and mostly corrects
 * their edges, so its stretches are taken where both see the same cue; what a cue means (its manner, a record, the outlet)
 * the rules know better. What only the rules found stays where the tagger saw nothing else in those words.
 */
export function secondOpinion(
  tagger: SpanTagger,
  sentences: readonly Sentence[],
  rules: readonly Attribution[],
): SecondOpinion {
  const labels = labelAll(tagger, sentences, rules);
  return (sentence, index, found) => {
    const own = labels[index];
    if (!own) return found;
    const tagged = linkLabels(sentence, own).filter(
      (one) =>
        !holdsBetterCue(one, found) && !(isInference(sentence, one) && !found.some((rule) => sharesCue(one, rule))),
    );
    if (tagged.length === 0) return found;
    const agreed = tagged.map((one) => withRule(sentence, one, found)).filter((one) => one.content.length > 0);
    const kept = found.filter(
      (rule) =>
        rule.sort !== undefined || joinsOn(sentence, rule, agreed) || !tagged.some((one) => sharesContent(rule, one)),
    );
    const added = kept.filter((rule) => !tagged.some((one) => sharesCue(rule, one)));
    const joined = added.filter((rule) => joinsOn(sentence, rule, agreed));
    return [...agreed.map((one) => upTo(one, joined)), ...added].sort(
      (a, b) => (a.cue?.start ?? 0) - (b.cue?.start ?? 0),
    );
  };
}

/** One attribution of the tagger with what the rule of the same cue knows besides. */
function withRule(sentence: Sentence, one: Found, rules: readonly Found[]): Found {
  const rule = rules.find((other) => sharesCue(one, other));
  if (!rule) return one;
  const relative = rule.source !== null && RELATIVES.has(sentence.tokens[rule.source.start]?.lower ?? '');
  const longer =
    rule.source !== null &&
    one.source !== null &&
    rule.source.start === one.source.start &&
    rule.source.end > one.source.end &&
    rule.source.start > (rule.cue?.start ?? Infinity);
  const nobody = rule.source === null && rule.manner === 'passive' && isHearsay(sentence, rule);
  const apart = relative || longer || nobody || holdsClause(sentence, one, rule) || runsOn(sentence, one, rule);
  const source = apart ? rule.source : (one.source ?? rule.source);
  const inner = rule.source !== null && source !== null && isInside(rule.source, source) ? rule.source : null;
  return {
    source,
    ...(inner ? { head: inner } : {}),
    cue: one.cue,
    content: withFront(
      rule,
      one.content.length === 0 || isQuotation(sentence, rule) ? rule.content : withoutGloss(sentence, one, rule),
    ),
    manner: rule.manner,
    ...(rule.sort ? { sort: rule.sort } : {}),
  };
}

/** "She knew nothing, Holt told police, and had never met him": what stood before the source, where the tagger saw only what stands behind it. */
function withFront(rule: Found, content: readonly Range[]): readonly Range[] {
  const tag = Math.min(rule.source?.start ?? Infinity, rule.cue?.start ?? Infinity);
  const [front] = rule.content;
  if (rule.manner !== 'speech' || !front || front.end > tag || content.some(({ start }) => start < tag)) return content;
  return [front, ...content];
}

/** Whether the tagger's source takes in a clause before the source the rule sees ("the pact follows talks in Paris, where allies"). */
function holdsClause({ tokens }: Sentence, one: Found, rule: Found): boolean {
  if (!one.source || !rule.source || rule.source.start <= one.source.start || rule.source.end > one.source.end)
    return false;
  return tokens
    .slice(one.source.start, rule.source.start)
    .some(({ pos, lower }) => pos === 'AUX' || (pos === 'VERB' && !/(?:ing|ed|en)$/.test(lower)));
}

/** "He is said to have", "rumour has it": whoever stands before it is not who says it. */
const isHearsay = ({ tokens }: Sentence, { cue }: Found): boolean =>
  cue !== null &&
  /^(?:said|told|warned|informed|thought|believed|understood|rumou?red|reputed|it|is|was|goes)$/.test(
    tokens[cue.end - 1]?.lower ?? '',
  );

/** Whether the tagger's source runs on behind its name into the next clause ("said the union, and for once it was right"). */
function runsOn({ tokens }: Sentence, one: Found, rule: Found): boolean {
  if (!one.source || !rule.source || one.source.start !== rule.source.start) return false;
  const next = tokens[rule.source.end];
  if (next?.text !== ',' || one.source.end <= rule.source.end + 2) return false;
  return /^(?:and|but|as|while|though)$/.test(tokens[rule.source.end + 1]?.lower ?? '');
}

/** Ends content where the rule does: not amid a phrase, and where the author begins to comment or to tell on: "…, a veiled reference to", "… and retired to a bungalow". */
function withoutGloss({ tokens }: Sentence, one: Found, rule: Found): readonly Range[] {
  const edge = rule.content.at(-1)?.end ?? 0;
  const last = one.content.at(-1);
  if (!last || last.start >= edge) return one.content;
  if (breaksOff(tokens, last.end, edge)) return [...one.content.slice(0, -1), { start: last.start, end: edge }];
  if (last.end <= edge + 2) return one.content;
  const glossed = /^[,—–]$/.test(tokens[edge]?.text ?? '') && isAdded(tokens, edge + 1, last.end);
  if (!glossed && !ownVoiceFrom(tokens, edge, rule.manner === 'nominal')) return one.content;
  return [...one.content.slice(0, -1), { start: last.start, end: edge }];
}

/** "accused them of 'reckless' plans": nothing ends behind a quoted word that goes on into its noun, where the rule goes on too. */
function breaksOff(tokens: readonly Token[], end: number, edge: number): boolean {
  const next = tokens[end];
  return end < edge && tokens[end - 1]?.quote === 'mark' && (next?.pos === 'NOUN' || next?.pos === 'ADJ');
}

/** "This confirms past research", "one would think that": words point at words, nobody speaks. */
function isInference({ tokens }: Sentence, { source, cue }: Found): boolean {
  if (!cue) return false;
  if (isRequest(tokens, cue, source)) return true;
  const subject = tokens[source ? source.end - 1 : cue.start - 1]?.lower ?? '';
  if (/^(?:nobody|no-one|none)$/.test(subject) && cue.end - cue.start < 4) return true;
  const alone = !source || source.end - source.start === 1;
  const verb = tokens[cue.end - 1]?.lower ?? '';
  const nobody = !source && tokens[cue.start]?.pos === 'VERB';
  if ((nobody || (alone && /^(?:this|that|these|which)$/.test(subject))) && INFERRING.test(verb)) return true;
  if (source && /^show(?:s|ed|n|ing)?$/.test(verb) && /^(?:PROPN|PRON)$/.test(tokens[source.end - 1]?.pos ?? ''))
    return true;
  const shown = tokens.slice(cue.end, cue.end + 5).some(({ lower }) => PICTURES.has(lower));
  if (/^(?:post|share|upload)(?:ed|s)?$/.test(verb) && shown) return true;
  const anybody = /^(?:one|everyone|everybody|anyone|anybody|nobody|you)$/.test(subject);
  return alone && anybody && /^(?:would|might|could|may|can)$/.test(tokens[cue.start]?.lower ?? '');
}

/** "If he asks, tell him": the reader is asked to say something. */
const isRequest = (tokens: readonly Token[], cue: Range, source: Range | null): boolean =>
  /^(?:tell|ask|call|write|say)$/.test(tokens[cue.start]?.lower ?? '') &&
  (cue.start === 0 || /^[,;:]$/.test(tokens[cue.start - 1]?.text ?? '')) &&
  (source === null || source.start >= cue.end);

const PICTURES = wordSet(
  'photo photos picture pictures clip clips video videos screenshot screenshots image images selfie link',
);

const INFERRING =
  /^(?:confirm|mean|suggest|show|impl|indicate|prove|demonstrate|illustrate|highlight|underline|underscore|signal|echo|reflect|contradict|support)\w*$/;

/**
 * "issued a statement, asserting that": what the tagger takes for one content, by a cue no rule knows, holds cues that rules
 * know and the tagger has not marked. There the rules' reading stands.
 */
function holdsBetterCue(one: Found, rules: readonly Found[]): boolean {
  if (rules.some((rule) => sharesCue(one, rule))) return false;
  return rules.some(
    ({ cue, manner }) =>
      cue !== null &&
      (manner === 'speech' || manner === 'act') &&
      one.content.some((piece) => piece.start < cue.start && cue.end < piece.end),
  );
}

/** Whether what a rule found is quotations and nothing else: of these the rules are surer. */
function isQuotation({ tokens }: Sentence, rule: Found): boolean {
  return (
    rule.content.length > 0 &&
    rule.content.every(({ start, end }) => tokens[start]?.quote === 'mark' && tokens[end - 1]?.quote === 'mark')
  );
}

const SAYS = /^(?:said|says|told|tells|added|adds|wrote|insisted|argued|claimed|warned)$/;

/** "announced the arrest and said a curfew would go on": a second cue of the same subject behind "and", inside what the tagger took for one content. */
function joinsOn(sentence: Sentence, rule: Found, tagged: readonly Found[]): boolean {
  const { cue, source } = rule;
  if (
    !cue ||
    !source ||
    !SAYS.test(sentence.tokens[cue.start]?.lower ?? '') ||
    sentence.tokens[cue.start - 1]?.lower !== 'and'
  )
    return false;
  return tagged.some(
    (one) =>
      one.source !== null &&
      one.source.start <= source.start &&
      source.start < one.source.end &&
      one.content.some((piece) => piece.start < cue.start && cue.end < piece.end),
  );
}

/** Ends what was said where the next cue of the same speaker begins. */
function upTo(one: Found, joined: readonly Found[]): Found {
  const next = joined.find((rule) =>
    one.content.some((piece) => piece.start < (rule.cue?.start ?? 0) && piece.end > (rule.cue?.end ?? 0)),
  );
  if (!next?.cue) return one;
  const edge = next.cue.start - 1;
  const content = one.content
    .map((piece) => (piece.start < edge && piece.end > edge ? { start: piece.start, end: edge } : piece))
    .filter((piece) => piece.end <= edge);
  return content.length > 0 ? { ...one, content } : one;
}

function isInside(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start;
}

function sharesCue(a: Found, b: Found): boolean {
  return a.cue !== null && b.cue !== null && a.cue.start < b.cue.end && b.cue.start < a.cue.end;
}

function sharesContent(a: Found, b: Found): boolean {
  return a.content.some((one) => b.content.some((other) => one.start < other.end && other.start < one.end));
}

/** The tagger's labels for every sentence, null for those it passes over. */
function labelAll(
  tagger: SpanTagger,
  sentences: readonly Sentence[],
  rules: readonly Attribution[],
): (readonly BioLabel[] | null)[] {
  const hints = hintsOf(rules);
  let hintAt = 0;
  let open: Hint[] = [];
  return sentences.map((sentence) => {
    if (open.length > 0) open = open.filter((hint) => hint.end > sentence.start);
    for (let hint = hints[hintAt]; hint && hint.start < sentence.end; hint = hints[hintAt]) {
      open.push(hint);
      hintAt += 1;
    }
    return tagger(sentence, open);
  });
}
