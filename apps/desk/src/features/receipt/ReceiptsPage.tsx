import { Alert, Anchor, Button, Paper, Stack, Text } from '@mantine/core';
import { IconAlertOctagon, IconDownload, IconReceipt } from '@tabler/icons-react';
import { EmptyState } from '../../ui/EmptyState.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { isBroken, type CheckedReceipt } from './check-receipt.js';
import { ReceiptRow } from './ReceiptRow.js';
import classes from './receipt.module.css';
import { useReceipts } from './use-receipts.js';

function Broken({ checked }: { readonly checked: ReadonlyMap<string, CheckedReceipt> | undefined }) {
  const count = [...(checked?.values() ?? [])].filter(({ verdict }) => isBroken(verdict)).length;
  if (count === 0) return null;
  return (
    <Alert color="red" role="alert" icon={<IconAlertOctagon aria-hidden />} title={`${count} promises are broken`}>
      The desk signed that these decisions are in its ledger, and they are not, or they were changed. Keep the receipts
      (download them) and show them to an auditor, or to somebody outside: the signature is the desk’s own.
    </Alert>
  );
}

/** What this browser was promised: the receipt of each decision, and whether the ledger kept it. */
export function ReceiptsPage() {
  const { notes, check } = useReceipts();
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(notes.join('\n'))}`;
  return (
    <>
      <PageHeading title="My receipts">
        {notes.length > 0 && (
          <>
            <Anchor href={file} download="receipts.txt" size="sm">
              <IconDownload aria-hidden size={16} /> Download them
            </Anchor>
            <Button
              leftSection={<IconReceipt aria-hidden size={18} />}
              loading={check.isPending}
              onClick={() => check.mutate()}
            >
              Check them now
            </Button>
          </>
        )}
      </PageHeading>
      <Stack>
        <Text maw="70ch">
          With each decision the server signs a promise that it will be in the sealed ledger within a minute. This
          browser keeps your last 500. They are the only thing that shows it if a decision vanishes before it is sealed.
        </Text>
        <ProblemAlert error={check.error} />
        <Broken checked={check.data} />
        {notes.length === 0 ? (
          <EmptyState why="This browser keeps no receipt of yours yet." next="It gets one with your next decision." />
        ) : (
          <Paper p={0}>
            <ol className={classes.receipts} aria-label="Receipts, newest first">
              {notes.map((note) => (
                <ReceiptRow key={note} note={note} checked={check.data?.get(note)} />
              ))}
            </ol>
          </Paper>
        )}
      </Stack>
    </>
  );
}
