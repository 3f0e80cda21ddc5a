import { List, Stack, Text, Textarea } from '@mantine/core';
import { type Verdict } from '@proofdesk/contract';
import { useDecision } from '../../api/decisions.js';
import { fieldErrors } from '../../api/problem-error.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { announce } from '../../ui/announce.js';
import { useKept } from '../../ui/use-kept.js';
import { DecisionProblem } from './DecisionProblem.js';
import { useTask } from './use-task.js';

const claimLimit = 500;

/** Publishes an approved verdict, or says what closes the gate. */
export function PublishPanel({ verdict }: { readonly verdict: Verdict }) {
  const { task, may } = useTask();
  const decision = useDecision(task.id);
  const start = task.exact.length <= claimLimit ? task.exact : '';
  const claim = useKept(`${task.id}.claim`, start);
  const permission = may('verdict.publish');
  const isOpen = task.publishGate.length === 0;
  const publish = () => {
    const claimReviewed = claim.value.trim();
    const body = { verdictVersion: verdict.version, ...(claimReviewed === '' ? {} : { claimReviewed }) };
    decision.decide({ step: 'publish', etag: task.etag, body }, () => {
      claim.forget('');
      announce('The verdict is published');
    });
  };
  return (
    <Stack gap="sm" component="section" aria-label="Publication">
      <DecisionProblem decision={decision} />
      {!isOpen && (
        <div>
          <Text fw={600}>Before it can be published:</Text>
          <List size="sm">
            {task.publishGate.map((reason) => (
              <List.Item key={reason}>{reason}</List.Item>
            ))}
          </List>
        </div>
      )}
      {permission.ok && (
        <Textarea
          label="The claim as readers will see it"
          description="What is claimed, never its negation; at most 500 characters"
          autosize
          minRows={2}
          maxLength={claimLimit}
          value={claim.value}
          error={fieldErrors(decision.error)['claimReviewed']}
          onChange={(event) => claim.set(event.currentTarget.value)}
        />
      )}
      <div>
        <ActionButton
          permission={permission}
          notYet={isOpen ? undefined : task.publishGate.join(' ')}
          loading={decision.isPending}
          onClick={publish}
        >
          Publish
        </ActionButton>
      </div>
      {!permission.ok && (
        <Text size="sm" c="dimmed">
          {permission.reason}
        </Text>
      )}
    </Stack>
  );
}
