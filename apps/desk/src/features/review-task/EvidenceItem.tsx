import { useState } from 'react';
import { Anchor, Group, Text } from '@mantine/core';
import { IconCertificate, IconExternalLink } from '@tabler/icons-react';
import { type Evidence } from '@proofdesk/contract';
import { ActionButton } from '../../ui/ActionButton.js';
import { Time } from '../../ui/Time.js';
import { stanceWords } from '../../ui/words.js';
import { ReasonDialog } from './ReasonDialog.js';
import { useTask } from './use-task.js';

/** One piece of evidence. Withdrawn pieces stay to be seen. */
export function EvidenceItem({ evidence }: { readonly evidence: Evidence }) {
  const { task, may } = useTask();
  const [isOpen, setOpen] = useState(false);
  const { title, url, quote, note, stance, origin, isPrimary, attachedBy, attachedAt, withdrawnAt } = evidence;
  const mayWithdraw = may('evidence.withdraw');
  const isLive = withdrawnAt === null;
  return (
    <li data-stance={stance} data-withdrawn={!isLive}>
      <Group gap="xs" justify="space-between" align="flex-start">
        <div style={{ flex: 1, minWidth: 0 }}>
          {url === null ? (
            <Text fw={600}>{title}</Text>
          ) : (
            <Anchor href={url} target="_blank" rel="noreferrer noopener" fw={600}>
              {title} <IconExternalLink size={14} aria-label="(opens in a new tab)" />
            </Anchor>
          )}
          <Text size="sm">
            {stanceWords[stance]} · from {origin}
            {isPrimary && (
              <>
                {' '}
                · <IconCertificate aria-hidden size={15} style={{ verticalAlign: '-2px' }} /> primary record
              </>
            )}
          </Text>
        </div>
        {isLive && mayWithdraw.ok && (
          <ActionButton size="xs" variant="subtle" aria-label={`Withdraw ${title}`} onClick={() => setOpen(true)}>
            Withdraw
          </ActionButton>
        )}
      </Group>
      {quote !== '' && <blockquote>“{quote}”</blockquote>}
      {note !== '' && <Text size="sm">{note}</Text>}
      <Text size="xs" c="dimmed">
        Attached by {attachedBy.name}, <Time at={attachedAt} />
        {withdrawnAt !== null && (
          <>
            {' '}
            · withdrawn <Time at={withdrawnAt} />
          </>
        )}
      </Text>
      <ReasonDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={`Withdraw “${title}”`}
        explanation="It no longer counts, and stays to be seen with your reason. A verdict that rests on it becomes out of date."
        label="Reason"
        field="reason"
        submitLabel="Withdraw"
        done="The evidence was withdrawn"
        stepOf={(reason, { etag, leaseToken }) => ({
          step: `evidence/${evidence.id}/withdraw`,
          etag,
          body: { reason, ...(leaseToken !== null && task.state === 'in_check' ? { leaseToken } : {}) },
        })}
      />
    </li>
  );
}
