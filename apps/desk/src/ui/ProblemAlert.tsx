import { Alert, List, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { ProblemError } from '../api/problem-error.js';

const inWords = (pointer: string) =>
  pointer
    .replace(/^\//, '')
    .replaceAll('/', ', ')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase();

/** A refusal in words: what is wrong, why, and which fields it concerns. Nothing without an error. */
export function ProblemAlert({ error }: { readonly error: unknown }) {
  if (error == null) return null;
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const fields = problem?.errors ?? [];
  const reasons = problem?.reasons ?? [];
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertCircle aria-hidden />}
      title={problem?.title ?? 'The desk made a mistake'}
    >
      <Text size="sm">{problem?.detail ?? (error instanceof Error ? error.message : 'Reload the page.')}</Text>
      {reasons.length + fields.length > 0 && (
        <List size="sm" mt="xs">
          {reasons.map((reason) => (
            <List.Item key={reason}>{reason}</List.Item>
          ))}
          {fields.map((each) => (
            <List.Item key={each.pointer + each.detail}>
              {each.pointer === '' ? '' : `${inWords(each.pointer)}: `}
              {each.detail}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
