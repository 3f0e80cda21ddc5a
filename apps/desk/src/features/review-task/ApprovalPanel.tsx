import { useState } from 'react';
import { Group, Stack, Text, Textarea } from '@mantine/core';
import { type Verdict } from '@proofdesk/contract';
import { useDecision } from '../../api/decisions.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { announce } from '../../ui/announce.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { useKept } from '../../ui/use-kept.js';
import { DecisionProblem } from './DecisionProblem.js';
import { ReasonDialog } from './ReasonDialog.js';
import { useTask } from './use-task.js';

/** Where an editor approves this version of the verdict or returns it. Who may not is told why. */
export function ApprovalPanel({ verdict }: { readonly verdict: Verdict }) {
  const { task, may, goOn } = useTask();
  const decision = useDecision(task.id);
  const note = useKept(`${task.id}.approval`, '');
  const [isReturning, setReturning] = useState(false);
  const mayApprove = may('verdict.approve');
  const mayReturn = may('verdict.return');
  const approve = (onDone?: () => void) => {
    if (!mayApprove.ok || decision.isPending) return announce(mayApprove.ok ? 'Already on its way' : mayApprove.reason);
    const body = { verdictVersion: verdict.version, note: note.value.trim() };
    decision.decide({ step: 'approve', etag: task.etag, body }, (fresh) => {
      note.forget('');
      announce(fresh.state === 'approved' ? 'Approved: it can be published' : 'Approved: it needs one more approval');
      onDone?.();
    });
  };
  useKeys({
    'task.submit': () => approve(goOn),
    'task.return': () => (mayReturn.ok ? setReturning(true) : undefined),
  });
  return (
    <Stack gap="sm" component="section" aria-label="Approval">
      <DecisionProblem decision={decision} />
      {mayApprove.ok && (
        <Textarea
          label="Note on the approval"
          description="Optional"
          autosize
          minRows={1}
          maxLength={2000}
          value={note.value}
          onChange={(event) => note.set(event.currentTarget.value)}
        />
      )}
      <Group gap="sm">
        <ActionButton
          permission={mayApprove}
          keyId="task.submit"
          loading={decision.isPending}
          onClick={() => approve()}
        >
          Approve
        </ActionButton>
        <ActionButton variant="default" permission={mayReturn} keyId="task.return" onClick={() => setReturning(true)}>
          Return with reason
        </ActionButton>
      </Group>
      {!mayApprove.ok && (
        <Text size="sm" c="dimmed">
          {mayApprove.reason}
        </Text>
      )}
      <ReasonDialog
        isOpen={isReturning}
        onClose={() => setReturning(false)}
        title="Return the verdict"
        explanation={`${verdict.proposedBy.name} finds it at the top of the queue with your reason.`}
        label="Reason"
        field="reason"
        submitLabel="Return"
        done="The verdict was returned"
        stepOf={(reason, { etag }) => ({ step: 'return', etag, body: { verdictVersion: verdict.version, reason } })}
        onDone={goOn}
      />
    </Stack>
  );
}
