import { Alert, Button, Text } from '@mantine/core';
import { IconRefreshAlert } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Decision } from '../../api/decisions.js';
import { historyQuery } from '../../api/ledger.js';
import { isProblem } from '../../api/problem-error.js';
import { reviewTaskQuery } from '../../api/review-tasks.js';
import { announce } from '../../ui/announce.js';
import { eventWords } from '../audit/event-words.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Time } from '../../ui/Time.js';
import { useTask } from './use-task.js';

/** Somebody was faster: who and what, and the way to the present state. What was typed stays in its fields. */
function Conflict({ decision }: { readonly decision: Decision }) {
  const { task } = useTask();
  const client = useQueryClient();
  const { data, isFetchedAfterMount } = useQuery({ ...historyQuery(task.id), staleTime: 0 });
  const last = isFetchedAfterMount ? data?.at(-1) : undefined;
  const reload = async () => {
    await client.invalidateQueries({ queryKey: reviewTaskQuery(task.id).queryKey });
    decision.reset();
    announce('The present state is shown. What you typed is still there.');
  };
  return (
    <Alert
      role="alert"
      color="yellow"
      icon={<IconRefreshAlert aria-hidden />}
      title="It has changed since you opened it"
    >
      <Text size="sm" mb="xs">
        {last ? (
          <>
            Changed by {last.actor.name}: {eventWords(last.type)}, <Time at={last.at} />.{' '}
          </>
        ) : (
          'Somebody changed it in the meantime. '
        )}
        Nothing you typed is lost: show the present state, look at it, then send again.
      </Text>
      <Button size="xs" onClick={() => void reload()}>
        Show the present state
      </Button>
    </Alert>
  );
}

/** Why a decision was refused. */
export function DecisionProblem({ decision }: { readonly decision: Decision }) {
  if (isProblem(decision.error, 'request.stale')) return <Conflict decision={decision} />;
  return <ProblemAlert error={decision.error} />;
}
