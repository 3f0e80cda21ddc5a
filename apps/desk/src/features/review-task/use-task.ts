import { createContext, useContext } from 'react';
import { can, type Action, type Facts, type Permission } from '@proofdesk/permissions';
import { type Article, type ReviewTask, type Session } from '@proofdesk/contract';

/** What the parts of the task card need to know. */
export interface TaskWork {
  readonly task: ReviewTask;
  readonly facts: Facts;
  readonly may: (action: Action, otherwise?: Partial<Facts>) => Permission;
  /** The person on the screen holds the task. */
  readonly isHolder: boolean;
  readonly goOn: () => void;
}

export const TaskContext = createContext<TaskWork | null>(null);

export function useTask(): TaskWork {
  const work = useContext(TaskContext);
  if (!work) throw new Error('A part of the task card was drawn outside of it');
  return work;
}

/** The verdict that is being worked on, or the last one that was. */
export const liveVerdict = (task: ReviewTask) =>
  task.verdicts.reduce<ReviewTask['verdicts'][number] | null>(
    (latest, each) => (latest === null || each.version > latest.version ? each : latest),
    null,
  );

/** How the person stands to the task, for the permission table that the server uses, too. */
export function factsOf(
  task: ReviewTask,
  session: Session,
  article: Pick<Article, 'authorPersonId'> | undefined,
): Facts {
  const me = session.person.id;
  const verdict = liveVerdict(task);
  const isLive = verdict !== null && verdict.state !== 'returned';
  return {
    roles: session.roles,
    state: task.state,
    risk: task.risk,
    isHolder: task.lease?.holder.id === me || (task.state === 'blocked' && task.leaseToken !== null),
    isProposer: isLive && verdict.proposedBy.id === me,
    isAuthor: article?.authorPersonId === me,
    hasApproved: isLive && verdict.approvals.some((approval) => approval.by.id === me),
  };
}

export const workOn = (task: ReviewTask, facts: Facts, goOn: () => void): TaskWork => ({
  task,
  facts,
  may: (action, otherwise) => can(action, { ...facts, ...otherwise }),
  isHolder: task.leaseToken !== null && facts.isHolder === true,
  goOn,
});
