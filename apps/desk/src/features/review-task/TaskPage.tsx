import { useEffect, useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { articleQuery } from '../../api/articles.js';
import { useHeartbeat } from '../../api/lease.js';
import { nextApprovable, reviewTaskQuery } from '../../api/review-tasks.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { useSession } from '../../ui/use-session.js';
import { WaitingText } from '../../ui/WaitingText.js';
import { TaskCard } from './TaskCard.js';
import { factsOf, TaskContext, workOn } from './use-task.js';
import { useNextTask } from './use-next-task.js';

const route = getRouteApi('/desk/tasks/$assertionId');

/** One review task, for the checker who works on it and the editor who decides on it. */
export function TaskPage() {
  const { assertionId } = route.useParams();
  const search = route.useSearch();
  const session = useSession();
  const navigate = useNavigate();
  const { data: task, error } = useQuery(reviewTaskQuery(assertionId));
  const { data: article } = useQuery({ ...articleQuery(task?.articleId ?? ''), enabled: task !== undefined });
  const { takeNext } = useNextTask(search);
  useHeartbeat(assertionId, task?.state === 'in_check' ? task.leaseToken : null);
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not return.
    void window.scrollTo({ top: 0 });
  }, [assertionId]);

  const facts = useMemo(() => (task ? factsOf(task, session, article) : null), [task, session, article]);
  if (error && !task) return <ProblemAlert error={error} />;
  if (!task || !facts) return <WaitingText />;
  const isEditorsTurn = task.state === 'in_approval' || task.state === 'approved' || task.state === 'published';
  const goToNextApproval = async () => {
    const next = await nextApprovable(assertionId).catch(() => null);
    if (next === null) void navigate({ to: '/approvals' });
    else void navigate({ to: '/tasks/$assertionId', params: { assertionId: next } });
  };
  const goOn = isEditorsTurn ? () => void goToNextApproval() : takeNext;
  return (
    <TaskContext value={workOn(task, facts, goOn)}>
      <TaskCard key={assertionId} search={search} />
    </TaskContext>
  );
}
