import { type Action, type Grant, type Relation, ruleOf } from './table.js';
import { type Risk, type Role, type TaskState } from './vocabulary.js';

/**
 * What is known about the person and the thing acted on. Relations count the person, never the account.
 * Without `state` only roles and standing are asked ("may this person ever …?"), as a menu needs it.
 */
export interface Facts {
  readonly roles: readonly Role[];
  readonly state?: TaskState;
  readonly risk?: Risk;
  /** Holds the lease of the task now. */
  readonly isHolder?: boolean;
  /** Proposed the live verdict. */
  readonly isProposer?: boolean;
  /** Wrote the article. */
  readonly isAuthor?: boolean;
  /** Has approved this version of the verdict already. */
  readonly hasApproved?: boolean;
}

/** `why` names the kind of reason, for code; `reason` is a sentence for the person. */
export type Permission =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'role' | 'state' | 'risk' | Relation; readonly reason: string };

const stands = (facts: Facts): Record<Relation, boolean> => ({
  holder: facts.isHolder === true,
  proposer: facts.isProposer === true,
  author: facts.isAuthor === true,
  approver: facts.hasApproved === true,
});

/** A machine that delivers articles does nothing else, even if somebody gave it another role. */
const effectiveRoles = (roles: readonly Role[]): readonly Role[] => (roles.includes('service') ? ['service'] : roles);

/** May this person do this now? The order of the questions is the order of usefulness of the answers. */
export function can(action: Action, facts: Facts): Permission {
  const rule = ruleOf(action);
  const roles = effectiveRoles(facts.roles);
  const byRole = rule.grants.filter((grant) => roles.includes(grant.role));
  if (byRole.length === 0) {
    const reason = `Only ${oneOf(rule.grants.map((grant) => roleWords[grant.role]))} may ${rule.words}.`;
    return { ok: false, why: 'role', reason };
  }
  const relations = stands(facts);
  const inTheWay = rule.never?.find((relation) => relations[relation]);
  if (inTheWay !== undefined) return { ok: false, why: inTheWay, reason: neverWords[inTheWay] };

  const { state, risk } = facts;
  const byState = byRole.filter((grant) => state === undefined || grant.states?.includes(state) !== false);
  if (byState.length === 0) return refuseState(rule.words, byRole, state);
  const byRisk = byState.filter((grant) => risk === undefined || grant.risks?.includes(risk) !== false);
  if (byRisk.length === 0) {
    return { ok: false, why: 'risk', reason: `This is a serious allegation: only an editor may ${rule.words}.` };
  }
  const needed = byRisk.map((grant) => grant.needs);
  const met = needed.some(
    (need) => need === undefined || relations[need] || (need === 'holder' && state === undefined),
  );
  const [first] = needed;
  return met || first === undefined ? { ok: true } : { ok: false, why: first, reason: needsWords[first] };
}

function refuseState(words: string, grants: readonly Grant[], state: TaskState | undefined): Permission {
  const states = oneOf(grants.flatMap((grant) => (grant.states ?? []).map((allowed) => stateWords[allowed])));
  const now = state === undefined ? '' : ` It is ${stateWords[state]}.`;
  return { ok: false, why: 'state', reason: `You may ${words} while it is ${states}.${now}` };
}

/** "a", "a or b", "a, b or c"; each once. */
function oneOf(words: readonly string[]): string {
  const each = [...new Set(words)];
  const last = each.pop() ?? '';
  return each.length === 0 ? last : `${each.join(', ')} or ${last}`;
}

const roleWords: Record<Role, string> = {
  checker: 'a checker',
  editor: 'an editor',
  admin: 'an admin',
  auditor: 'an auditor',
  reporter: 'a reporter',
  service: 'a delivering service',
};

const neverWords: Record<Relation, string> = {
  author: 'You wrote this article: somebody else must decide on it.',
  proposer: 'You proposed this verdict: somebody else must approve it.',
  approver: 'You have approved this verdict already: the next approval must come from somebody else.',
  holder: 'You hold this task yourself.',
};

const needsWords: Record<'holder' | 'author', string> = {
  holder: 'Somebody else holds this task, or your hold has run out. Take the task first.',
  author: 'A reporter sees own articles only.',
};

/** How each state is spoken of: "it is …". */
export const stateWords: Record<TaskState, string> = {
  queued: 'waiting in the queue',
  dismissed: 'dismissed',
  merged: 'merged into another assertion',
  in_check: 'being checked',
  blocked: 'set aside until a source or a reply comes',
  proposed: 'proposed',
  second_check: 'in the second check',
  adjudication: 'in adjudication',
  in_approval: 'waiting for approval',
  approved: 'approved',
  published: 'published',
  correcting: 'being corrected',
  retracted: 'retracted',
  stale: 'out of date',
};
