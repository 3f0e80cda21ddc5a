import { Paper, Stack, Text, Title } from '@mantine/core';
import { ApprovalPanel } from './ApprovalPanel.js';
import { PublishedPanel } from './PublishedPanel.js';
import { PublishPanel } from './PublishPanel.js';
import { liveVerdict, useTask } from './use-task.js';
import { VerdictForm } from './VerdictForm.js';
import { VerdictSummary } from './VerdictSummary.js';

function Waiting() {
  const { task, may } = useTask();
  if (task.state === 'queued') {
    const mayTake = may('task.lease');
    return <Text c="dimmed">{mayTake.ok ? 'Take this task to give it a verdict.' : mayTake.reason}</Text>;
  }
  if (task.state === 'in_check') {
    return <Text c="dimmed">{task.lease?.holder.name ?? 'Somebody'} is working on a verdict.</Text>;
  }
  return <Text c="dimmed">There is no verdict to work on in this state.</Text>;
}

/** The verdict: being written, waiting for approval, ready for publication or published. */
export function VerdictPanel() {
  const { task, isHolder } = useTask();
  const verdict = liveVerdict(task);
  const isWriting = isHolder && task.state === 'in_check';
  return (
    <Paper component="section" aria-labelledby="verdict">
      <Title order={2} id="verdict" mb="xs">
        Verdict
      </Title>
      <Stack gap="md">
        {verdict && <VerdictSummary verdict={verdict} />}
        {isWriting && <VerdictForm previous={verdict?.state === 'returned' ? verdict : null} />}
        {verdict && task.state === 'in_approval' && <ApprovalPanel verdict={verdict} />}
        {verdict && task.state === 'approved' && <PublishPanel verdict={verdict} />}
        {task.publication && <PublishedPanel />}
        {!verdict && !isWriting && <Waiting />}
      </Stack>
    </Paper>
  );
}
