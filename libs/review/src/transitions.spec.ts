import { describe, expect, it } from '@jest/globals';
import { can, type Action, type Role } from '@proofdesk/permissions';
import fc from 'fast-check';
import { isOpen, REVIEW_TASK_STATES, type ReviewTaskState } from './states.js';
import {
  isLegal,
  startsOf,
  TRANSITIONS,
  transitionsFor,
  type Performer,
  type Transition,
  type Verb,
} from './transitions.js';

const key = ({ verb, from, to, guards }: Transition): string => `${verb} ${from} ${to} ${guards.join()}`;

/** Every state the table can reach, starting from nothing. */
function reachable(): Set<Transition['from']> {
  const seen = new Set<Transition['from']>(['extracted']);
  for (let grown = true; grown;) {
    grown = false;
    for (const { from, to } of TRANSITIONS)
      if (seen.has(from) && !seen.has(to)) {
        seen.add(to);
        grown = true;
      }
  }
  return seen;
}

describe('the transition table', () => {
  it('names each step once', () => {
    const keys = TRANSITIONS.map(key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('reaches every state of today and leaves the ones of later steps alone', () => {
    const later: ReviewTaskState[] = ['merged', 'second_check', 'adjudication', 'correcting'];
    const states = REVIEW_TASK_STATES.filter((state) => !later.includes(state));
    expect([...reachable()].sort()).toEqual(['extracted', ...states].sort());
  });

  it('ends nowhere but in what is retracted', () => {
    const ends = [...reachable()].filter((state) =>
      TRANSITIONS.every(({ from, to }) => from !== state || to === state),
    );
    expect(ends).toEqual(['retracted']);
  });

  it('lets nothing but an approval lead to approved, and nothing but a publication to published', () => {
    expect(new Set(TRANSITIONS.filter(({ to }) => to === 'approved').map(({ verb }) => verb))).toEqual(
      new Set(['approve']),
    );
    const published = TRANSITIONS.filter(({ from, to }) => to === 'published' && from !== 'published');
    expect(published.map(({ verb, from }) => [verb, from])).toEqual([['publish', 'approved']]);
    for (const { guards } of TRANSITIONS.filter(({ verb }) => verb === 'approve'))
      expect(guards).toEqual(expect.arrayContaining(['second_person', 'not_the_author', 'verdict_still_bound']));
  });

  it('agrees with the permission table on every state, verb and role', () => {
    for (const [verb, action] of Object.entries(actions))
      for (const state of REVIEW_TASK_STATES)
        for (const [performer, role] of Object.entries(roleOf)) {
          const facts = { roles: [role], state, risk: 'normal' as const, isHolder: performer === 'holder' };
          const mine = transitionsFor(verb as Verb, state).some(({ by }) => by.includes(performer as Performer));
          // A holder is a checker too, so what checkers may do needs no holder.
          const alsoChecker =
            performer === 'holder' && transitionsFor(verb as Verb, state).some(({ by }) => by.includes('checker'));
          if (state === 'proposed' || laterStates.includes(state)) continue;
          if (performer === 'editor' && action === 'task.take_over') continue;
          expect(`${verb} ${state} ${performer} ${can(action, facts).ok}`).toBe(
            `${verb} ${state} ${performer} ${mine || alsoChecker}`,
          );
        }
  });

  it('refuses every step that is not in it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...verbs),
        fc.constantFrom(...REVIEW_TASK_STATES),
        fc.constantFrom(...REVIEW_TASK_STATES),
        fc.constantFrom<Performer>('system', 'checker', 'editor', 'holder'),
        (verb, from, to, by) => {
          const listed = TRANSITIONS.some(
            (t) => t.verb === verb && t.from === from && t.to === to && t.by.includes(by),
          );
          expect(isLegal(verb, from, to, by)).toBe(listed);
        },
      ),
    );
  });

  it('starts every verb somewhere', () => {
    for (const verb of verbs) expect(startsOf(verb).length).toBeGreaterThan(0);
  });

  it('counts as open what is neither dismissed nor decided', () => {
    expect(REVIEW_TASK_STATES.filter((state) => !isOpen(state))).toEqual([
      'dismissed',
      'merged',
      'approved',
      'published',
      'correcting',
      'retracted',
    ]);
  });
});

const verbs = [...new Set(TRANSITIONS.map(({ verb }) => verb))];
const laterStates: ReviewTaskState[] = ['second_check', 'adjudication', 'correcting', 'merged'];
const roleOf: Record<Exclude<Performer, 'system'>, Role> = { checker: 'checker', editor: 'editor', holder: 'checker' };
const actions: Partial<Record<Verb, Action>> = {
  dismiss: 'task.dismiss',
  requeue: 'task.requeue',
  lease: 'task.lease',
  release: 'task.release',
  take_over: 'task.take_over',
  block: 'task.block',
  unblock: 'task.unblock',
  relabel: 'task.relabel',
  attach_evidence: 'evidence.attach',
  withdraw_evidence: 'evidence.withdraw',
  propose: 'verdict.propose',
  approve: 'verdict.approve',
  return: 'verdict.return',
  publish: 'verdict.publish',
  retract: 'verdict.retract',
};
