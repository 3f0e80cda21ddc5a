import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { articlesQuery } from '../../api/articles.js';
import { peopleQuery } from '../../api/people.js';
import { EVENT_TYPES } from '@proofdesk/ledger';
import { type AuditSearch } from '../../routes/search.js';
import classes from './audit.module.css';
import { eventWords } from './event-words.js';

interface Props {
  readonly search: AuditSearch;
  readonly onChange: (search: AuditSearch) => void;
}

/** The filters of the decision history; they stand in the address. */
export function AuditFilters({ search, onChange }: Props) {
  const people = useQuery(peopleQuery).data ?? [];
  const articles = useInfiniteQuery(articlesQuery).data?.pages.flatMap((page) => page.items) ?? [];
  const events = [...new Set<string>([...EVENT_TYPES, ...(search.type === undefined ? [] : [search.type])])];
  const set = (name: keyof AuditSearch) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...search, [name]: event.currentTarget.value || undefined });
  return (
    <div role="search" aria-label="Filters of the history" className={classes.filters}>
      <NativeSelect
        id="first-filter"
        label="Who"
        value={search.actorId ?? ''}
        data={[{ value: '', label: 'Anybody' }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={set('actorId')}
      />
      <NativeSelect
        label="What"
        value={search.type ?? ''}
        data={[{ value: '', label: 'Anything' }, ...events.map((value) => ({ value, label: eventWords(value) }))]}
        onChange={set('type')}
      />
      <NativeSelect
        label="Article"
        maw={260}
        value={search.articleId ?? ''}
        data={[{ value: '', label: 'All articles' }, ...articles.map(({ id, title }) => ({ value: id, label: title }))]}
        onChange={set('articleId')}
      />
      <TextInput label="From" type="date" value={search.from ?? ''} onChange={set('from')} />
      <TextInput label="To" type="date" value={search.to ?? ''} onChange={set('to')} />
      {Object.values(search).some((value) => value !== undefined) && (
        <Button variant="subtle" onClick={() => onChange({})}>
          Clear filters
        </Button>
      )}
    </div>
  );
}
