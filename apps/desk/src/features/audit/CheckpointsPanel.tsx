import { useState } from 'react';
import { Button, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type LedgerCheckpoint } from '@proofdesk/contract';
import { checkpointsQuery } from '../../api/proofs.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Time } from '../../ui/Time.js';
import { WaitingText } from '../../ui/WaitingText.js';
import classes from './audit.module.css';

function Checkpoint({ checkpoint }: { readonly checkpoint: LedgerCheckpoint }) {
  const { origin, size, root, at, note, bytes, witnesses } = checkpoint;
  const names = witnesses.map(({ name }) => `“${name}”`).join(', ');
  return (
    <li>
      <Text size="sm">
        <b>{size} entries</b> · <Time at={at} /> · {witnesses.length === 0 ? 'not cosigned' : `cosigned by ${names}`} ·{' '}
        {origin}
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        Root {root}
      </Text>
      <details>
        <summary>Signed note of {size} entries</summary>
        <pre className={classes.bytes} tabIndex={0} aria-label={`Signed note of ${size} entries, ${bytes} bytes`}>
          {note}
        </pre>
      </details>
    </li>
  );
}

function Checkpoints() {
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(checkpointsQuery);
  const checkpoints = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack mt="sm">
      <Text size="sm">
        Each says: under this name, a tree of so many entries has this root. Whoever keeps one can show later that
        nothing before it was changed.
      </Text>
      <ProblemAlert error={error} />
      {isPending && <WaitingText />}
      {!isPending && checkpoints.length === 0 && <Text c="dimmed">Nothing has been signed yet.</Text>}
      <ol className={classes.checkpoints} aria-label="Checkpoints, newest first">
        {checkpoints.map((checkpoint) => (
          <Checkpoint key={`${checkpoint.origin} ${checkpoint.size}`} checkpoint={checkpoint} />
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Older checkpoints
        </Button>
      )}
    </Stack>
  );
}

/** What the sealer signed and witnesses cosigned; closed until somebody wants it. */
export function CheckpointsPanel() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Paper component="section" aria-label="Checkpoints" mb="md">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={classes.summary}>
          <h2>Checkpoints</h2>
        </summary>
        {isOpen && <Checkpoints />}
      </details>
    </Paper>
  );
}
