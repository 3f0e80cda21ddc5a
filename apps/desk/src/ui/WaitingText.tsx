import { Group, Loader, Text } from '@mantine/core';

/** While something is on its way. */
export function WaitingText({ what = 'Loading' }: { readonly what?: string }) {
  return (
    <Group gap="xs" role="status" py="md">
      <Loader size={16} aria-hidden />
      <Text c="dimmed">{what} …</Text>
    </Group>
  );
}
