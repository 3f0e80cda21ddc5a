import { ActionIcon, Button, Indicator, Popover, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { notificationsQuery, useMarkNotificationsRead } from '../../api/notifications.js';
import { count } from '../../ui/words.js';
import { NotificationLine } from './NotificationLine.js';

/** What concerns the person: a verdict returned, one to approve, a task taken over. */
export function NotificationBell() {
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(notificationsQuery);
  const markRead = useMarkNotificationsRead();
  const items = data?.items ?? [];
  const unread = items.filter((each) => each.readAt === null).length;
  const label = unread === 0 ? 'Notifications, none unread' : `Notifications, ${count(unread, 'unread', 'unread')}`;
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={288}
      withinPortal={false}
      trapFocus
      shadow="md"
    >
      <Indicator label={unread} disabled={unread === 0} size={18} offset={6} color="red.9">
        <Popover.Target>
          <ActionIcon aria-label={label} onClick={() => setOpen(!isOpen)}>
            <IconBell aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown aria-label="Notifications">
        <Stack gap="xs">
          <Title order={2} size="h3">
            Notifications
          </Title>
          {items.length === 0 && (
            <Text c="dimmed">
              Nothing yet. You are told here when a verdict of yours is returned or one waits for you.
            </Text>
          )}
          <ScrollArea.Autosize mah={360}>
            <Stack gap={4}>
              {items.map((each) => (
                <NotificationLine key={each.id} notification={each} onFollow={() => setOpen(false)} />
              ))}
            </Stack>
          </ScrollArea.Autosize>
          {unread > 0 && (
            <Button variant="default" size="xs" loading={markRead.isPending} onClick={() => markRead.mutate()}>
              Mark all as read
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
