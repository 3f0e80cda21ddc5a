import { useState } from 'react';
import { Button, Modal } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { type LedgerEntry } from '@proofdesk/contract';
import { can } from '@proofdesk/permissions';
import { useSession } from '../../ui/use-session.js';
import { EraseForm } from './EraseForm.js';

/** Opens the dialog that erases what somebody wrote; for admins, where there is something left to erase. */
export function EraseButton({ entry }: { readonly entry: LedgerEntry }) {
  const { roles } = useSession();
  const [isOpen, setOpen] = useState(false);
  const isThere = entry.committed.some((name) => Object.hasOwn(entry.disclosed, name));
  if (!isThere || !can('payload.erase', { roles }).ok) return null;
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconEraser aria-hidden size={16} />}
        onClick={() => setOpen(true)}
      >
        Erase what was written …
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={`Erase from record ${entry.seq}`}>
        {isOpen && <EraseForm entry={entry} onDone={() => setOpen(false)} />}
      </Modal>
    </>
  );
}
