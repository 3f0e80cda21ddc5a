import { type AssertionSummary } from '@proofdesk/contract';
import { sourcings, sourcingWords, type Sourcing } from '../../ui/words.js';
import classes from './article.module.css';

interface Props {
  readonly assertions: readonly AssertionSummary[];
  readonly hidden: ReadonlySet<Sourcing>;
  readonly onToggle: (sourcing: Sourcing) => void;
}

/** What the highlights mean, and the switch for each of them. */
export function Legend({ assertions, hidden, onToggle }: Props) {
  return (
    <div role="group" aria-label="Highlights" className={classes.legend}>
      {sourcings.map((sourcing) => {
        const { letter, label, meaning } = sourcingWords[sourcing];
        const n = assertions.filter((each) => each.sourcing === sourcing).length;
        return (
          <button
            key={sourcing}
            type="button"
            className={classes.toggle}
            data-sourcing={sourcing}
            aria-pressed={!hidden.has(sourcing)}
            title={`${label}: ${meaning}`}
            onClick={() => onToggle(sourcing)}
          >
            <b aria-hidden>{letter}</b>
            <span className={classes.sample}>{label}</span> {n}
          </button>
        );
      })}
    </div>
  );
}
