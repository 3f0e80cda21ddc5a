import { createHash } from 'node:crypto';
import { type Actor as LedgerActor } from '@proofdesk/ledger';
import { can, type Action, type Facts, type Permission } from '@proofdesk/permissions';
import { type Viewer } from '@proofdesk/persistence';
import { type RefusalCode } from '@proofdesk/contract';
import { type Actor, type Role } from './actor.js';
import { refuse, type Outcome } from './refusal.js';

/** The actor as the ledger names it: pseudonyms only. `role` is the one under which the act is allowed. */
export function ledgerActor(actor: Actor, role: Role): LedgerActor {
  if (actor.kind === 'system') return { kind: 'system', id: actor.name };
  const session = createHash('sha256').update(actor.sessionId, 'utf8').digest('hex').slice(0, 16);
  return { kind: 'person', id: actor.accountId, person: actor.personId, role, session };
}

/** The person's id, or null for the machine. */
export const personOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null);

/** Asks the permission table; the machine itself is bound by the use cases it is given, not by roles. */
export function permit(actor: Actor, action: Action, facts: Omit<Facts, 'roles'> = {}): Outcome<null> {
  if (actor.kind === 'system') return { ok: true, value: null };
  const permission = can(action, { ...facts, roles: actor.roles });
  return permission.ok ? { ok: true, value: null } : refuse(codeOf(action, permission), permission.reason);
}

/** The stable code behind the table's reason. */
function codeOf(action: Action, { why }: Extract<Permission, { ok: false }>): RefusalCode {
  switch (why) {
    case 'role':
    case 'risk':
      return 'permission.denied';
    case 'state':
      return 'task.wrong_state';
    case 'author':
      return action === 'verdict.approve' ? 'approval.own_article' : 'task.own_article';
    case 'proposer':
      return 'approval.own_verdict';
    case 'approver':
      return 'approval.already_given';
    case 'holder':
      return 'task.not_holder';
  }
}

/** Roles that read every article; a person without one of them sees own articles only. */
const readers: ReadonlySet<Role> = new Set(['checker', 'editor', 'admin', 'auditor']);

/** How much of the desk this actor sees. */
export const viewerOf = (actor: Actor): Viewer => ({
  personId: personOf(actor),
  ownArticlesOnly: actor.kind === 'person' && !actor.roles.some((role) => readers.has(role)),
});

/** The role to record where several allow the act: the first of these that the person holds. */
export const roleAmong = (actor: Actor, ...candidates: Role[]): Role =>
  candidates.find((role) => actor.kind === 'person' && actor.roles.includes(role)) ?? candidates[0] ?? 'service';
