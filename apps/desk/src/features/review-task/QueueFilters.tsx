import { Button, Group, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { articlesQuery } from '../../api/articles.js';
import { type QueueSearch } from '../../routes/search.js';
import { riskWords, sourcings, sourcingWords, stateWords } from '../../ui/words.js';
import { isNarrowed } from './queue-filter.js';

interface Props {
  readonly search: QueueSearch;
  readonly onChange: (search: QueueSearch) => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

const several: Choice = { value: '…', label: 'Several' };
const choices = (any: string, words: Readonly<Record<string, string>>): Choice[] => [
  { value: '', label: any },
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
];

const sourcingChoices = choices('Any', Object.fromEntries(sourcings.map((each) => [each, sourcingWords[each].label])));
const riskChoices = choices('Any', riskWords);
const stateChoices = choices('As the tab', stateWords);

function shown(list: readonly string[] | undefined, all: readonly Choice[]) {
  const isSeveral = list !== undefined && list.length > 1;
  return { value: isSeveral ? several.value : (list?.[0] ?? ''), data: isSeveral ? [several, ...all] : [...all] };
}

/** The filters of the queue; they stand in the address. */
export function QueueFilters({ search, onChange }: Props) {
  const articles = useInfiniteQuery(articlesQuery).data?.pages.flatMap((page) => page.items) ?? [];
  const set = (part: Partial<Record<keyof QueueSearch, unknown>>) => onChange({ ...search, ...part } as QueueSearch);
  const one = (name: 'sourcing' | 'risk' | 'state') => (event: { currentTarget: { value: string } }) =>
    set({ [name]: event.currentTarget.value === '' ? undefined : [event.currentTarget.value] });
  return (
    <Group role="search" aria-label="Filters of the queue" gap="sm" align="flex-end" mb="md">
      <NativeSelect
        id="first-filter"
        label="Article"
        value={search.articleId ?? ''}
        maw={260}
        data={[{ value: '', label: 'All articles' }, ...articles.map(({ id, title }) => ({ value: id, label: title }))]}
        onChange={(event) => set({ articleId: event.currentTarget.value || undefined })}
      />
      <NativeSelect label="Sourcing" {...shown(search.sourcing, sourcingChoices)} onChange={one('sourcing')} />
      <NativeSelect label="Risk" {...shown(search.risk, riskChoices)} onChange={one('risk')} />
      <NativeSelect
        label="Needs a source"
        value={search.needsSource === undefined ? '' : String(search.needsSource)}
        data={choices('Either', { true: 'Yes', false: 'No' })}
        onChange={(event) =>
          set({ needsSource: event.currentTarget.value === '' ? undefined : event.currentTarget.value === 'true' })
        }
      />
      <NativeSelect label="State" {...shown(search.state, stateChoices)} onChange={one('state')} />
      {isNarrowed(search) && (
        <Button variant="subtle" onClick={() => onChange({ tab: search.tab })}>
          Clear filters
        </Button>
      )}
    </Group>
  );
}
