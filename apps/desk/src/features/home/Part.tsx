import { type ReactNode } from 'react';
import { Paper, Stack, Text, Title } from '@mantine/core';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** One block of the first page. */
export function Part({ id, title, children }: Props) {
  return (
    <Paper component="section" p="lg" aria-labelledby={id}>
      <Stack gap="sm" align="flex-start">
        <Title order={2} id={id}>
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}

/** A number and what it counts, on one line. */
export function Figure({ n, words, isAlarm = false }: { n: number | undefined; words: string; isAlarm?: boolean }) {
  return (
    <Text {...(isAlarm && n !== undefined && n > 0 ? { c: 'var(--desk-serious)' } : {})}>
      <Text span fw={700} fz="1.35rem" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {n ?? '·'}
      </Text>{' '}
      {words}
    </Text>
  );
}
