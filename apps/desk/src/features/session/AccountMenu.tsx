import { Button, Menu, Text, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import {
  IconChevronDown,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconReceipt,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useSignOut } from '../../api/session.js';
import { forgetKept } from '../../ui/use-kept.js';
import { useSingleKeys } from '../../ui/keys/use-keys.js';
import { roleWords } from '../../ui/words.js';
import { useSession } from '../../ui/use-session.js';

const schemes: readonly { value: MantineColorScheme; label: string; Icon: typeof IconSun }[] = [
  { value: 'auto', label: 'As the system', Icon: IconDeviceDesktop },
  { value: 'light', label: 'Light', Icon: IconSun },
  { value: 'dark', label: 'Dark', Icon: IconMoon },
];

/** Who is signed in, how the desk looks, and the way out. */
export function AccountMenu() {
  const { person, roles } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [areSingleKeysOn, setSingleKeys] = useSingleKeys();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const leave = () => {
    forgetKept();
    void navigate({ to: '/sign-in' });
  };
  return (
    <Menu position="bottom-end" width={240} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          px="xs"
          leftSection={<IconUserCircle aria-hidden size={20} />}
          rightSection={<IconChevronDown aria-hidden size={14} />}
        >
          {person.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm">{roles.map((role) => roleWords[role]).join(', ') || 'No role yet'}</Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>Colours</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
          {schemes.map(({ value, label, Icon }) => (
            <Menu.RadioItem key={value} value={value} rightSection={<Icon aria-hidden size={16} />}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.CheckboxItem checked={areSingleKeysOn} onChange={setSingleKeys}>
          Single-key shortcuts
        </Menu.CheckboxItem>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconReceipt aria-hidden size={16} />}
          renderRoot={(props) => <Link to="/receipts" {...props} />}
        >
          My receipts
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout aria-hidden size={16} />}
          onClick={() => signOut.mutate(undefined, { onSuccess: leave })}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
