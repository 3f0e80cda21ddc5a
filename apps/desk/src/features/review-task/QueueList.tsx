import { Fragment } from 'react';
import { type AssertionSummary } from '@proofdesk/contract';
import { type QueueSearch } from '../../routes/search.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { groupsOf } from './groups.js';
import classes from './queue.module.css';
import { QueueRow } from './QueueRow.js';

interface Props {
  readonly label: string;
  readonly assertions: readonly AssertionSummary[];
  readonly search: QueueSearch;
}

/** Moves the focus among the rows of the page; the browser then opens the row on Enter. */
function step(by: 1 | -1, selector = '[data-row-link]'): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-row-link]')];
  const now = links.findIndex((link) => link === document.activeElement);
  const order = by === 1 ? links.slice(now + 1) : links.slice(0, now === -1 ? links.length : now).reverse();
  const target = order.find((link) => link.matches(selector));
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: 'nearest' });
}

/** The keys that move through the rows of a list page. */
export function useListKeys(): void {
  useKeys({
    'list.next': () => step(1),
    'list.previous': () => step(-1),
    'list.unsourced': () => step(1, '[data-needs-source=true]'),
    'list.open': () => undefined,
  });
}

/** Review tasks in their order, with a line where the next class of danger begins. */
export function QueueList({ label, assertions, search }: Props) {
  const groups = groupsOf(assertions);
  return (
    <ul className={classes.list} aria-label={label}>
      {assertions.map((each, index) => {
        const group = groups[index];
        return (
          <Fragment key={each.id}>
            {group !== groups[index - 1] && <li className={classes.group}>{group}</li>}
            <QueueRow assertion={each} search={search} />
          </Fragment>
        );
      })}
    </ul>
  );
}
