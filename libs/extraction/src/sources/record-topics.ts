import { isRecordAt, isSeveral, mayHeadRecord, recordHead, tellsWhich } from '../grammar/record-phrases.js';
import { textOf } from '../words/names.js';
import { posAt, wordAt } from '../words/token-at.js';
import { type Token } from '../words/token.js';
import { type WordKinds, wordFlag } from '../words/word.js';

/** A record that a sentence is about, or brings in: what "it" or "they" may take up in the next. */
export interface RecordTopic {
  readonly name: string;
  readonly several: boolean;
}

const bringsIn = wordFlag(({ lower }) =>
  /^(?:publish(?:es|ed)?|releas(?:es|ed)|issue[sd]|file[sd]|seen|saw|obtained|commissioned|leaked|received|adopted|signed|passed|drew|wrote|written|submitted|unveiled|tabled|found|circulated)$/.test(
    lower,
  ),
);

/** "The text of the truce, four pages long, …", "… has seen an internal audit report": null where no record comes in. */
export function recordTopic(tokens: readonly Token[], kinds: WordKinds): RecordTopic | null {
  if (!kinds.has(mayHeadRecord)) return null;
  const opening = topicAt(tokens, 0);
  if (opening || !kinds.has(bringsIn)) return opening;
  for (let i = 1; i < tokens.length - 2; i += 1) {
    const token = tokens[i] as Token;
    if (token.quote !== 'outside' || !bringsIn(token.word) || !/^an?$/.test(wordAt(tokens, i + 1))) continue;
    const brought = topicAt(tokens, i + 1);
    if (brought) return brought;
  }
  return null;
}

function topicAt(tokens: readonly Token[], at: number): RecordTopic | null {
  if (!/^(?:DET|PRON|PROPN|NOUN|ADJ)$/.test(posAt(tokens, at)) || !hasRecord(tokens, at)) return null;
  const head = recordHead(tokens, at, tokens.length);
  if (head < 0 || !tellsWhich(tokens, { start: at, end: head + 1, head })) return null;
  return { name: textOf(tokens, at, head + 1), several: isSeveral(wordAt(tokens, head)) };
}

function hasRecord(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 10; i += 1) if (isRecordAt(tokens, i)) return true;
  return false;
}
