import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type LedgerEntry } from '@proofdesk/contract';
import { ProofTag } from '../../ui/ProofTag.js';
import { Time } from '../../ui/Time.js';
import { type Names } from './value-words.js';
import classes from './audit.module.css';
import { Changes } from './Changes.js';
import { actorWords, eventWords } from './event-words.js';
import { RecordButton } from './RecordButton.js';

function Words({ entry }: { readonly entry: LedgerEntry }) {
  const { exact, articleId, articleTitle, stream } = entry;
  return (
    <>
      {exact !== null && (
        <Anchor
          className={classes.words}
          renderRoot={(props) => <Link to="/tasks/$assertionId" params={{ assertionId: stream }} {...props} />}
        >
          {exact}
        </Anchor>
      )}
      {articleId !== null && (
        <Text size="sm" c="dimmed">
          <Anchor
            size="sm"
            className={classes.article}
            renderRoot={(props) => <Link to="/articles/$articleId" params={{ articleId }} {...props} />}
          >
            {articleTitle ?? 'Article'}
          </Anchor>
        </Text>
      )}
    </>
  );
}

/** One decision: when, who, what, on which words, what changed and why. */
export function AuditRow({ entry, names }: { readonly entry: LedgerEntry; readonly names: Names }) {
  return (
    <Table.Tr data-event={entry.type}>
      <Table.Td data-label="When">
        <Time at={entry.at} />
      </Table.Td>
      <Table.Td data-label="Who">{actorWords(entry.actor)}</Table.Td>
      <Table.Td data-label="What">{eventWords(entry.type)}</Table.Td>
      <Table.Td data-label="On which words" maw={340}>
        <Words entry={entry} />
      </Table.Td>
      <Table.Td data-label="Change and reason">
        <Changes entry={entry} names={names} />
      </Table.Td>
      <Table.Td data-label="Proof">
        <ProofTag proof={entry.proof} />
      </Table.Td>
      <Table.Td data-label="Record">
        <RecordButton entry={entry} />
      </Table.Td>
    </Table.Tr>
  );
}
