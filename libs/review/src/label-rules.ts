export type Sourcing = 'quoted' | 'reported' | 'documented' | 'anonymous' | 'self' | 'unattributed';
export type AssertionKind = 'statement' | 'opinion' | 'prediction' | 'question' | 'directive' | 'headline' | 'caption';
export type Risk = 'serious' | 'sensitive' | 'normal';

/** What is said about an assertion, by the engine or by hand. */
export interface Label<Allegation = unknown> {
  readonly sourcing: Sourcing;
  readonly kind: AssertionKind;
  readonly allegation: Allegation | null;
}

const uncheckableKinds: ReadonlySet<AssertionKind> = new Set(['opinion', 'prediction', 'question', 'directive']);
const sourcelessSourcings: ReadonlySet<Sourcing> = new Set(['anonymous', 'self', 'unattributed']);

/** An allegation is always checkable, however it is voiced. */
export const isCheckable = (label: Label): boolean => label.allegation !== null || !uncheckableKinds.has(label.kind);

/** Checkable, and nobody named stands behind it. */
export const needsSource = (label: Label): boolean => isCheckable(label) && sourcelessSourcings.has(label.sourcing);

/** `serious`: an accusation nobody named stands behind; `sensitive`: an accusation with a source. */
export function riskOf(label: Label): Risk {
  if (label.allegation === null) return 'normal';
  return needsSource(label) ? 'serious' : 'sensitive';
}

/** Where a fresh assertion enters: the queue, or already triaged as "no check needed", which a checker can undo. */
export function triage(
  label: Label,
): { readonly state: 'queued' } | { readonly state: 'dismissed'; readonly reason: 'opinion' | 'not_checkable' } {
  if (isCheckable(label)) return { state: 'queued' };
  return { state: 'dismissed', reason: label.kind === 'opinion' ? 'opinion' : 'not_checkable' };
}
