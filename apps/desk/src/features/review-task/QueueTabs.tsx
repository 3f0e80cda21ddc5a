import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { countsQuery } from '../../api/review-tasks.js';
import { type QueueSearch } from '../../routes/search.js';
import { tabOf, tabs } from './queue-filter.js';
import classes from './queue.module.css';

function Tab({ tab, search }: { readonly tab: (typeof tabs)[number]; readonly search: QueueSearch }) {
  const { articleId } = search;
  const { data } = useQuery(countsQuery({ ...tab.filter, articleId }));
  const isCurrent = tabOf(search).id === tab.id;
  return (
    <Link
      to="/queue"
      search={{ tab: tab.id, articleId }}
      aria-current={isCurrent ? 'page' : undefined}
      data-tab={tab.id}
    >
      {tab.label} <span className={classes.count}>{data?.total ?? '·'}</span>
    </Link>
  );
}

/** The kinds of work in the queue, each with its number. They are links: a tab can be opened apart and shared. */
export function QueueTabs({ search }: { readonly search: QueueSearch }) {
  return (
    <nav aria-label="Parts of the queue" className={classes.tabs}>
      {tabs.map((tab) => (
        <Tab key={tab.id} tab={tab} search={search} />
      ))}
    </nav>
  );
}
