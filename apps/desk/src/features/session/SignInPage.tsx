import { useState } from 'react';
import { Button, Container, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type SignIn } from '@proofdesk/contract';
import { useSignIn, welcomeQuery } from '../../api/session.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { DemoAccounts } from './DemoAccounts.js';

const route = getRouteApi('/sign-in');

/** The way in. Plain fields with their autocomplete names: password managers and pasting work. */
export function SignInPage() {
  const { to } = route.useSearch();
  const router = useRouter();
  const welcome = useQuery(welcomeQuery);
  const signIn = useSignIn();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');

  const submit = (account: SignIn) =>
    signIn.mutate(account, { onSuccess: () => void router.navigate({ href: to ?? '/' }) });

  return (
    <Container component="main" size={460} py={{ base: 'lg', sm: 64 }}>
      <Stack>
        <Stack gap={4}>
          <img src="/mark.svg" alt="" width={44} height={44} />
          <PageHeading title={`Sign in to ${welcome.data?.newsroom ?? 'the desk'}`} />
          <Text c="dimmed" mt="-md">
            No unsourced claim goes to print unseen, and no decision changes unseen.
          </Text>
        </Stack>
        <Paper p="lg" shadow="xs">
          <form
            onSubmit={(event) => {
              event.preventDefault();
              submit({ login, password });
            }}
          >
            <Stack>
              <ProblemAlert error={signIn.error ?? welcome.error} />
              <TextInput
                label="Login"
                name="username"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
                autoFocus
                value={login}
                onChange={(event) => setLogin(event.currentTarget.value)}
              />
              <PasswordInput
                label="Password"
                name="password"
                autoComplete="current-password"
                required
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
              />
              <Button type="submit" loading={signIn.isPending}>
                Sign in
              </Button>
            </Stack>
          </form>
        </Paper>
        <DemoAccounts accounts={welcome.data?.demoAccounts ?? []} onChoose={submit} isBusy={signIn.isPending} />
      </Stack>
    </Container>
  );
}
