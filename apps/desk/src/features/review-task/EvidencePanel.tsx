import { useState } from 'react';
import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { ActionButton } from '../../ui/ActionButton.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { EvidenceForm } from './EvidenceForm.js';
import { EvidenceItem } from './EvidenceItem.js';
import classes from './task.module.css';
import { useTask } from './use-task.js';

const beforeVerdict = new Set(['queued', 'in_check', 'blocked']);

/** What bears on the assertion, what is still needed before a verdict, and the form to attach a piece. */
export function EvidencePanel() {
  const { task, may } = useTask();
  const [isFormOpen, setFormOpen] = useState(false);
  const mayAttach = may('evidence.attach');
  const open = () => {
    if (mayAttach.ok) setFormOpen(true);
  };
  useKeys({ 'evidence.add': open });
  const live = task.evidence.filter((each) => each.withdrawnAt === null).length;
  const { met, needed } = task.evidenceRule;
  return (
    <Paper component="section" aria-labelledby="evidence">
      <Title order={2} id="evidence" mb="xs">
        Evidence ({live})
      </Title>
      <Stack gap="sm">
        {task.evidence.length === 0 && (
          <Text c="dimmed">No evidence yet. Whatever bears on the words goes here: for, against, or context.</Text>
        )}
        {task.evidence.length > 0 && (
          <ul className={classes.evidence} aria-label="Pieces of evidence">
            {task.evidence.map((each) => (
              <EvidenceItem key={each.id} evidence={each} />
            ))}
          </ul>
        )}
        {beforeVerdict.has(task.state) && !met && (
          <div data-evidence-rule>
            <Text size="sm" fw={600}>
              Still needed before a verdict:
            </Text>
            <List size="sm">
              {needed.map((each) => (
                <List.Item key={each}>{each}</List.Item>
              ))}
            </List>
          </div>
        )}
        {beforeVerdict.has(task.state) && met && (
          <Text size="sm" c="var(--desk-good)" fw={600}>
            The evidence is enough for a verdict.
          </Text>
        )}
        {isFormOpen && mayAttach.ok ? (
          <EvidenceForm onClose={() => setFormOpen(false)} />
        ) : (
          beforeVerdict.has(task.state) && (
            <div>
              <ActionButton
                size="sm"
                variant="default"
                permission={mayAttach}
                keyId="evidence.add"
                leftSection={<IconPlus aria-hidden size={16} />}
                onClick={open}
              >
                Add evidence
              </ActionButton>
            </div>
          )
        )}
      </Stack>
    </Paper>
  );
}
