import { type Risk, type Role, type TaskState, openStates } from './vocabulary.js';

/** How a person stands to the thing that is acted on. */
export type Relation = 'holder' | 'proposer' | 'author' | 'approver';

/** One way in: a role, in these states, at these risks, standing so to the task. What is left out does not matter. */
export interface Grant {
  readonly role: Role;
  readonly states?: readonly TaskState[];
  readonly risks?: readonly Risk[];
  readonly needs?: 'holder' | 'author';
}

/** `never` outweighs every grant: a person who stands so to the task may not act, whatever the roles. */
export interface Rule {
  /** The act in words, for sentences such as "Only an editor may …". */
  readonly words: string;
  readonly grants: readonly Grant[];
  readonly never?: readonly Relation[];
}

const each = (members: readonly Role[], more: Omit<Grant, 'role'> = {}): readonly Grant[] =>
  members.map((role) => ({ role, ...more }));

const readers = [...each(['checker', 'editor', 'admin', 'auditor']), { role: 'reporter', needs: 'author' }] as const;
const holder = (...states: readonly TaskState[]): Grant => ({ role: 'checker', states, needs: 'holder' });
const editor = (...states: readonly TaskState[]): Grant => ({ role: 'editor', states });
const admin = each(['admin']);

/**
 * Who may do what, when. The server decides by this table, the desk greys its buttons by it, and the spec walks every cell.
 * A rule that needs more than role, state, risk and relation (the evidence rule, the publish gate) is not here.
 */
export const table = {
  'people.read': { words: 'see people and their accounts', grants: each(['admin', 'auditor']) },
  'people.add': { words: 'add a person or an account', grants: admin },
  'role.grant': { words: 'grant a role', grants: admin },
  'role.revoke': { words: 'revoke a role', grants: admin },
  'account.disable': { words: 'disable an account', grants: admin },
  'account.enable': { words: 'enable an account', grants: admin },
  'audit.read': { words: 'read the whole decision history', grants: each(['admin', 'auditor']) },
  'audit.export': { words: 'export the decision history', grants: each(['admin', 'auditor']) },
  'proof.read': { words: 'download a proof', grants: each(['admin', 'auditor']) },
  // Public keys: whoever decides must be able to check the receipt of it.
  'policy.read': {
    words: 'read the verifier policy',
    grants: each(['checker', 'editor', 'admin', 'auditor', 'reporter']),
  },
  'payload.erase': { words: 'erase what somebody wrote from the record', grants: admin },

  'article.ingest': {
    words: 'add an article',
    grants: each(['checker', 'editor', 'admin', 'reporter', 'service']),
  },
  'article.list': { words: 'see the articles', grants: each(['checker', 'editor', 'admin', 'auditor', 'reporter']) },
  'article.read': { words: 'read an article', grants: readers },
  'article.retry_extraction': { words: 'start a failed extraction again', grants: admin },

  'task.list': { words: 'see the review queue', grants: each(['checker', 'editor', 'admin', 'auditor', 'reporter']) },
  'task.read': { words: 'see a review task', grants: readers },
  'task.read_history': { words: 'read the history of an assertion', grants: readers },
  'task.take_next': { words: 'take the next task', grants: each(['checker']) },
  'task.lease': { words: 'take a task', grants: each(['checker'], { states: ['queued'] }), never: ['author'] },
  'task.renew': { words: 'keep hold of a task', grants: [holder('in_check')] },
  'task.release': { words: 'put a task back', grants: [holder('in_check')] },
  'task.take_over': {
    words: 'take a task away from its holder',
    grants: [editor('in_check')],
    never: ['author', 'holder'],
  },
  'task.save_draft': { words: 'save a draft', grants: [holder('in_check')], never: ['author'] },
  'task.relabel': {
    words: 'correct a label',
    grants: [holder('in_check'), editor(...openStates)],
    never: ['author'],
  },
  'task.dismiss': {
    words: 'dismiss an assertion',
    grants: [
      { role: 'checker', states: ['queued'], risks: ['sensitive', 'normal'] },
      { role: 'editor', states: ['queued'] },
    ],
    never: ['author'],
  },
  'task.requeue': {
    words: 'pull an assertion back into the queue',
    grants: each(['checker', 'editor'], { states: ['dismissed', 'stale'] }),
    never: ['author'],
  },
  'task.block': { words: 'set a task aside', grants: [holder('in_check')], never: ['author'] },
  'task.unblock': {
    words: 'take up a task that was set aside',
    grants: [holder('blocked'), editor('blocked')],
    never: ['author'],
  },

  'evidence.attach': { words: 'attach evidence', grants: [holder('in_check')], never: ['author'] },
  'evidence.withdraw': {
    words: 'withdraw evidence',
    grants: [holder('in_check'), editor('in_approval', 'approved', 'published')],
    never: ['author'],
  },

  'verdict.propose': { words: 'propose a verdict', grants: [holder('in_check')], never: ['author'] },
  'verdict.approve': {
    words: 'approve a verdict',
    grants: [editor('in_approval')],
    never: ['proposer', 'author', 'approver'],
  },
  'verdict.return': { words: 'return a verdict', grants: [editor('in_approval')], never: ['author'] },
  'verdict.publish': { words: 'publish a verdict', grants: [editor('approved')], never: ['author'] },
  'verdict.retract': {
    words: 'retract what was published',
    grants: [editor('published', 'correcting', 'stale')],
    never: ['author'],
  },

  'notification.read': {
    words: 'read notifications',
    grants: each(['checker', 'editor', 'admin', 'auditor', 'reporter']),
  },
} as const satisfies Record<string, Rule>;

/** The closed list of acts. */
export type Action = keyof typeof table;
export const actions = Object.keys(table) as Action[];

export const ruleOf = (action: Action): Rule => table[action];
