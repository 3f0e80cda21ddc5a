import { type ReactNode } from 'react';
import { Paper, Stack, Text } from '@mantine/core';

interface Props {
  /** Why there is nothing. */
  readonly why: string;
  /** What to do next. */
  readonly next?: ReactNode;
}

/** An empty list says why it is empty and offers the next step. */
export function EmptyState({ why, next }: Props) {
  return (
    <Paper p="xl" bg="transparent" style={{ borderStyle: 'dashed' }}>
      <Stack align="center" gap="sm" ta="center">
        <Text fw={600}>{why}</Text>
        {typeof next === 'string' ? <Text c="dimmed">{next}</Text> : next}
      </Stack>
    </Paper>
  );
}
