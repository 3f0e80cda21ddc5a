import { BlockDialog } from './BlockDialog.js';
import { DismissDialog } from './DismissDialog.js';
import { ReasonDialog } from './ReasonDialog.js';

export type Dialog = 'block' | 'dismiss' | 'take-over' | 'requeue';

interface Props {
  readonly open: Dialog | null;
  readonly onClose: () => void;
}

/** The acts that take a task out of somebody's hands or out of the queue; each needs its reason. */
export function SetAsideDialogs({ open, onClose }: Props) {
  return (
    <>
      <DismissDialog isOpen={open === 'dismiss'} onClose={onClose} />
      <BlockDialog isOpen={open === 'block'} onClose={onClose} />
      <ReasonDialog
        isOpen={open === 'take-over'}
        onClose={onClose}
        title="Take over the task"
        explanation="The task goes back into the queue with its draft, and the holder is told why. It stands in the decision history."
        label="Reason"
        field="reason"
        submitLabel="Take over"
        done="The task was taken over"
        stepOf={(reason, { etag }) => ({ step: 'lease/take-over', etag, body: { reason } })}
      />
      <ReasonDialog
        isOpen={open === 'requeue'}
        onClose={onClose}
        title="Pull back into the queue"
        explanation="It can then be taken and checked like any other."
        label="Reason"
        field="reason"
        submitLabel="Pull back"
        done="The task is in the queue again"
        stepOf={(reason, { etag }) => ({ step: 'requeue', etag, body: { reason } })}
      />
    </>
  );
}
