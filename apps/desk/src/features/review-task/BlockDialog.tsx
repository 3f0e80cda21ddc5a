import { useState } from 'react';
import { NativeSelect, TextInput } from '@mantine/core';
import { awaitedWords } from '../../ui/words.js';
import { ReasonDialog } from './ReasonDialog.js';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

type Awaited = keyof typeof awaitedWords;
const choices = Object.entries(awaitedWords).map(([value, label]) => ({ value, label }));

/** Tomorrow at the same hour, as a field of type datetime-local writes it. */
function tomorrow(): string {
  const then = new Date(Date.now() + 24 * 3_600_000);
  return new Date(then.getTime() - then.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Sets a task aside until a source or a reply comes, at the latest until a given time. */
export function BlockDialog({ isOpen, onClose }: Props) {
  const [awaited, setAwaited] = useState<Awaited>('source');
  const [until, setUntil] = useState(tomorrow);
  return (
    <ReasonDialog
      isOpen={isOpen}
      onClose={onClose}
      title="Set aside"
      explanation="It waits, and comes back into the queue by itself at the time you name."
      label="What was asked, and of whom"
      field="note"
      submitLabel="Set aside"
      done="The task waits"
      stepOf={(note, { etag, leaseToken }) => ({
        step: 'block',
        etag,
        body: { leaseToken, awaited, until: new Date(until).toISOString(), note },
      })}
    >
      <NativeSelect
        label="Waiting for"
        data={choices}
        value={awaited}
        onChange={(event) => setAwaited(event.currentTarget.value as Awaited)}
      />
      <TextInput
        label="Until"
        type="datetime-local"
        required
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </ReasonDialog>
  );
}
