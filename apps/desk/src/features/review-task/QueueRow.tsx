import { IconLock, IconQuote } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type AssertionSummary } from '@proofdesk/contract';
import { type QueueSearch } from '../../routes/search.js';
import { RiskTag, SourcingTag, StateTag } from '../../ui/tags.js';
import { useSession } from '../../ui/use-session.js';
import { allegationWords } from '../../ui/words.js';
import classes from './queue.module.css';

interface Props {
  readonly assertion: AssertionSummary;
  readonly search: QueueSearch;
}

/** One review task in a list: its words, who says so, the danger, and who holds it. */
export function QueueRow({ assertion, search }: Props) {
  const { person } = useSession();
  const { id, exact, sourcing, risk, state, lease, sourceName, allegation, approvals, checkWorthiness } = assertion;
  const isHeldByOther = lease !== null && lease.holder.id !== person.id;
  const details = [
    ...(sourceName === null ? [] : [`says ${sourceName}`]),
    ...(allegation ? [allegationWords(allegation)] : []),
  ];
  return (
    <li className={classes.row} data-risk={risk} data-sourcing={sourcing} data-held={isHeldByOther} data-assertion={id}>
      <div>
        <div className={classes.tags}>
          <RiskTag risk={risk} />
          <SourcingTag sourcing={sourcing} partlyQuoted={assertion.partlyQuoted} />
          {state !== 'queued' && <StateTag state={state} />}
          {approvals && state === 'in_approval' && (
            <span>
              {approvals.given} of {approvals.needed} approvals
            </span>
          )}
        </div>
        <Link
          to="/tasks/$assertionId"
          params={{ assertionId: id }}
          search={search}
          className={classes.link}
          data-row-link
          data-needs-source={assertion.needsSource}
        >
          {sourcing === 'quoted' && <IconQuote aria-hidden size={16} style={{ color: 'var(--c)' }} />} {exact}
        </Link>
        <div className={classes.aside}>
          {details.join(' · ')}
          <span title={checkWorthiness.reasons.join('; ')}>
            {details.length > 0 && ' · '}worth checking: {Math.round(checkWorthiness.score * 100)} of 100
            {checkWorthiness.reasons[0] !== undefined && ` (${checkWorthiness.reasons[0]})`}
          </span>
        </div>
      </div>
      <div className={classes.aside}>
        {isHeldByOther && (
          <div>
            <IconLock aria-hidden size={14} /> Held by {lease.holder.name}
          </div>
        )}
        {lease?.holder.id === person.id && <div>You hold it</div>}
        <div>{assertion.articleTitle}</div>
        {assertion.stateReason !== null && <div>{assertion.stateReason}</div>}
      </div>
    </li>
  );
}
