import { useState } from 'react';
import { Button, Code, Drawer, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type LedgerEntry } from '@proofdesk/contract';
import { ProofTag, proofWords } from '../../ui/ProofTag.js';
import classes from './audit.module.css';
import { EraseButton } from './EraseButton.js';
import { eventWords } from './event-words.js';
import { leafOf } from './leaf.js';
import { VerifyButton } from './VerifyButton.js';

function Hash({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code>
    </div>
  );
}

function Recomputed({ entry }: { readonly entry: LedgerEntry }) {
  const { data } = useQuery({
    queryKey: ['leaf', entry.body],
    queryFn: () => leafOf(entry.body),
    staleTime: Infinity,
    enabled: globalThis.crypto.subtle !== undefined,
  });
  if (data === undefined) return null;
  const isSame = data === entry.leaf;
  return (
    <Text size="sm" fw={600} c={isSame ? 'var(--desk-good)' : 'var(--desk-serious)'}>
      {isSame
        ? 'Recomputed in this browser: the bytes give this leaf.'
        : `Recomputed in this browser: the bytes give ${data}, not this leaf.`}
    </Text>
  );
}

/** Opens the exact record of one decision: its bytes, its leaf, and the leaf before it. */
export function RecordButton({ entry }: { readonly entry: LedgerEntry }) {
  const [isOpen, setOpen] = useState(false);
  const title = `Record ${entry.seq}: ${eventWords(entry.type)}`;
  return (
    <>
      <Button
        size="compact-xs"
        mih={24}
        variant="default"
        aria-label={`Exact record ${entry.seq}`}
        onClick={() => setOpen(true)}
      >
        Record
      </Button>
      <Drawer opened={isOpen} onClose={() => setOpen(false)} title={title}>
        {isOpen && (
          <Stack>
            <Text size="sm">
              These bytes, and no others, are what the ledger holds. Free text and names stand in them only as
              commitments.
            </Text>
            <pre className={classes.bytes} tabIndex={0} aria-label="Exact bytes">
              {entry.body}
            </pre>
            <Hash name="Leaf" value={entry.leaf} />
            <Recomputed entry={entry} />
            <Hash name="Leaf before it in this stream" value={entry.prev} />
            <Hash name="Stream" value={entry.stream} />
            <div>
              <ProofTag proof={entry.proof} />
              <Text size="sm">{proofWords(entry.proof)}</Text>
            </div>
            <Group gap="xs">
              {entry.exact !== null && <VerifyButton assertionId={entry.stream} />}
              <EraseButton entry={entry} />
            </Group>
          </Stack>
        )}
      </Drawer>
    </>
  );
}
