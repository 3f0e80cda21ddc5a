import { type ReviewTask } from '@proofdesk/contract';
import { matchesHead, parseStreamETag } from '@proofdesk/ledger';
import { maySee, type Action, type Facts } from '@proofdesk/permissions';
import { type TaskFacts, type Unit, type VerdictFacts } from '@proofdesk/persistence';
import { checkHold } from '@proofdesk/review';
import { isLive } from '@proofdesk/verdicts';
import { permit } from './act.js';
import { type Actor, type PersonActor } from './actor.js';
import { decide } from './decide.js';
import { type Desk } from './desk.js';
import { presentTask } from './present-task.js';
import { done, refuse, type Outcome } from './refusal.js';

/** One decision at work: everything about the task is read under its lock. */
export interface TaskCase {
  readonly unit: Unit;
  readonly actor: PersonActor;
  readonly task: TaskFacts;
  readonly verdict: VerdictFacts | null;
}

export interface TaskAsk {
  readonly assertionId: string;
  readonly action: Action;
  /** `null` where the act needs no If-Match (lease, heartbeat, draft). */
  readonly ifMatch: string | undefined | null;
  /** The token that the holder must present; `null` where the act is not the holder's. */
  readonly leaseToken?: string | null;
}

export const notFound = (what: string) => refuse('not_found', `There is no such ${what}.`);

/**
 * The frame of every decision on a review task, in one transaction: lock it, let those in who may see it, ask the
 * permission table, compare the ETag, check the lease, do the work, answer with the fresh task.
 */
export function decideOnTask(
  desk: Desk,
  actor: Actor,
  ask: TaskAsk,
  work: (at: TaskCase) => Promise<Outcome<unknown>>,
): Promise<Outcome<ReviewTask>> {
  return decide(desk, async (unit) => {
    if (actor.kind !== 'person') return refuse('permission.denied', 'Only a person decides on a review task.');
    const task = await unit.tasks.lock(ask.assertionId);
    if (task === null) return notFound('review task');
    const verdict = await unit.verdicts.latest(ask.assertionId);
    const admitted = admit(actor, ask, task, verdict);
    if (!admitted.ok) return admitted;
    const outcome = await work({ unit, actor, task, verdict });
    if (!outcome.ok) return outcome;
    const fresh = await presentTask(desk, unit, actor, ask.assertionId);
    return fresh === null ? notFound('review task') : done(fresh);
  });
}

/** How this person stands to this task, for the permission table. */
export function factsOf(actor: PersonActor, task: TaskFacts, verdict: VerdictFacts | null): Facts {
  const live = verdict !== null && isLive(verdict.state);
  return {
    roles: actor.roles,
    state: task.state,
    risk: task.risk,
    isHolder: task.holderPersonId === actor.personId,
    isProposer: live && verdict.proposers.includes(actor.personId),
    isAuthor: task.authorPersonId === actor.personId,
    hasApproved: live && verdict.approvers.includes(actor.personId),
  };
}

function admit(actor: PersonActor, ask: TaskAsk, task: TaskFacts, verdict: VerdictFacts | null): Outcome<null> {
  const facts = factsOf(actor, task, verdict);
  if (!maySee('task', { roles: actor.roles, isAuthor: facts.isAuthor === true })) return notFound('review task');
  // First who may ever do this, then whether it was decided on what is true now, then whether it fits what is true now.
  const { isAuthor } = facts;
  const ever = permit(actor, ask.action, isAuthor === undefined ? {} : { isAuthor });
  if (!ever.ok) return ever;
  const current = ask.ifMatch === null ? done(null) : checkMatch(ask.ifMatch, task);
  if (!current.ok) return current;
  const now = permit(actor, ask.action, facts);
  if (!now.ok) return now.refusal.code === 'task.not_holder' ? whoHolds(actor, task) : now;
  return ask.leaseToken == null ? done(null) : checkToken(actor, task, ask.leaseToken);
}

/** The ETag is the head of the assertion's ledger stream: optimistic locking and the hash chain are one check. */
function checkMatch(ifMatch: string | undefined, task: TaskFacts): Outcome<null> {
  if (ifMatch === undefined)
    return refuse('request.if_match_missing', 'Send the ETag of the task you looked at as If-Match.');
  const tag = parseStreamETag(ifMatch);
  const head = parseStreamETag(task.etag);
  if (tag === undefined || head === undefined || !matchesHead(tag, { seq: head.seq, head: head.leaf16 }))
    return refuse('request.stale', 'This task has changed since you looked at it. Reload it and decide again.');
  return done(null);
}

function checkToken(actor: PersonActor, task: TaskFacts, token: string): Outcome<null> {
  const fault = checkHold({ holderPersonId: task.holderPersonId, token: task.leaseToken }, actor.personId, token);
  if (fault === null) return done(null);
  return fault === 'token_is_old'
    ? refuse('task.lease_lost', 'You took this task again in another window: go on there.')
    : whoHolds(actor, task);
}

function whoHolds(actor: PersonActor, task: TaskFacts): Outcome<null> {
  if (task.state !== 'in_check' && task.state !== 'blocked')
    return refuse('task.lease_lost', 'Your hold on this task has run out. Your draft was kept; take the task again.');
  return task.holderPersonId === actor.personId
    ? refuse('task.lease_lost', 'Your hold on this task is another one by now.')
    : refuse('task.leased_by_other', 'Somebody else holds this task now.');
}
