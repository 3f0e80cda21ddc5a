import { Checkbox, Group } from '@mantine/core';
import { roles as everyRole, type Permission } from '@proofdesk/permissions';
import { roleWords, type Role } from '../../ui/words.js';

interface Props {
  readonly label: string;
  readonly roles: readonly Role[];
  readonly isOff?: boolean;
  readonly permission?: Permission;
  readonly onChange: (role: Role, isGranted: boolean) => void;
}

/** The roles of a person as boxes; a person may hold several. */
export function RoleBoxes({ label, roles, isOff = false, permission, onChange }: Props) {
  const refusal = permission && !permission.ok ? permission.reason : undefined;
  return (
    <Checkbox.Group label={label} description={refusal} value={[...roles]}>
      <Group gap="md" mt={4}>
        {everyRole.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={roleWords[role]}
            disabled={isOff || refusal !== undefined}
            onChange={(event) => onChange(role, event.currentTarget.checked)}
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
