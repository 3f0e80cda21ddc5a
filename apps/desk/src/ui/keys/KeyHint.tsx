import { Group, Kbd } from '@mantine/core';
import { type KeyId, keymap, shownKeys } from './keymap.js';
import { useSingleKeys } from './use-keys.js';

/** The key beside the thing it does. For the eyes only: `aria-keyshortcuts` on the control says the same. */
export function KeyHint({ id }: { readonly id: KeyId }) {
  const [areSingleKeysOn] = useSingleKeys();
  if (!areSingleKeysOn && !keymap[id].keys.startsWith('mod')) return null;
  return (
    <Group component="span" gap={2} aria-hidden wrap="nowrap" visibleFrom="sm">
      {shownKeys(id).map((key) => (
        <Kbd key={key} size="xs">
          {key}
        </Kbd>
      ))}
    </Group>
  );
}
