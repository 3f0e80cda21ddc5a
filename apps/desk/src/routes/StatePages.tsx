import { Anchor, Container, Loader, Stack, Text, Title } from '@mantine/core';
import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { ProblemAlert } from '../ui/ProblemAlert.js';

/** While a page waits for its first answer. */
export function WaitingPage() {
  return (
    <Stack align="center" py="xl" role="status">
      <Loader aria-hidden />
      <Text c="dimmed">Loading …</Text>
    </Stack>
  );
}

/** When a page could not be drawn. */
export function TroublePage({ error }: ErrorComponentProps) {
  return (
    <Container size="sm" py="xl">
      <Stack>
        <Title order={1}>This page could not be shown</Title>
        <ProblemAlert error={error} />
        <Anchor href={window.location.href}>Try again</Anchor>
      </Stack>
    </Container>
  );
}

export function NotFoundPage() {
  return (
    <Container component="main" size="sm" py="xl">
      <Stack>
        <Title order={1}>There is no such page</Title>
        <Text>The address may be mistyped, or what it showed may not be for your role.</Text>
        <Anchor renderRoot={(props) => <Link to="/" {...props} />}>Go to the overview</Anchor>
      </Stack>
    </Container>
  );
}
