import { Anchor, Group, Loader, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { can } from '@proofdesk/permissions';
import { type ArticleSummary } from '@proofdesk/contract';
import { useRetryExtraction } from '../../api/articles.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { announce } from '../../ui/announce.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Day, Time } from '../../ui/Time.js';
import { useSession } from '../../ui/use-session.js';
import { count } from '../../ui/words.js';
import { progressWords } from './progress-words.js';
import { SourcingMix } from './SourcingMix.js';

/** How far the machine is with the text; a failure stays visible with its reason. */
export function Extraction({ article }: { readonly article: ArticleSummary }) {
  const { roles } = useSession();
  const retry = useRetryExtraction();
  const { state, reason, attempts } = article.extraction;
  if (state === 'done') return <Text size="sm">{progressWords(article.progress)}</Text>;
  if (state !== 'failed') {
    return (
      <Group gap="xs" role="status">
        <Loader size={14} aria-hidden />
        <Text size="sm">{state === 'pending' ? 'Waiting to be read' : 'Being read by the machine'} …</Text>
      </Group>
    );
  }
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm" c="var(--desk-serious)" fw={600}>
        <IconAlertTriangleFilled aria-hidden size={15} style={{ verticalAlign: '-2px' }} /> Extraction failed after{' '}
        {count(attempts, 'attempt')}: {reason ?? 'no reason given'}
      </Text>
      <ProblemAlert error={retry.error} />
      <ActionButton
        size="xs"
        variant="default"
        permission={can('article.retry_extraction', { roles })}
        loading={retry.isPending}
        onClick={() => retry.mutate(article.id, { onSuccess: () => announce('The extraction starts again') })}
      >
        Retry
      </ActionButton>
    </Stack>
  );
}

/** One article in the list. */
export function ArticleRow({ article }: { readonly article: ArticleSummary }) {
  const { byline, publishedOn, origin, revision } = article;
  return (
    <Paper component="article" p="md" aria-labelledby={`article-${article.id}`}>
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4} flex={1} miw={220}>
          <Anchor
            id={`article-${article.id}`}
            fw={600}
            ff="var(--desk-serif)"
            fz="1.1rem"
            style={{ overflowWrap: 'anywhere' }}
            renderRoot={(props) => <Link to="/articles/$articleId" params={{ articleId: article.id }} {...props} />}
          >
            {article.title}
          </Anchor>
          <Text size="sm" c="dimmed">
            {byline !== null && `${byline} · `}
            {origin === 'draft' ? 'Our own draft' : 'Published elsewhere'} ·{' '}
            {publishedOn === null ? <Time at={article.createdAt} /> : <Day on={publishedOn} />} · revision{' '}
            {revision.number}, {count(revision.characters, 'character')}
          </Text>
          <Extraction article={article} />
        </Stack>
        <SourcingMix progress={article.progress} />
      </Group>
    </Paper>
  );
}
