import { type TakeNext } from '@proofdesk/contract';
import { type TaskFilter } from '../../api/review-tasks.js';
import { type QueueSearch, type QueueTab } from '../../routes/search.js';

interface Tab {
  readonly id: QueueTab;
  readonly label: string;
  readonly filter: TaskFilter;
  /** Why the list may be empty, and what then. */
  readonly empty: string;
}

const queued = { state: ['queued'] } as const;

/** The tabs of the review queue. Attributed quotes are a class of their own: "was it said" is another question than "is it so". */
export const tabs: readonly Tab[] = [
  {
    id: 'all',
    label: 'Whole queue',
    filter: queued,
    empty: 'The queue is empty: everything has been taken or decided.',
  },
  {
    id: 'serious',
    label: 'Serious, unsourced',
    filter: { ...queued, risk: ['serious'] },
    empty: 'No serious allegation without a source is waiting.',
  },
  {
    id: 'unsourced',
    label: 'Needs a source',
    filter: { ...queued, needsSource: true },
    empty: 'Nothing that needs a source is waiting.',
  },
  {
    id: 'quotes',
    label: 'Attributed quotes',
    filter: { ...queued, sourcing: ['quoted'] },
    empty: 'No attributed quote is waiting.',
  },
  { id: 'mine', label: 'Mine', filter: { mine: 'holder' }, empty: 'You hold no task.' },
  {
    id: 'set-aside',
    label: 'Set aside',
    filter: { state: ['dismissed', 'blocked'] },
    empty: 'Nothing has been dismissed or waits for a source or a reply.',
  },
];

export const tabOf = ({ tab }: QueueSearch): Tab => tabs.find(({ id }) => id === (tab ?? 'all')) ?? (tabs[0] as Tab);

/** The tab's own filter, narrowed by what was chosen beside it. */
export function filterOf(search: QueueSearch): TaskFilter {
  const { tab: _, ...chosen } = search;
  const set = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
  return { ...tabOf(search).filter, ...set };
}

/** What "take the next" may take: what the list shows, of what is free. */
export function takeNextOf(search: QueueSearch): TakeNext {
  const { sourcing, risk, needsSource, articleId } = filterOf(search) as QueueSearch;
  return Object.fromEntries(
    Object.entries({ sourcing, risk, needsSource, articleId }).filter(([, value]) => value !== undefined),
  );
}

export const isNarrowed = ({ tab: _, ...rest }: QueueSearch): boolean =>
  Object.values(rest).some((value) => value !== undefined);
