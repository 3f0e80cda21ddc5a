import { type TaskFacts, type TaskPatch, type Unit } from '@proofdesk/persistence';
import { nextState, type Guard, type Performer, type ReviewTaskState, type Verb } from '@proofdesk/review';

/** One step of the transition table. */
export interface Step {
  readonly verb: Verb;
  readonly by: Performer;
  /** Picks between rows that differ by what was found out on the way. */
  readonly guard?: Guard;
}

/** Where the table leads from here. @throws Error for a step that is not in it: the permission table let something through */
export function destination(from: ReviewTaskState, { verb, by, guard }: Step): ReviewTaskState {
  const to = nextState(verb, from, by, guard);
  if (to === null) throw new Error(`the transition table has no way to ${verb} out of ${from} for ${by}`);
  return to;
}

/** Moves a locked task along the transition table, with what else changes, and answers with its new state. */
export async function moveTask(
  unit: Unit,
  task: Pick<TaskFacts, 'assertionId' | 'state'>,
  step: Step,
  patch: Omit<TaskPatch, 'state'> = {},
): Promise<ReviewTaskState> {
  const state = destination(task.state, step);
  await unit.tasks.update(task.assertionId, { ...patch, state });
  return state;
}
