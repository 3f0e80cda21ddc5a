import { Group, Stack, Text, Textarea } from '@mantine/core';
import { type Verdict } from '@proofdesk/contract';
import { useDecision } from '../../api/decisions.js';
import { fieldErrors } from '../../api/problem-error.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { announce } from '../../ui/announce.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { useKept } from '../../ui/use-kept.js';
import { DecisionProblem } from './DecisionProblem.js';
import { RatingField } from './RatingField.js';
import { useAutosave } from './use-autosave.js';
import { useTask } from './use-task.js';

interface Draft {
  readonly rating: string | null;
  readonly rationale: string;
}

/** Rating and rationale. Saved as a draft while it is written; proposed when the evidence is enough. */
export function VerdictForm({ previous }: { readonly previous: Verdict | null }) {
  const { task, may, goOn } = useTask();
  const decision = useDecision(task.id);
  const start: Draft = task.draft ?? { rating: previous?.rating.key ?? null, rationale: previous?.rationale ?? '' };
  const { value: draft, set, forget } = useKept<Draft>(`${task.id}.verdict`, start);
  const saved = useAutosave(task, draft, start);
  const errors = fieldErrors(decision.error);

  const missing = !task.evidenceRule.met
    ? `Still needed: ${task.evidenceRule.needed.join('; ')}`
    : draft.rating === null
      ? 'Choose a rating first.'
      : draft.rationale.trim() === ''
        ? 'Give the reasons first.'
        : undefined;
  const permission = may('verdict.propose');
  const propose = (onDone?: () => void) => {
    if (!permission.ok || missing !== undefined || decision.isPending) return announce(missing ?? 'Not now');
    const body = { leaseToken: task.leaseToken, rating: draft.rating, rationale: draft.rationale.trim() };
    decision.decide({ step: 'verdict', etag: task.etag, body }, () => {
      forget({ rating: null, rationale: '' });
      announce('The verdict was proposed and waits for approval');
      onDone?.();
    });
  };
  const rate = (index: number) => () => {
    const rating = task.ratingScale.ratings[index];
    if (!rating) return;
    set({ ...draft, rating: rating.key });
    announce(`Rating: ${rating.label}`);
  };
  useKeys({
    'task.submit': () => propose(goOn),
    'rating.1': rate(0),
    'rating.2': rate(1),
    'rating.3': rate(2),
    'rating.4': rate(3),
    'rating.5': rate(4),
    'rating.6': rate(5),
  });

  return (
    <Stack gap="sm" component="section" aria-label="Write the verdict">
      <DecisionProblem decision={decision} />
      <RatingField
        scale={task.ratingScale}
        value={draft.rating}
        error={errors['rating']}
        onChange={(rating) => set({ ...draft, rating })}
      />
      <Textarea
        label="Rationale"
        description="How the evidence leads to the rating, so that a stranger can follow it"
        required
        autosize
        minRows={5}
        maxRows={18}
        maxLength={20000}
        value={draft.rationale}
        error={errors['rationale']}
        onChange={(event) => set({ ...draft, rationale: event.currentTarget.value })}
      />
      <Text size="sm" c="dimmed">
        {saved}
      </Text>
      <Group gap="sm">
        <ActionButton permission={permission} notYet={missing} loading={decision.isPending} onClick={() => propose()}>
          Propose verdict
        </ActionButton>
        <ActionButton
          variant="default"
          permission={permission}
          notYet={missing}
          keyId="task.submit"
          onClick={() => propose(goOn)}
        >
          Propose and take next
        </ActionButton>
      </Group>
      {missing !== undefined && (
        <Text size="sm" c="dimmed">
          {missing}
        </Text>
      )}
    </Stack>
  );
}
