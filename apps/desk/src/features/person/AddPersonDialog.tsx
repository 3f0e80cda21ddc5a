import { useRef, useState } from 'react';
import { Button, Group, Modal, NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type Person } from '@proofdesk/contract';
import { newKey } from '../../api/new-key.js';
import { useAddPerson } from '../../api/people.js';
import { fieldErrors } from '../../api/problem-error.js';
import { submitOnModEnter } from '../../ui/keys/submit-on-mod-enter.js';
import { announce } from '../../ui/announce.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { type Role } from '../../ui/words.js';
import { RoleBoxes } from './RoleBoxes.js';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly people: readonly Person[];
}

function AddPersonForm({ onClose, people }: Omit<Props, 'isOpen'>) {
  const [personId, setPersonId] = useState('');
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const attempt = useRef({ said: '', key: '' });
  const add = useAddPerson();
  const errors = fieldErrors(add.error);
  const existing = people.find((person) => person.id === personId);
  const submit = () => {
    const body = {
      name: existing?.name ?? name.trim(),
      login: login.trim(),
      password,
      roles: existing ? [] : [...roles],
      ...(existing ? { personId: existing.id } : {}),
    };
    const said = JSON.stringify(body);
    if (attempt.current.said !== said) attempt.current = { said, key: newKey() };
    add.mutate(
      { body, key: attempt.current.key },
      { onSuccess: (person) => (announce(`${person.name} can sign in as ${body.login}`), onClose()) },
    );
  };
  return (
    <form
      onKeyDown={submitOnModEnter}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <ProblemAlert error={add.error} />
        <NativeSelect
          label="Person"
          description="One person may have several accounts and counts once where two must agree"
          value={personId}
          data={[
            { value: '', label: 'Somebody new' },
            ...people.map((each) => ({ value: each.id, label: `A further account for ${each.name}` })),
          ]}
          onChange={(event) => setPersonId(event.currentTarget.value)}
        />
        {!existing && (
          <TextInput
            label="Name"
            required
            data-autofocus
            autoComplete="off"
            maxLength={200}
            value={name}
            error={errors['name']}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <TextInput
          label="Login"
          required
          autoComplete="off"
          autoCapitalize="none"
          maxLength={200}
          value={login}
          error={errors['login']}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
        <PasswordInput
          label="First password"
          description="At least 12 characters; hand it over in person"
          required
          minLength={12}
          autoComplete="new-password"
          value={password}
          error={errors['password']}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
        />
        {!existing && (
          <RoleBoxes
            label="Roles"
            roles={roles}
            onChange={(role, isGranted) =>
              setRoles(isGranted ? [...roles, role] : roles.filter((each) => each !== role))
            }
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending}>
            Add
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Adds a person with a first account, or a further account for somebody who is here already. */
export function AddPersonDialog({ isOpen, ...rest }: Props) {
  return (
    <Modal opened={isOpen} onClose={rest.onClose} title="Add person">
      <AddPersonForm {...rest} />
    </Modal>
  );
}
