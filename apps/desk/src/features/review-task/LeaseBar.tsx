import { useEffect, useState } from 'react';
import { Button, Text } from '@mantine/core';
import { IconClock, IconLock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useDecision, type Step } from '../../api/decisions.js';
import { reviewTaskQuery } from '../../api/review-tasks.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { announce } from '../../ui/announce.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { Time } from '../../ui/Time.js';
import { useSession } from '../../ui/use-session.js';
import { awaitedWords, stateWords } from '../../ui/words.js';
import { DecisionProblem } from './DecisionProblem.js';
import { SetAsideDialogs, type Dialog } from './SetAsideDialogs.js';
import classes from './task.module.css';
import { clock, useCountdown } from './use-countdown.js';
import { useTask } from './use-task.js';

function Standing() {
  const { task, isHolder } = useTask();
  const left = useCountdown(task.lease);
  const client = useQueryClient();
  const isOver = task.lease !== null && left <= 0;
  useEffect(() => {
    if (isOver) void client.invalidateQueries({ queryKey: reviewTaskQuery(task.id).queryKey });
  }, [isOver, client, task.id]);
  if (isOver) {
    return (
      <Text role="status">
        <b>The hold has run out.</b> What you typed is kept in this tab; the task can be taken again.
      </Text>
    );
  }
  if (isHolder && task.state === 'in_check') {
    return (
      <Text>
        <IconClock aria-hidden size={16} style={{ verticalAlign: '-3px' }} /> <b>You hold this task</b> for{' '}
        <span role="timer">{clock(left)}</span>; the hold renews itself while this page is open.
      </Text>
    );
  }
  if (task.lease) {
    return (
      <Text>
        <IconLock aria-hidden size={16} style={{ verticalAlign: '-3px' }} /> <b>Held by {task.lease.holder.name}</b>,{' '}
        {clock(left)} left unless renewed.
      </Text>
    );
  }
  if (task.blocked) {
    return (
      <Text>
        <b>Waiting for {awaitedWords[task.blocked.awaited].toLowerCase()}</b> until <Time at={task.blocked.until} />:{' '}
        {task.blocked.note}
      </Text>
    );
  }
  return (
    <Text>
      <b>{stateWords[task.state]}</b>
      {task.stateReason !== null && `: ${task.stateReason}`}
    </Text>
  );
}

/** Who holds the task, and everything that changes that. */
export function LeaseBar() {
  const { task, may, isHolder } = useTask();
  const { person } = useSession();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const decision = useDecision(task.id);
  const send = (step: Step, words: string) => decision.decide(step, () => announce(words));
  const take = () => send({ step: 'lease' }, 'You hold this task now');
  const release = () =>
    send(
      { step: 'lease/release', etag: task.etag, body: { leaseToken: task.leaseToken } },
      'The task is back in the queue',
    );
  const unblock = () =>
    send(
      { step: 'unblock', etag: task.etag, body: isHolder ? { leaseToken: task.leaseToken } : {} },
      'The task is taken up again',
    );
  const { state } = task;
  const canTake = may('task.lease');
  useKeys({
    'task.take': () => {
      if (isHolder && state === 'in_check') release();
      else if (state === 'queued' && canTake.ok) take();
    },
  });
  const isOthers = task.lease !== null && task.lease.holder.id !== person.id;
  // A holder dismisses in one go: the task goes back into the queue first, because only there it can be dismissed.
  const mayDismiss = may('task.dismiss', isHolder && state === 'in_check' ? { state: 'queued' } : {});
  return (
    <section className={classes.lease} aria-label="Who holds the task" data-mine={isOthers ? 'other' : isHolder}>
      <Standing />
      {state === 'queued' && (
        <ActionButton size="xs" permission={canTake} keyId="task.take" loading={decision.isPending} onClick={take}>
          Take this task
        </ActionButton>
      )}
      {isHolder && state === 'in_check' && (
        <>
          <Button size="xs" variant="default" loading={decision.isPending} onClick={release}>
            Release
          </Button>
          <Button size="xs" variant="default" onClick={() => setDialog('block')}>
            Set aside
          </Button>
        </>
      )}
      {(state === 'queued' || (isHolder && state === 'in_check')) && (
        <ActionButton size="xs" variant="default" permission={mayDismiss} onClick={() => setDialog('dismiss')}>
          Dismiss
        </ActionButton>
      )}
      {isOthers && (
        <ActionButton
          size="xs"
          variant="default"
          permission={may('task.take_over')}
          onClick={() => setDialog('take-over')}
        >
          Take over
        </ActionButton>
      )}
      {state === 'dismissed' && (
        <ActionButton size="xs" permission={may('task.requeue')} onClick={() => setDialog('requeue')}>
          Pull back into the queue
        </ActionButton>
      )}
      {state === 'blocked' && (
        <ActionButton size="xs" permission={may('task.unblock')} loading={decision.isPending} onClick={unblock}>
          Take up again
        </ActionButton>
      )}
      <DecisionProblem decision={decision} />
      <SetAsideDialogs open={dialog} onClose={() => setDialog(null)} />
    </section>
  );
}
