import {
  type AssertionSummary,
  type Evidence,
  type Label,
  type Notification,
  type Session,
  type Verdict,
} from '@proofdesk/contract';

export type Sourcing = Label['sourcing'];
export type Kind = Label['kind'];
export type Risk = AssertionSummary['risk'];
export type TaskState = AssertionSummary['state'];
export type Role = Session['roles'][number];
export type Category = NonNullable<Label['allegation']>['category'];
export type Stance = Evidence['stance'];
export type VerdictState = Verdict['state'];
export type NotificationType = Notification['type'];

interface SourcingWords {
  readonly letter: string;
  readonly label: string;
  readonly meaning: string;
}

/** Who says so: letter, label and meaning of each sourcing, in the order of its strength. */
export const sourcingWords: Readonly<Record<Sourcing, SourcingWords>> = {
  quoted: { letter: 'Q', label: 'Quoted', meaning: 'in quotation marks, by an identified source' },
  reported: { letter: 'R', label: 'Reported', meaning: 'a paraphrase of an identified source' },
  documented: { letter: 'D', label: 'Documented', meaning: 'from a named record that a reader could ask for' },
  anonymous: { letter: 'A', label: 'Anonymous', meaning: 'from somebody nobody could ring up' },
  self: { letter: 'S', label: 'Self', meaning: 'from the author or the outlet itself' },
  unattributed: { letter: 'U', label: 'Unattributed', meaning: 'in the author’s own voice' },
};
export const sourcings = Object.keys(sourcingWords) as Sourcing[];

export const kindWords: Readonly<Record<Kind, string>> = {
  statement: 'Statement',
  opinion: 'Opinion',
  prediction: 'Prediction',
  question: 'Question',
  directive: 'Directive',
  headline: 'Headline',
  caption: 'Caption',
};

export const riskWords: Readonly<Record<Risk, string>> = {
  serious: 'Serious allegation',
  sensitive: 'Sensitive: sourced allegation',
  normal: 'Normal',
};

export const stateWords: Readonly<Record<TaskState, string>> = {
  queued: 'In the queue',
  dismissed: 'Dismissed',
  merged: 'Merged',
  in_check: 'Being checked',
  blocked: 'Waiting',
  proposed: 'Proposed',
  second_check: 'Second check',
  adjudication: 'Adjudication',
  in_approval: 'In approval',
  approved: 'Approved',
  published: 'Published',
  correcting: 'Being corrected',
  retracted: 'Retracted',
  stale: 'Out of date',
};

export const roleWords: Readonly<Record<Role, string>> = {
  checker: 'Checker',
  editor: 'Editor',
  admin: 'Admin',
  auditor: 'Auditor',
  reporter: 'Reporter',
  service: 'Service',
};

export const categoryWords: Readonly<Record<Category, string>> = {
  corruption: 'Corruption',
  fraud: 'Fraud',
  sabotage: 'Sabotage',
  violence: 'Violence',
  abuse: 'Abuse',
  conspiracy: 'Conspiracy',
  espionage: 'Espionage',
  deceit: 'Deceit',
  other: 'Other wrongdoing',
};

export const stanceWords: Readonly<Record<Stance, string>> = {
  supports: 'Supports it',
  refutes: 'Refutes it',
  context: 'Gives context',
};

export const verdictStateWords: Readonly<Record<VerdictState, string>> = {
  proposed: 'Proposed',
  returned: 'Returned',
  approved: 'Approved',
  published: 'Published',
  retracted: 'Retracted',
  stale: 'Out of date',
};

export const dismissalWords = {
  opinion: 'An opinion: nothing to check',
  not_checkable: 'Cannot be checked',
  duplicate: 'Says the same as another assertion',
  not_an_assertion: 'Not an assertion',
} as const;

export const awaitedWords = { source: 'A source', reply: 'A reply from the accused' } as const;

/** "1 word", "2 words". */
export const count = (n: number, one: string, many: string = `${one}s`): string =>
  `${new Intl.NumberFormat().format(n)} ${n === 1 ? one : many}`;

/** One line about an allegation: "Corruption, hedged, against the harbour office". */
export function allegationWords(allegation: Label['allegation']): string {
  if (!allegation) return 'No allegation';
  const voice = allegation.hedged ? 'hedged' : 'asserted';
  return `${categoryWords[allegation.category]}, ${voice}, against ${allegation.accused}`;
}
