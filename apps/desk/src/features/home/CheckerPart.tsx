import { Anchor } from '@mantine/core';
import { IconPlayerTrackNext } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { countsQuery } from '../../api/review-tasks.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { useNextTask } from '../review-task/use-next-task.js';
import { Figure, Part } from './Part.js';

const noFilter = {};

/** What waits for a checker. */
export function CheckerPart() {
  const queued = useQuery(countsQuery({ state: ['queued'] })).data;
  const mine = useQuery(countsQuery({ mine: 'holder' })).data;
  const { takeNext, isTaking } = useNextTask(noFilter);
  useKeys({ 'task.take_next': takeNext });
  return (
    <Part id="to-check" title="To check">
      <Figure
        n={queued === undefined ? undefined : (queued.byRisk.serious ?? 0)}
        words="serious allegations without a source"
        isAlarm
      />
      <Figure n={queued?.total} words="assertions in the queue" />
      <Figure n={mine?.total} words="that you hold" />
      <ActionButton
        keyId="task.take_next"
        loading={isTaking}
        leftSection={<IconPlayerTrackNext aria-hidden size={18} />}
        onClick={takeNext}
      >
        Take next
      </ActionButton>
      <Anchor renderRoot={(props) => <Link to="/queue" {...props} />}>Open the review queue</Anchor>
    </Part>
  );
}
