import { findAllegation, hearOut } from './allegations.js';
import { kindOfDraft } from './assertion-kinds.js';
import { type Allegation, type AssertionKind, type CheckWorthiness, type Risk } from './check.js';
import { isCheckable, worthOf } from './checkable.js';
import { namesIn } from './people.js';
import { type Draft, type Reading } from './reading.js';

/** What the engine says of one draft. */
export interface Label {
  readonly kind: AssertionKind;
  readonly partlyQuoted: boolean;
  readonly allegation: Allegation | null;
  readonly checkWorthiness: CheckWorthiness;
  readonly needsSource: boolean;
  readonly risk: Risk;
}

const UNSUPPORTED: CheckWorthiness = { score: 0, reasons: ['language not supported: sentences only'] };

/** Labels the drafts of an article in order: kind, allegation, check-worthiness, whether a source is needed, risk. */
export function labelDrafts(reading: Reading): Label[] {
  const { drafts, supported } = reading;
  const heard = hearOut(drafts);
  let lastParty: string | null = null;
  return drafts.map((draft, at) => {
    const kind = kindOfDraft(draft);
    const allegation = supported ? findAllegation(drafts, at, { ...heard, lastParty }) : null;
    lastParty = namesIn(draft.tokens).findLast((name) => name.kind !== 'other')?.text ?? lastParty;
    return labelOf(draft, kind, allegation, supported);
  });
}

function labelOf(draft: Draft, kind: AssertionKind, allegation: Allegation | null, supported: boolean): Label {
  const { owner, sourcing } = draft;
  const unsourced = sourcing === 'anonymous' || sourcing === 'self' || sourcing === 'unattributed';
  const needsSource = unsourced && isCheckable(kind, allegation !== null);
  return {
    kind,
    partlyQuoted: owner !== null && draft.inQuotes && !owner.direct,
    allegation,
    checkWorthiness: supported ? worthOf(draft.said, kind, allegation !== null, !needsSource) : UNSUPPORTED,
    needsSource,
    risk: allegation === null ? 'normal' : needsSource ? 'serious' : 'sensitive',
  };
}
