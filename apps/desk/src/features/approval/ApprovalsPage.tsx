import { Button, Stack, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { reviewTasksQuery } from '../../api/review-tasks.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Only } from '../../ui/Only.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { WaitingText } from '../../ui/WaitingText.js';
import { QueueList, useListKeys } from '../review-task/QueueList.js';
import { oldestSeriousFirst } from './order.js';

interface SectionProps {
  readonly title: string;
  readonly state: 'in_approval' | 'approved';
  readonly empty: string;
  readonly next: string;
}

const noSearch = {};

function Section({ title, state, empty, next }: SectionProps) {
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    reviewTasksQuery({ state: [state] }),
  );
  const tasks = oldestSeriousFirst(data?.pages.flatMap((page) => page.items) ?? []);
  return (
    <Stack component="section" aria-labelledby={state} gap="sm">
      <Title order={2} id={state}>
        {title} {data && `(${tasks.length}${hasNextPage ? '+' : ''})`}
      </Title>
      <ProblemAlert error={error} />
      {isPending && <WaitingText />}
      {data && tasks.length === 0 && <EmptyState why={empty} next={next} />}
      {tasks.length > 0 && <QueueList label={title} assertions={tasks} search={noSearch} />}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Load more
        </Button>
      )}
    </Stack>
  );
}

function ApprovalLists() {
  useListKeys();
  return (
    <>
      <PageHeading title="Approvals" />
      <Stack gap="xl">
        <Section
          title="Waiting for approval"
          state="in_approval"
          empty="No verdict waits for approval."
          next="Verdicts come here as soon as a checker proposes them."
        />
        <Section
          title="Approved, ready to publish"
          state="approved"
          empty="Nothing is waiting to be published."
          next="An approved verdict stays here until an editor publishes it."
        />
      </Stack>
    </>
  );
}

/** What waits for an editor: verdicts to approve, and approved ones to publish. The oldest serious ones stand first. */
export function ApprovalsPage() {
  return (
    <Only action="verdict.approve" title="Approvals">
      <ApprovalLists />
    </Only>
  );
}
