import { type ReviewTask } from '@proofdesk/contract';
import { roleAmong } from './act.js';
import { type Actor } from './actor.js';
import { type DismissalReason, type Matching, type OnAssertion } from './command.js';
import { decideOnTask } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { moveTask } from './move-task.js';
import { recordOnTask } from './record-on-task.js';
import { done, type Outcome } from './refusal.js';

const words: Readonly<Record<DismissalReason, string>> = {
  opinion: 'No check needed: this is an opinion.',
  not_checkable: 'No check needed: this cannot be checked as true or false.',
  duplicate: 'No check needed: the same is checked elsewhere.',
  not_an_assertion: 'No check needed: this asserts nothing.',
};

/** Takes an assertion out of the queue with a reason; a serious one only by an editor. It can be pulled back. */
export async function dismissAssertion(
  desk: Desk,
  actor: Actor,
  command: OnAssertion & Matching & { readonly reason: DismissalReason; readonly note: string },
): Promise<Outcome<ReviewTask>> {
  const { assertionId, ifMatch, reason, note } = command;
  return decideOnTask(desk, actor, { assertionId, ifMatch, action: 'task.dismiss' }, async ({ unit, task }) => {
    const stateReason = note === '' ? words[reason] : `${words[reason]} ${note}`;
    const role = task.risk === 'serious' ? 'editor' : roleAmong(actor, 'checker', 'editor');
    const by = role === 'editor' ? 'editor' : 'checker';
    const state = await moveTask(
      unit,
      task,
      { verb: 'dismiss', by },
      {
        dismissalReason: reason,
        stateReason,
        returnedToPersonId: null,
      },
    );
    await recordOnTask(unit, task, actor, {
      type: 'assertion.dismissed',
      role,
      before: { state: task.state },
      after: { state, reason },
      said: { note },
    });
    return done(null);
  });
}
