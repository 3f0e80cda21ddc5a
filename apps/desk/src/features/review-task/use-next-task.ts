import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { ProblemError } from '../../api/problem-error.js';
import { useTakeNext } from '../../api/review-tasks.js';
import { type QueueSearch } from '../../routes/search.js';
import { announce } from '../../ui/announce.js';
import { takeNextOf } from './queue-filter.js';

/** Takes the next free task under the filters of the queue and opens it; says so when there is none. */
export function useNextTask(search: QueueSearch) {
  const take = useTakeNext();
  const navigate = useNavigate();
  const takeNext = () =>
    take.mutate(takeNextOf(search), {
      onSuccess: (task) => {
        if (task) {
          announce('Next task taken');
          void navigate({ to: '/tasks/$assertionId', params: { assertionId: task.id }, search });
          return;
        }
        notifications.show({ message: 'No free task is left under these filters.', color: 'ink' });
        void navigate({ to: '/queue', search });
      },
      onError: (error) =>
        notifications.show({
          color: 'red',
          title: error instanceof ProblemError ? error.problem.title : 'The next task could not be taken',
          message: error.message,
        }),
    });
  return { takeNext, isTaking: take.isPending };
}
