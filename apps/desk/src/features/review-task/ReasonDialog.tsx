import { type ReactNode } from 'react';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type ReviewTask } from '@proofdesk/contract';
import { useDecision, type Step } from '../../api/decisions.js';
import { fieldErrors } from '../../api/problem-error.js';
import { submitOnModEnter } from '../../ui/keys/submit-on-mod-enter.js';
import { announce } from '../../ui/announce.js';
import { useKept } from '../../ui/use-kept.js';
import { DecisionProblem } from './DecisionProblem.js';
import { useTask } from './use-task.js';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly explanation: string;
  readonly label: string;
  readonly submitLabel: string;
  /** `false` where the reason may be left out. */
  readonly isRequired?: boolean;
  /** Name under which the server's answer complains about the text. */
  readonly field: string;
  readonly stepOf: (reason: string, task: ReviewTask) => Step;
  readonly done: string;
  readonly onDone?: (task: ReviewTask) => void;
  readonly children?: ReactNode;
}

function ReasonForm({ onClose, stepOf, done, onDone, children, ...words }: Props) {
  const { task } = useTask();
  const decision = useDecision(task.id);
  const reason = useKept(`${task.id}.${words.title}`, '');
  const submit = () =>
    decision.decide(stepOf(reason.value.trim(), task), (fresh) => {
      reason.forget('');
      announce(done);
      onClose();
      onDone?.(fresh);
    });
  return (
    <form
      onKeyDown={submitOnModEnter}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <Text size="sm">{words.explanation}</Text>
        <DecisionProblem decision={decision} />
        {children}
        <Textarea
          label={words.label}
          required={words.isRequired ?? true}
          data-autofocus
          autosize
          minRows={3}
          maxLength={2000}
          value={reason.value}
          error={fieldErrors(decision.error)[words.field]}
          onChange={(event) => reason.set(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={decision.isPending}>
            {words.submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Asks for the reason of an act and sends both. The text is kept until the server has it. */
export function ReasonDialog(props: Props) {
  return (
    <Modal opened={props.isOpen} onClose={props.onClose} title={props.title}>
      <ReasonForm {...props} />
    </Modal>
  );
}
