import { type AssertionSummary } from '@proofdesk/contract';

type Ranked = Pick<AssertionSummary, 'risk' | 'state' | 'stateReason'>;

const isReturned = ({ state, stateReason }: Ranked) =>
  state === 'queued' && stateReason?.startsWith('Returned') === true;

function classOf({ risk }: Ranked): string {
  if (risk === 'serious') return 'Serious, unsourced';
  return risk === 'sensitive' ? 'Allegations with a source' : 'Everything else';
}

/**
 * The heading under which each row stands. The server puts a returned verdict at the top for the person who proposed it;
 * for everybody else it stands in its class.
 */
export function groupsOf(tasks: readonly Ranked[]): string[] {
  const firstOther = tasks.findIndex((task) => !isReturned(task));
  const returned = firstOther === -1 ? tasks.length : firstOther;
  return tasks.map((task, index) => (index < returned ? 'Returned to you' : classOf(task)));
}
