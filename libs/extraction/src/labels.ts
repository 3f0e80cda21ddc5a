import { type FoundAllegation, findAllegations, isUnsourced } from './accusations/allegations.js';
import { kindOfDraft } from './assertions/assertion-kinds.js';
import { type Allegation, type AssertionKind, type CheckWorthiness, type Risk } from './check.js';
import { isCheckable, worthOf } from './assertions/checkable.js';
import { type Draft } from './draft.js';
import { type Reading } from './reading.js';

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
  const allegations = supported ? findAllegations(drafts) : [];
  return drafts.map((draft, at) => labelOf(draft, kindOfDraft(draft), allegations[at] ?? null, supported));
}

function labelOf(draft: Draft, kind: AssertionKind, found: FoundAllegation | null, supported: boolean): Label {
  const { owner, sourcing } = draft;
  const needsSource = isUnsourced(sourcing) && isCheckable(kind, found !== null);
  return {
    kind,
    partlyQuoted: owner !== null && draft.inQuotes && !owner.direct,
    allegation: found?.allegation ?? null,
    checkWorthiness: supported ? worthOf(draft.said, kind, found?.sureness ?? null, !needsSource) : UNSUPPORTED,
    needsSource,
    risk: found === null ? 'normal' : needsSource ? 'serious' : 'sensitive',
  };
}
