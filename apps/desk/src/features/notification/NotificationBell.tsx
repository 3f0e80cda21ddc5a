import { useState } from 'react';
import { ActionIcon, Button, Drawer, Indicator, Stack, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { notificationsQuery, useMarkNotificationsRead } from '../../api/notifications.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { count } from '../../ui/words.js';
import { NotificationLine } from './NotificationLine.js';

/** What concerns the person: a verdict returned, one to approve, a task taken over. */
export function NotificationBell() {
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useQuery(notificationsQuery);
  const markRead = useMarkNotificationsRead();
  const items = data?.items ?? [];
  const unread = items.filter((each) => each.readAt === null).length;
  const label = unread === 0 ? 'Notifications, none unread' : `Notifications, ${count(unread, 'unread', 'unread')}`;
  return (
    <>
      <Indicator label={unread} disabled={unread === 0} size={18} offset={6} color="red.9">
        <ActionIcon aria-label={label} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <IconBell aria-hidden />
        </ActionIcon>
      </Indicator>
      <Drawer opened={isOpen} onClose={() => setOpen(false)} title="Notifications" size="sm">
        <Stack gap="sm">
          <ProblemAlert error={error ?? markRead.error} />
          {unread > 0 && (
            <Button variant="default" size="xs" loading={markRead.isPending} onClick={() => markRead.mutate()}>
              Mark all as read
            </Button>
          )}
          {data && items.length === 0 && (
            <Text c="dimmed">
              Nothing yet. You are told here when a verdict of yours is returned or one waits for you.
            </Text>
          )}
          {items.map((each) => (
            <NotificationLine key={each.id} notification={each} onFollow={() => setOpen(false)} />
          ))}
        </Stack>
      </Drawer>
    </>
  );
}
