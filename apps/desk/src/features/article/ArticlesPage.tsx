import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { can } from '@proofdesk/permissions';
import { articlesQuery } from '../../api/articles.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { useSession } from '../../ui/use-session.js';
import { ArticleRow } from './ArticleRow.js';
import { FeedArticleDialog } from './FeedArticleDialog.js';

const route = getRouteApi('/desk/articles');

/** Every article on the desk, newest first. */
export function ArticlesPage() {
  const { roles } = useSession();
  const { feed = false } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(articlesQuery);
  const articles = data?.pages.flatMap((page) => page.items) ?? [];
  const showForm = (isShown: boolean) => void navigate({ search: isShown ? { feed: true } : {}, replace: true });
  const feedButton = (
    <ActionButton
      permission={can('article.ingest', { roles })}
      leftSection={<IconPlus aria-hidden size={18} />}
      onClick={() => showForm(true)}
    >
      Feed in an article
    </ActionButton>
  );
  return (
    <>
      <PageHeading title="Articles">{feedButton}</PageHeading>
      <Stack>
        <ProblemAlert error={error} />
        {!isPending && !error && articles.length === 0 && (
          <EmptyState
            why="No article has been fed in yet."
            next="Feed one in: the machine then turns it into a queue of assertions, each pinned to its exact words."
          />
        )}
        {articles.map((article) => (
          <ArticleRow key={article.id} article={article} />
        ))}
        {hasNextPage && (
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Load more
          </Button>
        )}
      </Stack>
      <FeedArticleDialog isOpen={feed} onClose={() => showForm(false)} />
    </>
  );
}
