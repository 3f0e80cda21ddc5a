import { Badge, Group, Stack, Text } from '@mantine/core';
import { type Verdict } from '@proofdesk/contract';
import { Time } from '../../ui/Time.js';
import { verdictStateWords } from '../../ui/words.js';

/** One version of a verdict with its reasons, its approvals and, where it was returned, why. */
export function VerdictSummary({ verdict }: { readonly verdict: Verdict }) {
  const { rating, rationale, version, state, proposedBy, proposedAt, approvals, approvalsNeeded, returned } = verdict;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text fw={700} size="lg">
          {rating.label}
        </Text>
        <Badge variant="default" tt="none">
          {verdictStateWords[state]}, version {version}
        </Badge>
      </Group>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{rationale}</Text>
      <Text size="sm" c="dimmed">
        Proposed by {proposedBy.name}, <Time at={proposedAt} />
      </Text>
      <Text size="sm" fw={600}>
        {approvals.length} of {approvalsNeeded} approvals
      </Text>
      {approvals.map(({ by, at, note }) => (
        <Text key={by.id} size="sm">
          Approved by {by.name}, <Time at={at} />
          {note !== '' && `: ${note}`}
        </Text>
      ))}
      {returned && (
        <Text size="sm" c="var(--desk-serious)" fw={600}>
          Returned by {returned.by.name}, <Time at={returned.at} />: {returned.reason}
        </Text>
      )}
    </Stack>
  );
}
