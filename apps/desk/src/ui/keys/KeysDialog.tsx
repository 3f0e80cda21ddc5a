import { Group, Kbd, Modal, Stack, Switch, Table, Text, Title } from '@mantine/core';
import { keymap, shownKeys, type KeyId } from './keymap.js';
import { useActiveKeys, useSingleKeys } from './use-keys.js';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function KeyRows({ group, ids }: { readonly group: string; readonly ids: readonly KeyId[] }) {
  if (ids.length === 0) return null;
  return (
    <section>
      <Title order={3}>{group}</Title>
      <Table verticalSpacing={4} aria-label={group}>
        <Table.Tbody>
          {ids.map((id) => (
            <Table.Tr key={id}>
              <Table.Td w={140}>
                <Group gap={4}>
                  {shownKeys(id).map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
              <Table.Td>{keymap[id].words}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** The keys of the page that is shown, and the switch that turns single keys off. */
export function KeysDialog({ isOpen, onClose }: Props) {
  const active = useActiveKeys();
  const [areOn, setOn] = useSingleKeys();
  const groups = [...new Set(active.map((id) => keymap[id].group))];
  return (
    <Modal opened={isOpen} onClose={onClose} title="Keys of this page">
      <Stack>
        <Switch
          checked={areOn}
          onChange={(event) => setOn(event.currentTarget.checked)}
          label="Single-key shortcuts"
          description="They rest while you type in a field. Ctrl + Enter works either way."
        />
        {!areOn && <Text c="dimmed">Single keys are off; everything they do has a button, too.</Text>}
        {groups.map((group) => (
          <KeyRows key={group} group={group} ids={active.filter((id) => keymap[id].group === group)} />
        ))}
      </Stack>
    </Modal>
  );
}
