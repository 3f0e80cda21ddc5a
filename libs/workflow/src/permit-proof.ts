import { permit } from './act.js';
import { type Actor } from './actor.js';
import { type OnAssertion } from './command.js';
import { read } from './decide.js';
import { notFound } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { mayReadTask } from './read-review-task.js';
import { type Outcome } from './refusal.js';

/** Whether this actor may take the proof of this history away. Refusals: permission.denied, not_found. */
export async function permitProof(desk: Desk, actor: Actor, { assertionId }: OnAssertion): Promise<Outcome<null>> {
  const allowed = permit(actor, 'proof.read');
  if (!allowed.ok) return allowed;
  return read(desk, async (unit) =>
    (await mayReadTask(unit, actor, assertionId)) ? allowed : notFound('review task'),
  );
}
