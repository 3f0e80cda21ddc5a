import { useState } from 'react';
import { Alert, Button, Checkbox, Group, NativeSelect, Radio, Stack, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type Erase, type LedgerEntry } from '@proofdesk/contract';
import { fieldErrors } from '../../api/problem-error.js';
import { useErase } from '../../api/proofs.js';
import { announce } from '../../ui/announce.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { nameWords } from './value-words.js';

const bases: readonly { readonly value: Erase['legalBasis']; readonly label: string }[] = [
  { value: 'data_subject_request', label: 'The person concerned asked for it' },
  { value: 'court_order', label: 'A court ordered it' },
  { value: 'source_protection', label: 'It endangers a source' },
  { value: 'mistake', label: 'It was written by mistake' },
];

interface Props {
  readonly entry: LedgerEntry;
  readonly onDone: () => void;
}

/** Which text, on what ground, and why. What is erased cannot come back; that it was erased stays on record. */
export function EraseForm({ entry, onDone }: Props) {
  const names = entry.committed.filter((name) => Object.hasOwn(entry.disclosed, name));
  const erase = useErase();
  const [name, setName] = useState(names[0] ?? '');
  const [legalBasis, setBasis] = useState<Erase['legalBasis']>('data_subject_request');
  const [reason, setReason] = useState('');
  const [isSure, setSure] = useState(false);
  const done = () => {
    announce('Erased. That it was erased is on record.');
    onDone();
  };
  const submit = () =>
    erase.mutate(
      { stream: entry.stream, seq: entry.seq, name, legalBasis, reason: reason.trim() },
      { onSuccess: done },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title="This cannot be undone">
          The text and its key are deleted, and its copies on all screens. The record stays, every proof still holds,
          and nobody can find out by trying what was written. Backups lose it with their usual rotation only.
        </Alert>
        <ProblemAlert error={erase.error} />
        <Radio.Group label="Which text" value={name} onChange={setName} required>
          <Stack gap="xs" mt="xs">
            {names.map((each) => (
              <Radio key={each} value={each} label={`${nameWords(each)}: “${entry.disclosed[each] ?? ''}”`} />
            ))}
          </Stack>
        </Radio.Group>
        <NativeSelect
          label="Ground"
          value={legalBasis}
          data={bases.map(({ value, label }) => ({ value, label }))}
          onChange={(event) =>
            setBasis(bases.find(({ value }) => value === event.currentTarget.value)?.value ?? 'mistake')
          }
        />
        <Textarea
          label="Reason"
          description="Do not repeat here what is erased: the reason is kept."
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          error={fieldErrors(erase.error)['reason']}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Checkbox
          label="I know that it is gone for good"
          required
          checked={isSure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" color="red" loading={erase.isPending}>
            Erase
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
