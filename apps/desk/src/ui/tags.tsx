import { IconAlertTriangleFilled, IconMessage2Exclamation } from '@tabler/icons-react';
import classes from './tags.module.css';
import { riskWords, sourcingWords, stateWords, type Risk, type Sourcing, type TaskState } from './words.js';

/** Who says so: letter, colour and word, never colour alone. */
export function SourcingTag({ sourcing, partlyQuoted = false }: { sourcing: Sourcing; partlyQuoted?: boolean }) {
  const { letter, label } = sourcingWords[sourcing];
  return (
    <span className={`${classes.tag} ${classes.sourcing}`} data-sourcing={sourcing}>
      <span className={classes.letter} aria-hidden>
        {letter}
      </span>
      {label}
      {partlyQuoted && ', partly quoted'}
    </span>
  );
}

/** Nothing where the risk is normal. */
export function RiskTag({ risk }: { readonly risk: Risk }) {
  if (risk === 'normal') return null;
  const Icon = risk === 'serious' ? IconAlertTriangleFilled : IconMessage2Exclamation;
  return (
    <span className={`${classes.tag} ${classes[risk]}`} data-risk={risk}>
      <Icon aria-hidden size={15} />
      {riskWords[risk]}
    </span>
  );
}

export function StateTag({ state }: { readonly state: TaskState }) {
  return (
    <span className={`${classes.tag} ${classes.state}`} data-state={state}>
      {stateWords[state]}
    </span>
  );
}
