import { useState } from 'react';
import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type Relabel, type ReviewTask } from '@proofdesk/contract';
import { remember, sendStep, useDecision } from '../../api/decisions.js';
import { newKey } from '../../api/new-key.js';
import { fieldErrors } from '../../api/problem-error.js';
import { submitOnModEnter } from '../../ui/keys/submit-on-mod-enter.js';
import { announce } from '../../ui/announce.js';
import { offerUndo } from '../../ui/undo.js';
import { useKept } from '../../ui/use-kept.js';
import {
  categoryWords,
  kindWords,
  sourcings,
  sourcingWords,
  type Category,
  type Kind,
  type Sourcing,
} from '../../ui/words.js';
import { DecisionProblem } from './DecisionProblem.js';
import { useTask } from './use-task.js';

interface Props {
  readonly sourcing: Sourcing;
  readonly onClose: () => void;
}

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const sourcingChoices = sourcings.map((value) => ({
  value,
  label: `${sourcingWords[value].label}: ${sourcingWords[value].meaning}`,
}));
const categoryChoices = [{ value: '', label: 'No allegation' }, ...choicesOf(categoryWords)];

/** A person's correction of sourcing, kind or allegation. Risk and order in the queue follow; the machine's label stays. */
export function RelabelForm({ sourcing: chosen, onClose }: Props) {
  const { task } = useTask();
  const client = useQueryClient();
  const decision = useDecision(task.id);
  const [sourcing, setSourcing] = useState<Sourcing>(chosen);
  const [kind, setKind] = useState<Kind>(task.kind);
  const [category, setCategory] = useState<Category | ''>(task.allegation?.category ?? '');
  const [isHedged, setHedged] = useState(task.allegation?.hedged ?? false);
  const [accused, setAccused] = useState(task.allegation?.accused ?? '');
  const reason = useKept(`${task.id}.relabel`, '');
  const errors = fieldErrors(decision.error);

  const fence = (of: ReviewTask) => (of.leaseToken === null ? {} : { leaseToken: of.leaseToken });
  const submit = () => {
    const allegation = category === '' ? null : { category, hedged: isHedged, accused: accused.trim() };
    const body: Relabel = { sourcing, kind, allegation, reason: reason.value.trim(), ...fence(task) };
    const before = { sourcing: task.sourcing, kind: task.kind, allegation: task.allegation };
    decision.decide({ step: 'relabel', etag: task.etag, body }, (fresh) => {
      reason.forget('');
      announce('The label was corrected');
      offerUndo('Label corrected.', async () => {
        const back = { ...before, reason: 'Corrected by mistake: undone at once', ...fence(fresh) };
        await remember(client, await sendStep(fresh.id, { step: 'relabel', etag: fresh.etag, body: back }, newKey()));
      });
      onClose();
    });
  };

  return (
    <form
      aria-label="Correct the label"
      onKeyDown={submitOnModEnter}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack mt="md" gap="sm">
        <DecisionProblem decision={decision} />
        <NativeSelect
          label="Sourcing"
          data={sourcingChoices}
          value={sourcing}
          onChange={(event) => setSourcing(event.currentTarget.value as Sourcing)}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label="Kind"
            data={choicesOf(kindWords)}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as Kind)}
          />
          <NativeSelect
            label="Allegation"
            data={categoryChoices}
            value={category}
            error={errors['allegation'] ?? errors['allegation/category']}
            onChange={(event) => setCategory(event.currentTarget.value as Category | '')}
          />
        </SimpleGrid>
        {category !== '' && (
          <>
            <TextInput
              label="Accused"
              description="Person, office or organisation"
              required
              value={accused}
              error={errors['allegation/accused']}
              onChange={(event) => setAccused(event.currentTarget.value)}
            />
            <Checkbox
              label="Hedged (“allegedly”, “reportedly”)"
              checked={isHedged}
              onChange={(event) => setHedged(event.currentTarget.checked)}
            />
          </>
        )}
        <Textarea
          label="Reason"
          required
          autoFocus
          autosize
          minRows={2}
          maxLength={2000}
          value={reason.value}
          error={errors['reason']}
          onChange={(event) => reason.set(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={decision.isPending}>
            Save the label
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
