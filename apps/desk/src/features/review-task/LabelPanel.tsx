import { useRef, useState } from 'react';
import { Group, Paper, Title } from '@mantine/core';
import { type Label } from '@proofdesk/contract';
import { ActionButton } from '../../ui/ActionButton.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { SourcingTag } from '../../ui/tags.js';
import { allegationWords, kindWords, type Sourcing } from '../../ui/words.js';
import { RelabelForm } from './RelabelForm.js';
import classes from './task.module.css';
import { useTask } from './use-task.js';

function LabelWords({ label }: { readonly label: Label }) {
  return (
    <>
      <SourcingTag sourcing={label.sourcing} /> · {kindWords[label.kind]} · {allegationWords(label.allegation)}
    </>
  );
}

/** What the assertion is said to be, the machine's label beside the corrected one, and the form to correct it. */
export function LabelPanel() {
  const { task, may } = useTask();
  const [form, setForm] = useState<{ readonly sourcing: Sourcing } | null>(null);
  const opener = useRef<HTMLDivElement>(null);
  const mayRelabel = may('task.relabel');
  const open = (sourcing: Sourcing) => {
    if (mayRelabel.ok) setForm({ sourcing });
  };
  useKeys({
    'label.quoted': () => open('quoted'),
    'label.reported': () => open('reported'),
    'label.documented': () => open('documented'),
    'label.anonymous': () => open('anonymous'),
    'label.self': () => open('self'),
    'label.unattributed': () => open('unattributed'),
  });
  const close = () => {
    setForm(null);
    opener.current?.querySelector('button')?.focus();
  };
  return (
    <Paper component="section" aria-labelledby="label">
      <Group justify="space-between" mb="xs" ref={opener}>
        <Title order={2} id="label">
          Label
        </Title>
        <ActionButton size="xs" variant="default" permission={mayRelabel} onClick={() => open(task.sourcing)}>
          Correct the label
        </ActionButton>
      </Group>
      <dl className={classes.labels}>
        <dt>{task.machineLabel ? 'Corrected' : 'By the machine'}</dt>
        <dd>
          <LabelWords label={task} />
        </dd>
        {task.machineLabel && (
          <>
            <dt>By the machine</dt>
            <dd>
              <LabelWords label={task.machineLabel} />
            </dd>
          </>
        )}
      </dl>
      {form && <RelabelForm key={form.sourcing} sourcing={form.sourcing} onClose={close} />}
    </Paper>
  );
}
