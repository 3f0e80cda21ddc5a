import { type ReviewTask } from '@proofdesk/contract';
import { type PublicationFacts } from '@proofdesk/persistence';
import { type Actor } from './actor.js';
import { type Matching, type OnAssertion } from './command.js';
import { decideOnTask, type TaskCase } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { moveTask } from './move-task.js';
import { recordOnTask } from './record-on-task.js';
import { done, refuse, type Outcome } from './refusal.js';

/**
 * Takes a published verdict back, with a public note. The first editor's call asks for it; a second editor's call, by
 * another person, completes it. Refusals: approval.same_person, task.wrong_state.
 */
export async function retractVerdict(
  desk: Desk,
  actor: Actor,
  { assertionId, ifMatch, publicNote }: OnAssertion & Matching & { readonly publicNote: string },
): Promise<Outcome<ReviewTask>> {
  return decideOnTask(desk, actor, { assertionId, ifMatch, action: 'verdict.retract' }, async (at) => {
    const publication = await at.unit.publications.latest(assertionId);
    if (publication === null || publication.retractedAt !== null)
      return refuse('task.wrong_state', 'Nothing of this is published now.');
    if (publication.retractionAskedBy === null) return ask(at, publication, publicNote);
    if (publication.retractionAskedBy === at.actor.personId)
      return refuse('approval.same_person', 'You asked for this retraction: another editor must complete it.');
    return complete(at, publication);
  });
}

async function ask(
  { unit, task, actor }: TaskCase,
  publication: PublicationFacts,
  note: string,
): Promise<Outcome<null>> {
  await unit.publications.askRetraction(publication.id, actor.personId, note);
  await recordOnTask(unit, task, actor, {
    type: 'verdict.retraction_asked',
    role: 'editor',
    subject: { verdict: publication.verdictId, version: publication.verdictVersion },
    before: { state: task.state },
    after: { state: task.state, retraction: 'asked' },
    said: { publicNote: note },
  });
  return done(null);
}

async function complete({ unit, task, actor }: TaskCase, publication: PublicationFacts): Promise<Outcome<null>> {
  const { verdictId, verdictVersion } = publication;
  await unit.publications.retract(publication.id, actor.personId);
  await unit.verdicts.setState(verdictId, verdictVersion, 'retracted');
  const patch = { stateReason: `Retracted: ${publication.retractionNote ?? ''}` };
  const state = await moveTask(unit, task, { verb: 'retract', by: 'editor' }, patch);
  await recordOnTask(unit, task, actor, {
    type: 'verdict.retracted',
    role: 'editor',
    subject: { verdict: verdictId, version: verdictVersion },
    before: { state: task.state },
    after: { state, askedBy: publication.retractionAskedBy },
    said: { publicNote: publication.retractionNote },
  });
  return done(null);
}
