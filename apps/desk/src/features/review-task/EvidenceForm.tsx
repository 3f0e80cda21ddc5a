import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReviewTask } from '@proofdesk/contract';
import { remember, sendStep, useDecision } from '../../api/decisions.js';
import { newKey } from '../../api/new-key.js';
import { fieldErrors } from '../../api/problem-error.js';
import { submitOnModEnter } from '../../ui/keys/submit-on-mod-enter.js';
import { announce } from '../../ui/announce.js';
import { offerUndo } from '../../ui/undo.js';
import { useKept } from '../../ui/use-kept.js';
import { stanceWords, type Stance } from '../../ui/words.js';
import { DecisionProblem } from './DecisionProblem.js';
import { useTask } from './use-task.js';

interface Typed {
  readonly url: string;
  readonly title: string;
  readonly origin: string;
  readonly quote: string;
  readonly note: string;
  readonly stance: Stance;
  readonly isPrimary: boolean;
}

const nothing: Typed = { url: '', title: '', origin: '', quote: '', note: '', stance: 'supports', isPrimary: false };
const stances = Object.entries(stanceWords).map(([value, label]) => ({ value, label }));

/** Attaches one piece of evidence. What is typed is kept in this tab until the server has it. */
export function EvidenceForm({ onClose }: { readonly onClose: () => void }) {
  const { task } = useTask();
  const client = useQueryClient();
  const decision = useDecision(task.id);
  const { value: typed, set, forget } = useKept<Typed>(`${task.id}.evidence`, nothing);
  const errors = fieldErrors(decision.error);
  const text = (name: 'url' | 'title' | 'origin' | 'quote' | 'note') => ({
    name,
    value: typed[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ ...typed, [name]: event.currentTarget.value }),
  });

  const offerBack = (fresh: ReviewTask) => {
    const old = new Set(task.evidence.map((each) => each.id));
    const added = fresh.evidence.find((each) => !old.has(each.id));
    if (!added) return;
    offerUndo('Evidence attached.', async () => {
      const body = { reason: 'Attached by mistake: undone at once', leaseToken: fresh.leaseToken };
      const step = { step: `evidence/${added.id}/withdraw`, etag: fresh.etag, body };
      await remember(client, await sendStep(fresh.id, step, newKey()));
    });
  };
  const submit = () => {
    const { url, ...rest } = typed;
    const body = { ...rest, ...(url.trim() === '' ? {} : { url: url.trim() }), leaseToken: task.leaseToken };
    decision.decide({ step: 'evidence', etag: task.etag, body }, (fresh) => {
      forget(nothing);
      announce('The evidence was attached');
      offerBack(fresh);
      onClose();
    });
  };

  return (
    <form
      aria-label="Add evidence"
      onKeyDown={submitOnModEnter}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <DecisionProblem decision={decision} />
        <TextInput label="URL" type="url" placeholder="https://" autoFocus {...text('url')} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label="Title" required maxLength={300} {...text('title')} />
          <TextInput label="Origin" required maxLength={200} placeholder="Who stands behind it" {...text('origin')} />
        </SimpleGrid>
        <Textarea
          label="Quote"
          description="The words that matter, exactly"
          autosize
          minRows={2}
          maxLength={5000}
          {...text('quote')}
        />
        <Textarea
          label="Note"
          description="Page, timestamp, how it was obtained"
          autosize
          minRows={1}
          maxLength={5000}
          {...text('note')}
        />
        <NativeSelect
          label="Stance"
          data={stances}
          value={typed.stance}
          onChange={(event) => set({ ...typed, stance: event.currentTarget.value as Stance })}
        />
        <Checkbox
          label="Primary record"
          description="The thing itself, not a report about it: a register, a ruling, a data set, a recording"
          checked={typed.isPrimary}
          onChange={(event) => set({ ...typed, isPrimary: event.currentTarget.checked })}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={decision.isPending}>
            Attach evidence
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
