import { type LedgerEntry } from '../record/entry.js';
import { type ProvenEntry, type ProvenHistory } from './replay.js';

const OPENS = ['account.created', 'account.enabled'];

/**
 * Why the actor of a decision did not hold the role, as far as the bundled streams show; undefined where the role held.
 * The decision refers to the entry that was the head of the person's stream when it was made.
 */
export function roleFault(entry: LedgerEntry, { streams }: ProvenHistory): string | undefined {
  const { actor, refs = [] } = entry;
  if (actor.kind !== 'person') return 'a decision needs a person';
  const stream = streams.get(actor.person);
  if (stream === undefined)
    return `the stream of person ${actor.person}, where the role is recorded, is not in the bundle`;
  const ref = refs.find((candidate) => candidate.stream === actor.person);
  if (ref === undefined || ref.seq > stream.length) return `no reference to an entry of person ${actor.person}`;
  const known = stream.slice(0, ref.seq);
  const next = stream[ref.seq];
  if ((known.at(-1)?.entry.at ?? '') > entry.at)
    return `the reference to person ${actor.person} points to a later time`;
  if (next !== undefined && next.entry.at < entry.at) return `the reference to person ${actor.person} was out of date`;
  if (!holdsRole(known, actor.role)) return `person ${actor.person} did not hold the role ${actor.role}`;
  return isOpen(known, actor.id) ? undefined : `account ${actor.id} was unknown or disabled`;
}

/** Granted and not revoked since, and not by the person to themselves. */
function holdsRole(known: readonly ProvenEntry[], role: string): boolean {
  const last = known.findLast(
    ({ entry }) => (entry.type === 'role.granted' || entry.type === 'role.revoked') && entry.data?.['role'] === role,
  );
  if (last?.entry.type !== 'role.granted') return false;
  const { actor, stream } = last.entry;
  return actor.kind !== 'person' || actor.person !== stream;
}

function isOpen(known: readonly ProvenEntry[], account: string): boolean {
  const last = known.findLast(({ entry }) => entry.type.startsWith('account.') && entry.subject?.account === account);
  return last !== undefined && OPENS.includes(last.entry.type);
}
