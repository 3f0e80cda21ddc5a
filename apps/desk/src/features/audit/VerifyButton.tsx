import { useState } from 'react';
import { Button, Modal } from '@mantine/core';
import { IconShieldSearch } from '@tabler/icons-react';
import { can } from '@proofdesk/permissions';
import { useSession } from '../../ui/use-session.js';
import { VerifyForm } from './VerifyForm.js';

/** Opens the verifier for the history of one assertion. Nothing for those who may not have the proof. */
export function VerifyButton({ assertionId }: { readonly assertionId: string }) {
  const { roles } = useSession();
  const [isOpen, setOpen] = useState(false);
  if (!can('proof.read', { roles }).ok) return null;
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconShieldSearch aria-hidden size={16} />}
        onClick={() => setOpen(true)}
      >
        Verify in this browser
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title="Verify in this browser">
        {isOpen && <VerifyForm assertionId={assertionId} />}
      </Modal>
    </>
  );
}
