import { type ReviewTaskState } from './states.js';

/** Who may set a transition off. `holder` is the checker with the lease; `system` is a rule of ours, never a request. */
export type Performer = 'system' | 'checker' | 'editor' | 'holder';

/** What must hold besides the role. Each name is checked where the verb is carried out. */
export type Guard =
  | 'anchor_holds'
  | 'kind_is_not_checkable'
  | 'editor_if_serious'
  | 'reason_given'
  | 'not_the_author'
  | 'lease_is_free'
  | 'lease_token_matches'
  | 'lease_has_ended'
  | 'awaited_and_until'
  | 'until_has_come'
  | 'rating_and_rationale'
  | 'evidence_rule_met'
  | 'second_person'
  | 'verdict_still_bound'
  | 'quorum_reached'
  | 'quorum_not_reached'
  | 'publish_gate_open'
  | 'public_note';

export type Verb =
  | 'queue'
  | 'triage'
  | 'dismiss'
  | 'requeue'
  | 'lease'
  | 'release'
  | 'expire'
  | 'take_over'
  | 'block'
  | 'unblock'
  | 'wake'
  | 'relabel'
  | 'attach_evidence'
  | 'withdraw_evidence'
  | 'propose'
  | 'forward'
  | 'approve'
  | 'return'
  | 'publish'
  | 'ask_retraction'
  | 'retract';

export interface Transition {
  readonly verb: Verb;
  readonly from: ReviewTaskState | 'extracted';
  readonly to: ReviewTaskState;
  readonly by: readonly Performer[];
  readonly guards: readonly Guard[];
}

const row = (
  verb: Verb,
  from: Transition['from'] | readonly ReviewTaskState[],
  to: ReviewTaskState | 'same',
  by: readonly Performer[],
  ...guards: Guard[]
): Transition[] =>
  [from]
    .flat()
    .map((state) => ({ verb, from: state, to: to === 'same' ? (state as ReviewTaskState) : to, by, guards }));

/** THE table. The server owns every transition; a client never sends a state. Use cases and tests read it, nothing else decides. */
export const TRANSITIONS: readonly Transition[] = [
  ...row('queue', 'extracted', 'queued', ['system'], 'anchor_holds'),
  ...row('triage', 'extracted', 'dismissed', ['system'], 'anchor_holds', 'kind_is_not_checkable'),
  ...row(
    'dismiss',
    'queued',
    'dismissed',
    ['checker', 'editor'],
    'reason_given',
    'editor_if_serious',
    'not_the_author',
  ),
  ...row('requeue', ['dismissed', 'stale'], 'queued', ['checker', 'editor'], 'reason_given'),
  ...row('lease', 'queued', 'in_check', ['checker'], 'lease_is_free', 'not_the_author'),
  ...row('release', 'in_check', 'queued', ['holder'], 'lease_token_matches'),
  ...row('expire', 'in_check', 'queued', ['system'], 'lease_has_ended'),
  ...row('take_over', 'in_check', 'queued', ['editor'], 'reason_given'),
  ...row('block', 'in_check', 'blocked', ['holder'], 'lease_token_matches', 'awaited_and_until'),
  ...row('unblock', 'blocked', 'in_check', ['holder'], 'lease_token_matches'),
  ...row('unblock', 'blocked', 'queued', ['editor']),
  ...row('wake', 'blocked', 'queued', ['system'], 'until_has_come'),
  ...row('relabel', 'in_check', 'same', ['holder', 'editor'], 'reason_given', 'not_the_author'),
  ...row(
    'relabel',
    ['queued', 'blocked', 'proposed', 'in_approval'],
    'same',
    ['editor'],
    'reason_given',
    'not_the_author',
  ),
  ...row('attach_evidence', 'in_check', 'same', ['holder'], 'lease_token_matches'),
  ...row('withdraw_evidence', 'in_check', 'same', ['holder'], 'reason_given', 'lease_token_matches'),
  ...row('withdraw_evidence', ['in_approval', 'approved', 'published'], 'stale', ['editor'], 'reason_given'),
  ...row(
    'propose',
    'in_check',
    'proposed',
    ['holder'],
    'lease_token_matches',
    'rating_and_rationale',
    'evidence_rule_met',
    'not_the_author',
  ),
  ...row('forward', 'proposed', 'in_approval', ['system']),
  ...row(
    'approve',
    'in_approval',
    'same',
    ['editor'],
    'second_person',
    'not_the_author',
    'verdict_still_bound',
    'evidence_rule_met',
    'quorum_not_reached',
  ),
  ...row(
    'approve',
    'in_approval',
    'approved',
    ['editor'],
    'second_person',
    'not_the_author',
    'verdict_still_bound',
    'evidence_rule_met',
    'quorum_reached',
  ),
  ...row('return', 'in_approval', 'queued', ['editor'], 'reason_given', 'not_the_author'),
  ...row('publish', 'approved', 'published', ['editor'], 'publish_gate_open', 'verdict_still_bound'),
  ...row('ask_retraction', ['published', 'stale'], 'same', ['editor'], 'public_note'),
  ...row('retract', ['published', 'stale'], 'retracted', ['editor'], 'public_note', 'second_person'),
];

/** The rows for one verb out of one state; empty when the verb is not possible there. */
export const transitionsFor = (verb: Verb, from: Transition['from']): readonly Transition[] =>
  TRANSITIONS.filter((transition) => transition.verb === verb && transition.from === from);

/** Whether the table allows this step to one of these performers. */
export const isLegal = (verb: Verb, from: Transition['from'], to: ReviewTaskState, by: Performer): boolean =>
  transitionsFor(verb, from).some((transition) => transition.to === to && transition.by.includes(by));

/**
 * Where a verb leads, set off by this performer; null where it is not possible. `guard` picks between rows that differ by
 * what was found out on the way (the quorum reached or not).
 */
export function nextState(verb: Verb, from: Transition['from'], by: Performer, guard?: Guard): ReviewTaskState | null {
  const rows = transitionsFor(verb, from).filter(
    (transition) => transition.by.includes(by) && (guard === undefined || transition.guards.includes(guard)),
  );
  const [first, ...others] = new Set(rows.map((transition) => transition.to));
  return first === undefined || others.length > 0 ? null : first;
}

/** States a verb can start from, for messages. */
export const startsOf = (verb: Verb): readonly Transition['from'][] => [
  ...new Set(TRANSITIONS.filter((transition) => transition.verb === verb).map((transition) => transition.from)),
];
