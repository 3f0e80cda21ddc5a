import { Button, Stack, Text, Title } from '@mantine/core';
import { type SignIn, type Welcome } from '@proofdesk/contract';
import { roleWords } from '../../ui/words.js';

interface Props {
  readonly accounts: Welcome['demoAccounts'];
  readonly onChoose: (account: SignIn) => void;
  readonly isBusy: boolean;
}

/** The demo's invented people, one click each. Absent from a real installation. */
export function DemoAccounts({ accounts, onChoose, isBusy }: Props) {
  if (accounts.length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-labelledby="demo-accounts">
      <Title order={2} id="demo-accounts">
        Or look around as
      </Title>
      {accounts.map(({ login, name, roles, password }) => (
        <Button
          key={login}
          variant="default"
          justify="space-between"
          h="auto"
          mih={44}
          disabled={isBusy}
          onClick={() => onChoose({ login, password })}
          rightSection={
            <Text size="sm" c="dimmed">
              {roles.map((role) => roleWords[role]).join(', ')}
            </Text>
          }
        >
          {name}
        </Button>
      ))}
      <Text size="sm" c="dimmed">
        Demo accounts of invented people, with public passwords. They exist only in the demo.
      </Text>
    </Stack>
  );
}
