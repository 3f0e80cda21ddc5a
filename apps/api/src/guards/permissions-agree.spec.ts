import { describe, expect, it } from '@jest/globals';
import { type Action, type Role, can, taskStates } from '@proofdesk/permissions';
import { REVIEW_TASK_STATES, TRANSITIONS, type Verb, transitionsFor } from '@proofdesk/review';
import { roleSchema, taskStateSchema } from '@proofdesk/contract';
import { roles } from '@proofdesk/permissions';

/** The act behind each verb that a person can set off; `null` where only a rule of ours does. */
const actionOf: Record<Verb, Action | null> = {
  queue: null,
  triage: null,
  expire: null,
  wake: null,
  forward: null,
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
  ask_retraction: 'verdict.retract',
  retract: 'verdict.retract',
};

describe('the table of permissions and the table of transitions', () => {
  it('use the words of the contract', () => {
    expect([...roles].sort()).toEqual([...roleSchema.options].sort());
    expect([...taskStates].sort()).toEqual([...taskStateSchema.options].sort());
    expect([...REVIEW_TASK_STATES].sort()).toEqual([...taskStateSchema.options].sort());
  });

  const verbs = [...new Set(TRANSITIONS.map(({ verb }) => verb))].filter((verb) => actionOf[verb] !== null);

  it.each(verbs)('%s: whoever the transitions let act is permitted, in the same states', (verb) => {
    const action = actionOf[verb]!;
    for (const state of taskStates) {
      for (const performer of ['checker', 'editor', 'holder'] as const) {
        const isLegal = transitionsFor(verb, state).some(({ by }) => by.includes(performer));
        if (!isLegal) continue;
        const held: Role = performer === 'editor' ? 'editor' : 'checker';
        const answer = can(action, { roles: [held], state, isHolder: performer === 'holder' });
        expect([verb, state, performer, answer]).toEqual([verb, state, performer, { ok: true }]);
      }
    }
  });

  it.each(verbs)('%s: nobody is permitted where no transition leads on', (verb) => {
    const action = actionOf[verb]!;
    // States of later issues are open in the permissions already and have no transitions yet.
    const built = taskStates.filter((state) => TRANSITIONS.some(({ from }) => from === state));
    for (const state of built) {
      const verbsOfAction = verbs.filter((each) => actionOf[each] === action);
      const leadsOn = verbsOfAction.some((each) => transitionsFor(each, state).length > 0);
      const permitted = can(action, { roles: ['checker', 'editor'], state, isHolder: verb !== 'take_over' }).ok;
      if (permitted) expect([verb, state, leadsOn]).toEqual([verb, state, true]);
    }
  });
});
