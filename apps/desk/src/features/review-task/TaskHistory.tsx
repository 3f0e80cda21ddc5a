import { Group, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { historyQuery } from '../../api/ledger.js';
import { ProofTag } from '../../ui/ProofTag.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Time } from '../../ui/Time.js';
import { WaitingText } from '../../ui/WaitingText.js';
import { namesIn } from '../audit/changes.js';
import { Changes } from '../audit/Changes.js';
import { eventWords, actorWords } from '../audit/event-words.js';
import { RecordButton } from '../audit/RecordButton.js';
import { VerifyButton } from '../audit/VerifyButton.js';
import classes from './task.module.css';
import { useTask } from './use-task.js';

/** Everything that happened to this assertion, oldest first. */
export function TaskHistory() {
  const { task } = useTask();
  const { data, error, isPending } = useQuery(historyQuery(task.id));
  const names = namesIn(data ?? []);
  return (
    <Paper component="section" aria-labelledby="history">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="history">
          History
        </Title>
        {(data?.length ?? 0) > 0 && <VerifyButton assertionId={task.id} />}
      </Group>
      {isPending && <WaitingText />}
      <ProblemAlert error={error} />
      {data?.length === 0 && <Text c="dimmed">No decision has been made on it yet.</Text>}
      <ol className={classes.timeline} aria-label="Decisions, oldest first">
        {(data ?? []).map((entry) => (
          <li key={entry.seq}>
            <Text size="sm">
              <b>{eventWords(entry.type)}</b> · {actorWords(entry.actor)} · <Time at={entry.at} />{' '}
              <ProofTag proof={entry.proof} /> <RecordButton entry={entry} />
            </Text>
            <Changes entry={entry} names={names} />
          </li>
        ))}
      </ol>
    </Paper>
  );
}
