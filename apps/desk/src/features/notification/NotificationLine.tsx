import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type Notification } from '@proofdesk/contract';
import { Time } from '../../ui/Time.js';

interface Props {
  readonly notification: Notification;
  readonly onFollow: () => void;
}

/** One notification, linked to what it is about. */
export function NotificationLine({ notification, onFollow }: Props) {
  const { assertionId, articleId, text, at, readAt } = notification;
  const weight = readAt === null ? 600 : 400;
  return (
    <div>
      {assertionId !== null ? (
        <Anchor
          fw={weight}
          size="sm"
          renderRoot={(props) => (
            <Link to="/tasks/$assertionId" params={{ assertionId }} onClick={onFollow} {...props} />
          )}
        >
          {text}
        </Anchor>
      ) : articleId !== null ? (
        <Anchor
          fw={weight}
          size="sm"
          renderRoot={(props) => (
            <Link to="/articles/$articleId" params={{ articleId }} onClick={onFollow} {...props} />
          )}
        >
          {text}
        </Anchor>
      ) : (
        <Text fw={weight} size="sm">
          {text}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        <Time at={at} />
      </Text>
    </div>
  );
}
