import { useState } from 'react';
import { NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReviewTask } from '@proofdesk/contract';
import { remember, sendStep } from '../../api/decisions.js';
import { newKey } from '../../api/new-key.js';
import { offerUndo } from '../../ui/undo.js';
import { dismissalWords } from '../../ui/words.js';
import { ReasonDialog } from './ReasonDialog.js';
import { useTask } from './use-task.js';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

type Reason = keyof typeof dismissalWords;
const reasons = Object.entries(dismissalWords).map(([value, label]) => ({ value, label }));

/** Takes an assertion out of the queue because there is nothing to check. Can be undone. */
export function DismissDialog({ isOpen, onClose }: Props) {
  const { isHolder, goOn } = useTask();
  const client = useQueryClient();
  const [reason, setReason] = useState<Reason>('opinion');

  /** Only what is queued can be dismissed: a holder puts it back first. */
  const stepOf = (note: string, { etag, state, leaseToken }: ReviewTask) => {
    const step = { step: 'dismiss', etag, body: { reason, note } };
    return isHolder && state === 'in_check'
      ? { ...step, first: { step: 'lease/release', etag, body: { leaseToken } } }
      : step;
  };

  const onDone = (fresh: ReviewTask) => {
    offerUndo('Dismissed.', async () => {
      const step = { step: 'requeue', etag: fresh.etag, body: { reason: 'Dismissed by mistake: undone at once' } };
      await remember(client, await sendStep(fresh.id, step, newKey()));
    });
    if (isHolder) goOn();
  };

  return (
    <ReasonDialog
      isOpen={isOpen}
      onClose={onClose}
      title="Dismiss"
      explanation="It leaves the queue and stays visible in the article and under “Set aside”, from where it can be pulled back."
      label="Note"
      field="note"
      isRequired={false}
      submitLabel="Dismiss"
      done="Dismissed"
      stepOf={stepOf}
      onDone={onDone}
    >
      <NativeSelect
        label="Why there is nothing to check"
        data={reasons}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as Reason)}
      />
    </ReasonDialog>
  );
}
