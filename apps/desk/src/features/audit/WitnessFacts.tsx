import { type LedgerHealth } from '@proofdesk/contract';
import { Time } from '../../ui/Time.js';
import classes from './audit.module.css';

type Witness = LedgerHealth['witnesses'][number];

const standWords = { beside: 'beside the sealer, on this machine', outside: 'outside' } as const;

function Seen({ witness: { at, behind } }: { readonly witness: Witness }) {
  if (at === null) return <>has cosigned nothing lately</>;
  return (
    <>
      cosigned <Time at={at} />
      {behind > 0 && `, ${behind} entries behind`}
    </>
  );
}

/** Who watches the sealer, how far each has seen, and how much that is worth. */
export function WitnessFacts({ witnesses }: { readonly witnesses: readonly Witness[] }) {
  const hasOutside = witnesses.some(({ stands }) => stands === 'outside');
  return (
    <div className={classes.wide}>
      <dt>Witnesses</dt>
      {witnesses.length === 0 && <dd>none</dd>}
      {witnesses.map((witness) => (
        <dd key={witness.name}>
          “{witness.name}”, {standWords[witness.stands]}: <Seen witness={witness} />
        </dd>
      ))}
      {!hasOutside && (
        <dd>
          <strong>A witness outside is stronger.</strong> Whoever rules this machine rules the one beside the sealer
          too. A partner newsroom or press council can witness by mail: <code>proofdesk checkpoint</code> and{' '}
          <code>proofdesk witness</code>.
        </dd>
      )}
    </div>
  );
}
