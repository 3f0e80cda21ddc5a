import { Anchor, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { articlesQuery } from '../../api/articles.js';
import { count } from '../../ui/words.js';
import { progressWords } from '../article/progress-words.js';
import { Part } from './Part.js';

const shown = 4;

/** The newest articles and how far they are. */
export function ArticlePart() {
  const articles = useInfiniteQuery(articlesQuery).data?.pages.flatMap((page) => page.items) ?? [];
  const failed = articles.filter(({ extraction }) => extraction.state === 'failed').length;
  return (
    <Part id="articles" title="Articles">
      {articles.length === 0 && <Text c="dimmed">None yet: feed one in, and its assertions line up in the queue.</Text>}
      {failed > 0 && (
        <Text c="var(--desk-serious)" fw={600}>
          {count(failed, 'extraction')} failed
        </Text>
      )}
      {articles.slice(0, shown).map(({ id, title, progress }) => (
        <div key={id}>
          <Anchor renderRoot={(props) => <Link to="/articles/$articleId" params={{ articleId: id }} {...props} />}>
            {title}
          </Anchor>
          <Text size="sm" c="dimmed">
            {progressWords(progress)}
          </Text>
        </div>
      ))}
      <Anchor renderRoot={(props) => <Link to="/articles" {...props} />}>All articles</Anchor>
      <Anchor renderRoot={(props) => <Link to="/articles" search={{ feed: true }} {...props} />}>
        Feed in an article
      </Anchor>
    </Part>
  );
}
