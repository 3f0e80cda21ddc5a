import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Article } from '@proofdesk/contract';
import { useKeys } from '../../ui/keys/use-keys.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { Day } from '../../ui/Time.js';
import { type Sourcing } from '../../ui/words.js';
import { Extraction } from './ArticleRow.js';
import { ArticleText } from './ArticleText.js';
import { AssertionList } from './AssertionList.js';
import classes from './article.module.css';
import { blocksOf, plainBlocks } from './blocks.js';
import { HeatStrip } from './HeatStrip.js';
import { Legend } from './Legend.js';
import { scrollPaneTo, useScrollSync } from './use-scroll-sync.js';

const route = getRouteApi('/desk/articles/$articleId');

function flipped<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

/** Text and assertions side by side; choosing on either side shows the other. */
export function ArticleDesk({ article }: { readonly article: Article }) {
  const { at } = route.useSearch();
  const navigate = route.useNavigate();
  const [hidden, setHidden] = useState<ReadonlySet<Sourcing>>(new Set());
  const textPane = useRef<HTMLElement>(null);
  const listPane = useRef<HTMLElement>(null);
  const { assertions } = article;
  const isRead = assertions.length > 0;
  const blocks = useMemo(() => (isRead ? blocksOf(article) : plainBlocks(article)), [article, isRead]);

  const choose = useCallback(
    (id: string) => void navigate({ search: { at: id }, replace: true, resetScroll: false }),
    [navigate],
  );
  const fromText = useCallback((id: string) => (choose(id), scrollPaneTo(listPane.current, id)), [choose]);
  const fromList = useCallback((id: string) => (choose(id), scrollPaneTo(textPane.current, id)), [choose]);
  const fromStrip = (id: string) => (fromList(id), scrollPaneTo(listPane.current, id));
  const move = (by: 1 | -1, fits: (index: number) => boolean = () => true) => {
    const start = assertions.findIndex((each) => each.id === at);
    for (let i = start + by; i >= 0 && i < assertions.length; i += by) {
      const each = assertions[i];
      if (each && fits(i)) return fromStrip(each.id);
    }
  };
  useKeys({
    'list.next': () => move(1),
    'list.previous': () => move(-1),
    'list.unsourced': () => move(1, (index) => assertions[index]?.needsSource === true),
  });
  useScrollSync(textPane, listPane, isRead);
  const first = useRef(at);
  useEffect(() => {
    if (!first.current || !isRead) return;
    scrollPaneTo(listPane.current, first.current);
    scrollPaneTo(textPane.current, first.current);
    first.current = undefined;
  }, [isRead]);

  return (
    <>
      <PageHeading title={article.title} about={article.id}>
        <Anchor renderRoot={(props) => <Link to="/queue" search={{ articleId: article.id, tab: 'all' }} {...props} />}>
          Review queue of this article
        </Anchor>
      </PageHeading>
      <Stack gap="sm">
        <Group gap="md">
          <Text size="sm" c="dimmed">
            {article.byline !== null && `${article.byline} · `}
            {article.origin === 'draft' ? 'Our own draft' : 'Published elsewhere'}
            {article.publishedOn !== null && ' · '}
            {article.publishedOn !== null && <Day on={article.publishedOn} />}
          </Text>
          {article.url !== null && (
            <Anchor size="sm" href={article.url} target="_blank" rel="noreferrer noopener">
              Where it was published <IconExternalLink size={13} aria-label="(opens in a new tab)" />
            </Anchor>
          )}
        </Group>
        <Extraction article={article} />
        <HeatStrip assertions={assertions} selectedId={at} onSelect={fromStrip} />
        {isRead && (
          <Legend assertions={assertions} hidden={hidden} onToggle={(each) => setHidden((old) => flipped(old, each))} />
        )}
        <div className={classes.panes}>
          <section className={`${classes.pane} ${classes.text}`} ref={textPane} aria-label="Text" tabIndex={0}>
            <ArticleText blocks={blocks} selectedId={at} hidden={hidden} onSelect={fromText} />
          </section>
          <section className={classes.pane} ref={listPane} aria-label="Assertions" tabIndex={0}>
            {isRead ? (
              <AssertionList assertions={assertions} selectedId={at} onSelect={fromList} />
            ) : (
              <Text p="md" c="dimmed">
                {article.extraction.state === 'done'
                  ? 'The machine found nothing that says something in this text.'
                  : 'The assertions appear here as soon as the machine has read the text.'}
              </Text>
            )}
          </section>
        </div>
      </Stack>
    </>
  );
}
