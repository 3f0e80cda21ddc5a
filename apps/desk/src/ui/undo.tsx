import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { announce } from './announce.js';
import { KeyHint } from './keys/KeyHint.js';

interface Undo {
  readonly words: string;
  readonly run: () => Promise<unknown>;
  readonly until: number;
}

const toastId = 'undo';
let last: Undo | null = null;

/** The server undoes within ten minutes, as long as nothing later depends on it. */
const patienceMs = 10 * 60_000;

/** Says what was done and offers to take it back; nothing is deleted, the ledger gets a second, compensating entry. */
export function offerUndo(words: string, run: () => Promise<unknown>): void {
  last = { words, run, until: Date.now() + patienceMs };
  notifications.show({
    id: toastId,
    autoClose: 8_000,
    color: 'ink',
    withCloseButton: false,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{words}</Text>
        <Button size="xs" variant="default" onClick={runUndo} rightSection={<KeyHint id="task.undo" />}>
          Undo
        </Button>
      </Group>
    ),
  });
}

/** Takes back the last action that can be taken back. */
export function runUndo(): void {
  const undo = last;
  notifications.hide(toastId);
  last = null;
  if (!undo || undo.until < Date.now()) {
    announce('There is nothing to undo');
    return;
  }
  undo.run().then(
    () => notifications.show({ message: `Undone: ${undo.words}`, color: 'ink' }),
    (error: unknown) =>
      notifications.show({
        color: 'red',
        title: 'It could not be undone',
        message: error instanceof Error ? error.message : 'Something later depends on it.',
      }),
  );
}
