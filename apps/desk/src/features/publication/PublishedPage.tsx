import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type PublicationSummary } from '@proofdesk/contract';
import { publicationsQuery } from '../../api/publications.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { RiskTag, SourcingTag } from '../../ui/tags.js';
import { Time } from '../../ui/Time.js';
import { WaitingText } from '../../ui/WaitingText.js';

function PublicationRow({ publication }: { readonly publication: PublicationSummary }) {
  const { slug, url, assertionId, claimReviewed, articleTitle, sourcing, sourceName, risk, rating } = publication;
  return (
    <Paper component="article" aria-labelledby={slug}>
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4} flex={1} miw={220}>
          <Text id={slug} ff="var(--desk-serif)" fz="1.1rem" style={{ overflowWrap: 'anywhere' }}>
            {claimReviewed}
          </Text>
          <Group gap="sm">
            <SourcingTag sourcing={sourcing} />
            <RiskTag risk={risk} />
            <Text size="sm" c="dimmed">
              {sourceName !== null && `says ${sourceName} · `}
              {articleTitle} · <Time at={publication.publishedAt} />
            </Text>
          </Group>
          {publication.retractedAt !== null && (
            <Text size="sm" fw={600} c="var(--desk-serious)">
              Retracted <Time at={publication.retractedAt} />
            </Text>
          )}
          <Group gap="md">
            <Anchor href={url} target="_blank" size="sm">
              Public page <IconExternalLink size={13} aria-label="(opens in a new tab)" />
            </Anchor>
            <Anchor
              size="sm"
              renderRoot={(props) => <Link to="/tasks/$assertionId" params={{ assertionId }} {...props} />}
            >
              How it was decided
            </Anchor>
            <Text size="sm" c="dimmed">
              {publication.hasClaimReview
                ? 'With ClaimReview'
                : 'Without ClaimReview: the claim has no origin outside the newsroom'}
            </Text>
          </Group>
        </Stack>
        <Text fw={700} size="lg">
          {rating.label}
        </Text>
      </Group>
    </Paper>
  );
}

/** Published verdicts, newest first, each with its public page. */
export function PublishedPage() {
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(publicationsQuery);
  const publications = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeading title="Published verdicts">
        <Anchor href="/verdicts" target="_blank">
          The readers’ page <IconExternalLink size={14} aria-label="(opens in a new tab)" />
        </Anchor>
      </PageHeading>
      <Stack>
        <ProblemAlert error={error} />
        {isPending && <WaitingText />}
        {data && publications.length === 0 && (
          <EmptyState
            why="No verdict has been published yet."
            next="An editor publishes approved verdicts from the approvals page; they then appear here and for readers."
          />
        )}
        {publications.map((each) => (
          <PublicationRow key={each.slug} publication={each} />
        ))}
        {hasNextPage && (
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Load more
          </Button>
        )}
      </Stack>
    </>
  );
}
