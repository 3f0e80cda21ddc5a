import { useState } from 'react';
import { Anchor, Group, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { ActionButton } from '../../ui/ActionButton.js';
import { Time } from '../../ui/Time.js';
import { ReasonDialog } from './ReasonDialog.js';
import { useTask } from './use-task.js';

/** Where the public reads it, and the way to take it back: a second editor completes a retraction. */
export function PublishedPanel() {
  const { task, may } = useTask();
  const [isRetracting, setRetracting] = useState(false);
  if (!task.publication) return null;
  const { url, publishedAt } = task.publication;
  return (
    <section aria-label="Publication">
      <Text>
        Published <Time at={publishedAt} />:{' '}
        <Anchor href={url} target="_blank">
          public page <IconExternalLink size={14} aria-label="(opens in a new tab)" />
        </Anchor>
      </Text>
      {task.state !== 'retracted' && may('verdict.retract').ok && (
        <Group mt="xs">
          <ActionButton size="xs" variant="default" onClick={() => setRetracting(true)}>
            Retract
          </ActionButton>
        </Group>
      )}
      <ReasonDialog
        isOpen={isRetracting}
        onClose={() => setRetracting(false)}
        title="Retract what was published"
        explanation="It takes two editors: the first asks for it, a second one completes it. The page stays, marked as retracted, with this note."
        label="Note to readers"
        field="publicNote"
        submitLabel="Retract"
        done="The retraction was recorded"
        stepOf={(publicNote, { etag }) => ({ step: 'retract', etag, body: { publicNote } })}
      />
    </section>
  );
}
