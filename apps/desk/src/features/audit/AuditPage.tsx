import { Anchor, Button, Paper, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ledgerQuery } from '../../api/ledger.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { Only } from '../../ui/Only.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { WaitingText } from '../../ui/WaitingText.js';
import { ledgerFilterOf } from './audit-filter.js';
import classes from './audit.module.css';
import { namesIn } from './changes.js';
import { AuditFilters } from './AuditFilters.js';
import { AuditRow } from './AuditRow.js';
import { CheckpointsPanel } from './CheckpointsPanel.js';
import { ExportButtons } from './ExportButtons.js';
import { HealthPanel } from './HealthPanel.js';

const route = getRouteApi('/desk/audit');
const columns = ['When', 'Who', 'What', 'On which words', 'Change and reason', 'Proof', 'Record'];

function AuditTable() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    ledgerQuery(ledgerFilterOf(search)),
  );
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  const names = namesIn(entries);
  useKeys({ 'filter.focus': () => document.getElementById('first-filter')?.focus() });
  return (
    <>
      <PageHeading title="Decision history">
        <ExportButtons filter={ledgerFilterOf(search)} />
      </PageHeading>
      <HealthPanel />
      <CheckpointsPanel />
      <Text mb="md">
        <Anchor renderRoot={(props) => <Link to="/receipts" {...props} />}>My receipts</Anchor>: what this browser was
        promised when you decided, checked against the ledger.
      </Text>
      <AuditFilters search={search} onChange={(next) => void navigate({ search: next, replace: true })} />
      <Stack>
        <ProblemAlert error={error} />
        {isPending && <WaitingText />}
        {!isPending && !error && entries.length === 0 && (
          <EmptyState why="No decision fits these filters." next="Clear the filters to see the whole history." />
        )}
        {entries.length > 0 && (
          <Paper p={0}>
            <Table className={classes.table} verticalSpacing="sm" aria-label="Decisions, newest first">
              <Table.Thead>
                <Table.Tr>
                  {columns.map((column) => (
                    <Table.Th key={column}>{column}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {entries.map((entry) => (
                  <AuditRow key={`${entry.stream}-${entry.seq}`} entry={entry} names={names} />
                ))}
              </Table.Tbody>
            </Table>
          </Paper>
        )}
        {hasNextPage && (
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Load more
          </Button>
        )}
      </Stack>
    </>
  );
}

/** The decision history: who decided what, when, on which words, and why; newest first. */
export function AuditPage() {
  return (
    <Only action="audit.read" title="Decision history">
      <AuditTable />
    </Only>
  );
}
