import { describe, expect, it } from '@jest/globals';
import { type Facts, can } from './can.js';
import { maySee } from './may-see.js';
import { type Action, actions } from './table.js';
import { type Role, type TaskState, openStates, risks, roles, taskStates } from './vocabulary.js';

const yesNo = [false, true];
const states: readonly (TaskState | undefined)[] = [undefined, ...taskStates];

/** Every way a person with these roles can stand to a task: state x risk x holder x proposer x author x approver. */
function* cells(held: readonly Role[]): Generator<Required<Omit<Facts, 'state'>> & { state?: TaskState }> {
  for (const state of states)
    for (const risk of risks)
      for (const isHolder of yesNo)
        for (const isProposer of yesNo)
          for (const isAuthor of yesNo)
            for (const hasApproved of yesNo)
              yield { roles: held, ...(state && { state }), risk, isHolder, isProposer, isAuthor, hasApproved };
}

function* roleSets(): Generator<Role[]> {
  for (let bits = 0; bits < 2 ** roles.length; bits++) yield roles.filter((_, at) => bits & (1 << at));
}

type Fact = Facts & { role: Role };
const is =
  (...members: Role[]) =>
  (f: Fact) =>
    members.includes(f.role);
const at = (f: Fact, ...allowed: TaskState[]) => f.state === undefined || allowed.includes(f.state);
const holds = (f: Fact) => f.isHolder === true || f.state === undefined;
const holderIn =
  (...allowed: TaskState[]) =>
  (f: Fact) =>
    f.role === 'checker' && at(f, ...allowed) && holds(f);
const editorIn =
  (...allowed: TaskState[]) =>
  (f: Fact) =>
    f.role === 'editor' && at(f, ...allowed);
const reads = (f: Fact) => (f.role === 'reporter' ? f.isAuthor === true : f.role !== 'service');
const stranger = (rule: (f: Fact) => boolean) => (f: Fact) => !f.isAuthor && rule(f);
const or =
  (...rules: ((f: Fact) => boolean)[]) =>
  (f: Fact) =>
    rules.some((rule) => rule(f));

/** Design §4, written a second time and by another road: one predicate an act, for a person with one role. */
const expected: Record<Action, (f: Fact) => boolean> = {
  'people.read': is('admin', 'auditor'),
  'people.add': is('admin'),
  'role.grant': is('admin'),
  'role.revoke': is('admin'),
  'account.disable': is('admin'),
  'account.enable': is('admin'),
  'audit.read': is('admin', 'auditor'),
  'audit.export': is('admin', 'auditor'),
  'proof.read': is('admin', 'auditor'),
  'policy.read': (f) => f.role !== 'service',
  'payload.erase': is('admin'),
  'article.ingest': (f) => f.role !== 'auditor',
  'article.list': (f) => f.role !== 'service',
  'article.read': reads,
  'article.retry_extraction': is('admin'),
  'task.list': (f) => f.role !== 'service',
  'task.read': reads,
  'task.read_history': reads,
  'task.take_next': is('checker'),
  'task.lease': stranger((f) => f.role === 'checker' && at(f, 'queued')),
  'task.renew': holderIn('in_check'),
  'task.release': holderIn('in_check'),
  'task.take_over': stranger((f) => editorIn('in_check')(f) && !f.isHolder),
  'task.save_draft': stranger(holderIn('in_check')),
  'task.relabel': stranger(or(holderIn('in_check'), editorIn(...openStates))),
  'task.dismiss': stranger(
    (f) => at(f, 'queued') && (f.role === 'editor' || (f.role === 'checker' && f.risk !== 'serious')),
  ),
  'task.requeue': stranger((f) => is('checker', 'editor')(f) && at(f, 'dismissed', 'stale')),
  'task.block': stranger(holderIn('in_check')),
  'task.unblock': stranger(or(holderIn('blocked'), editorIn('blocked'))),
  'evidence.attach': stranger(holderIn('in_check')),
  'evidence.withdraw': stranger(or(holderIn('in_check'), editorIn('in_approval', 'approved', 'published'))),
  'verdict.propose': stranger(holderIn('in_check')),
  'verdict.approve': stranger((f) => editorIn('in_approval')(f) && !f.isProposer && !f.hasApproved),
  'verdict.return': stranger(editorIn('in_approval')),
  'verdict.publish': stranger(editorIn('approved')),
  'verdict.retract': stranger(editorIn('published', 'correcting', 'stale')),
  'notification.read': (f) => f.role !== 'service',
};

describe('can', () => {
  it.each(actions)('decides every cell of %s as the design says', (action) => {
    let cellsSeen = 0;
    for (const role of roles) {
      for (const facts of cells([role])) {
        cellsSeen++;
        const answer = can(action, facts);
        if (answer.ok !== expected[action]({ ...facts, role })) {
          throw new Error(`${action}: ${JSON.stringify({ ...facts, answer })}`);
        }
      }
    }
    expect(cellsSeen).toBe(roles.length * states.length * risks.length * 16);
  });

  it('refuses everything to somebody without a role', () => {
    for (const action of actions) expect(can(action, { roles: [], isHolder: true, isAuthor: true }).ok).toBe(false);
  });

  it('gives a reason in a sentence with every refusal', () => {
    for (const action of actions) {
      for (const role of roles) {
        for (const facts of cells([role])) {
          const answer = can(action, facts);
          if (answer.ok) continue;
          if (!/^[A-Z].+\.$/.test(answer.reason) || /undefined|_/.test(answer.reason)) {
            throw new Error(`${action}: ${answer.reason}`);
          }
        }
      }
    }
  });
});

describe('duties that stay apart whatever roles are combined', () => {
  const verdictActs = actions.filter((action) => action.startsWith('verdict.'));
  const decisions = actions.filter((action) =>
    /^(verdict|evidence)\.|^task\.(lease|take_over|relabel|dismiss|block)/.test(action),
  );
  const allowed = (action: Action, where: (facts: Facts) => boolean): Facts[] => {
    const found: Facts[] = [];
    for (const held of roleSets())
      for (const facts of cells(held)) if (where(facts) && can(action, facts).ok) found.push(facts);
    return found;
  };

  it.each(verdictActs)('%s is closed to whoever is neither checker nor editor', (action) => {
    expect(allowed(action, (f) => !f.roles.includes('checker') && !f.roles.includes('editor'))).toEqual([]);
  });

  it('lets nobody approve a verdict of their own, of their own article, or twice', () => {
    expect(allowed('verdict.approve', (f) => f.isProposer || f.isAuthor || f.hasApproved || false)).toEqual([]);
    expect(allowed('verdict.approve', (f) => f.state === 'in_approval').length).toBeGreaterThan(0);
  });

  it.each(decisions)('%s is closed to the author of the article', (action) => {
    expect(allowed(action, (f) => f.isAuthor === true)).toEqual([]);
  });

  it('leaves a delivering service nothing but delivering, whatever else it was granted', () => {
    for (const action of actions.filter((each) => each !== 'article.ingest')) {
      expect(allowed(action, (f) => f.roles.includes('service'))).toEqual([]);
    }
  });

  it('keeps a checker from dismissing a serious allegation', () => {
    expect(allowed('task.dismiss', (f) => f.risk === 'serious' && !f.roles.includes('editor'))).toEqual([]);
  });

  it('adds rights with each role and takes none away, the service apart', () => {
    for (const action of actions)
      for (const role of roles.filter((each) => each !== 'service'))
        for (const facts of cells([role]))
          if (can(action, facts).ok && !can(action, { ...facts, roles: [role, 'auditor', 'reporter'] }).ok)
            throw new Error(`${action}: ${JSON.stringify(facts)}`);
  });
});

describe('maySee', () => {
  it('hides people from the desk and the desk from a service', () => {
    expect(roles.filter((role) => maySee('person', { roles: [role] }))).toEqual(['admin', 'auditor']);
    expect(roles.filter((role) => maySee('task', { roles: [role] }))).toEqual([
      'checker',
      'editor',
      'admin',
      'auditor',
    ]);
    expect(roles.filter((role) => maySee('article', { roles: [role], isAuthor: true }))).toEqual([
      'checker',
      'editor',
      'admin',
      'auditor',
      'reporter',
    ]);
  });
});
