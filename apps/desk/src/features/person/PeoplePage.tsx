import { useState } from 'react';
import { Stack } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { can } from '@proofdesk/permissions';
import { peopleQuery } from '../../api/people.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { Only } from '../../ui/Only.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { useSession } from '../../ui/use-session.js';
import { WaitingText } from '../../ui/WaitingText.js';
import { AddPersonDialog } from './AddPersonDialog.js';
import { PersonRow } from './PersonRow.js';

function PeopleList() {
  const { roles } = useSession();
  const { data, error, isPending } = useQuery(peopleQuery);
  const [isOpen, setOpen] = useState(false);
  const people = data ?? [];
  return (
    <>
      <PageHeading title="People">
        <ActionButton
          permission={can('people.add', { roles })}
          leftSection={<IconUserPlus aria-hidden size={18} />}
          onClick={() => setOpen(true)}
        >
          Add person
        </ActionButton>
      </PageHeading>
      <Stack>
        <ProblemAlert error={error} />
        {isPending && <WaitingText />}
        {people.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </Stack>
      <AddPersonDialog isOpen={isOpen} onClose={() => setOpen(false)} people={people} />
    </>
  );
}

/** Who works here, in which roles, and through which accounts. */
export function PeoplePage() {
  return (
    <Only action="people.read" title="People">
      <PeopleList />
    </Only>
  );
}
