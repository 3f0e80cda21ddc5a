import { Anchor, Text } from '@mantine/core';
import { IconAlertOctagon, IconCircleCheck, IconClock, IconHelpCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Time } from '../../ui/Time.js';
import { eventWords } from '../audit/event-words.js';
import { isBroken, readReceipt, type CheckedReceipt, type ReceiptVerdict } from './check-receipt.js';
import classes from './receipt.module.css';

const words: Readonly<Record<ReceiptVerdict, string>> = {
  kept: 'Kept: it is in the signed tree',
  late: 'Kept, but later than promised',
  pending: 'Not due yet: it waits to be sealed',
  entry_missing: 'Broken: the ledger has no such entry',
  entry_changed: 'Broken: the entry is another one now',
  not_sealed_in_time: 'Broken: overdue, and still not sealed',
  unsigned: 'Not signed by this desk: no promise at all',
};

function Outcome({ checked }: { readonly checked: CheckedReceipt | undefined }) {
  if (checked === undefined)
    return (
      <span className={classes.outcome}>
        <IconHelpCircle aria-hidden size={18} /> Not checked
      </span>
    );
  const { verdict } = checked;
  const Icon = isBroken(verdict) ? IconAlertOctagon : verdict === 'kept' ? IconCircleCheck : IconClock;
  const kind = isBroken(verdict) ? 'broken' : verdict === 'kept' ? 'kept' : 'open';
  return (
    <span className={classes.outcome} data-outcome={kind}>
      <Icon aria-hidden size={18} /> {words[verdict]}
    </span>
  );
}

/** One promise: when, about which decision, and what became of it. */
export function ReceiptRow({ note, checked }: { readonly note: string; readonly checked: CheckedReceipt | undefined }) {
  const receipt = readReceipt(note);
  if (receipt === undefined) return null;
  return (
    <li>
      <Text component="span" size="sm">
        <Time at={receipt.at} /> ·{' '}
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/tasks/$assertionId" params={{ assertionId: receipt.stream }} {...props} />}
        >
          {checked?.type ? eventWords(checked.type) : 'Decision'}, record {receipt.seq}
        </Anchor>
      </Text>
      <Outcome checked={checked} />
    </li>
  );
}
