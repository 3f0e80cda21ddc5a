import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { can } from '@proofdesk/permissions';
import { type Person } from '@proofdesk/contract';
import { useChangePeople, type PeopleChange } from '../../api/people.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { announce } from '../../ui/announce.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Time } from '../../ui/Time.js';
import { useSession } from '../../ui/use-session.js';
import { RoleBoxes } from './RoleBoxes.js';

/** One person: roles to grant and revoke, accounts to disable and enable. Every change stands in the ledger. */
export function PersonRow({ person }: { readonly person: Person }) {
  const { roles } = useSession();
  const change = useChangePeople();
  const send = (what: PeopleChange, words: string) => change.mutate(what, { onSuccess: () => announce(words) });
  return (
    <Paper component="article" aria-labelledby={`person-${person.id}`}>
      <Stack gap="sm">
        <Title order={2} id={`person-${person.id}`}>
          {person.name}
        </Title>
        <ProblemAlert error={change.error} />
        <RoleBoxes
          label={`Roles of ${person.name}`}
          roles={person.roles}
          isOff={change.isPending}
          permission={can('role.grant', { roles })}
          onChange={(role, isGranted) =>
            send(
              { kind: isGranted ? 'grant' : 'revoke', personId: person.id, role },
              isGranted ? `${person.name} is now ${role}` : `${person.name} is no longer ${role}`,
            )
          }
        />
        {person.accounts.length === 0 && <Text c="dimmed">No account: this person cannot sign in.</Text>}
        {person.accounts.map(({ id, login, disabledAt, createdAt }) => (
          <Group key={id} gap="md" justify="space-between">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              Account <b>{login}</b>, since <Time at={createdAt} />
              {disabledAt !== null && (
                <>
                  {' · '}
                  <b>
                    disabled <Time at={disabledAt} />
                  </b>
                </>
              )}
            </Text>
            <ActionButton
              size="xs"
              variant="default"
              loading={change.isPending}
              permission={can(disabledAt === null ? 'account.disable' : 'account.enable', { roles })}
              aria-label={`${disabledAt === null ? 'Disable' : 'Enable'} account ${login}`}
              onClick={() =>
                send(
                  { kind: disabledAt === null ? 'disable' : 'enable', accountId: id },
                  `The account ${login} is ${disabledAt === null ? 'disabled' : 'enabled'}`,
                )
              }
            >
              {disabledAt === null ? 'Disable' : 'Enable'}
            </ActionButton>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
