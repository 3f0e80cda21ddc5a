import { Button, Stack } from '@mantine/core';
import { IconPlayerTrackNext } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { can } from '@proofdesk/permissions';
import { reviewTasksQuery } from '../../api/review-tasks.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { runUndo } from '../../ui/undo.js';
import { useSession } from '../../ui/use-session.js';
import { WaitingText } from '../../ui/WaitingText.js';
import { filterOf, isNarrowed, tabOf } from './queue-filter.js';
import { QueueFilters } from './QueueFilters.js';
import { QueueList, useListKeys } from './QueueList.js';
import { QueueTabs } from './QueueTabs.js';
import { useNextTask } from './use-next-task.js';

const route = getRouteApi('/desk/queue');

/** What waits for a person, the most dangerous first. */
export function QueuePage() {
  const { roles } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { takeNext, isTaking } = useNextTask(search);
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    reviewTasksQuery(filterOf(search)),
  );
  const tasks = data?.pages.flatMap((page) => page.items) ?? [];
  const mayTake = can('task.take_next', { roles });
  const tab = tabOf(search);
  useListKeys();
  useKeys({
    'task.take_next': () => (mayTake.ok ? takeNext() : undefined),
    'filter.focus': () => document.getElementById('first-filter')?.focus(),
    'task.undo': runUndo,
  });
  return (
    <>
      <PageHeading title="Review queue">
        <ActionButton
          permission={mayTake}
          keyId="task.take_next"
          loading={isTaking}
          leftSection={<IconPlayerTrackNext aria-hidden size={18} />}
          onClick={takeNext}
        >
          Take next
        </ActionButton>
      </PageHeading>
      <QueueTabs search={search} />
      <QueueFilters search={search} onChange={(next) => void navigate({ search: next, replace: true })} />
      <Stack>
        <ProblemAlert error={error} />
        {isPending && <WaitingText />}
        {!isPending && !error && tasks.length === 0 && (
          <EmptyState
            why={tab.empty}
            next={
              isNarrowed(search)
                ? 'The filters may hide some: clear them to see everything.'
                : 'Look at another part of the queue, or feed in an article.'
            }
          />
        )}
        {tasks.length > 0 && <QueueList label={tab.label} assertions={tasks} search={search} />}
        {hasNextPage && (
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Load more
          </Button>
        )}
      </Stack>
    </>
  );
}
