import { decisionRules } from '../proof/decision-rules.js';
import { type ProvenEntry } from '../proof/replay.js';
import { type LedgerEntry, type Subject } from '../record/entry.js';
import { type EventType } from '../record/event-type.js';
import { toHex } from '../encoding/bytes.js';
import { type Random } from './random.js';
import { type BundleParts, bundleOf, SampleLog } from './sample-log.js';

const PEOPLE = ['A', 'B', 'C'];
/** Each as often as it is written: acts that get somewhere more often than those that end something. */
const TYPES: readonly EventType[] = (
  'task.leased task.leased task.leased task.leased task.released task.lease_expired task.taken_over task.blocked task.unblocked ' +
  'evidence.attached evidence.attached evidence.withdrawn verdict.proposed verdict.proposed verdict.proposed verdict.proposed ' +
  'verdict.proposed verdict.returned verdict.approved verdict.approved verdict.approved verdict.approved verdict.published ' +
  'verdict.published verdict.corrected verdict.retraction_asked verdict.retraction_asked verdict.retracted verdict.retracted verdict.stale decision.undone decision.undone decision.undone'
).split(' ') as EventType[];

/**
 * A history of acts picked at random, most of those against the rules taken back at once: it goes where no planned history
 * goes. Sometimes the last act breaks a rule. Two verifiers must agree on every one.
 */
export function wildHistory(random: Random): BundleParts {
  const log = new SampleLog();
  for (const person of PEOPLE) log.addPerson(person, 'checker', 'editor');
  const steps = 10 + random.below(50);
  for (let i = 0; i < steps; i++) {
    if (random.below(12) === 0) changeRole(log, random);
    log.append('assertion', randomAct(log, random));
    if (isLawful(log)) continue;
    if (random.below(25) === 0) break;
    log.rollBack('assertion');
  }
  if (log.head('assertion').seq === 0)
    log.append('assertion', { type: 'assertion.queued', actor: { kind: 'system', id: 'worker' } });
  return bundleOf(log, 'assertion', PEOPLE);
}

function changeRole(log: SampleLog, random: Random): void {
  const name = random.pick(PEOPLE);
  const actor = random.below(6) === 0 ? log.as(name, 'admin').actor : ({ kind: 'system', id: 'seed' } as const);
  const role = { subject: { person: log.id(name) }, data: { role: random.pick(['checker', 'editor']) } };
  const account = { subject: { person: log.id(name), account: log.id(`account ${name}`) } };
  switch (random.below(5)) {
    case 0:
      log.append(name, { type: 'role.revoked', actor, ...role });
      break;
    case 1:
      log.append(name, { type: 'account.disabled', actor, ...account });
      break;
    case 2:
      log.append(name, { type: 'account.enabled', actor, ...account });
      break;
    default:
      log.append(name, { type: 'role.granted', actor, ...role });
  }
}

type Act = Omit<LedgerEntry, 'v' | 'stream' | 'seq' | 'prev' | 'at' | 'origin' | 'id' | 'sw'>;

function randomAct(log: SampleLog, random: Random): Act {
  const { seq } = log.head('assertion');
  const type = random.pick(seq > 0 ? TYPES : TYPES.filter((t) => t !== 'decision.undone'));
  const mostly = (): boolean => random.below(6) > 0;
  const last = (wanted: EventType): LedgerEntry | undefined =>
    mostly() ? log.rows.findLast(({ entry }) => entry.type === wanted)?.entry : undefined;
  const leased = last('task.leased');
  const holder = PEOPLE.find((name) => leased?.actor.kind === 'person' && leased.actor.person === log.id(name));
  const someone = type === 'verdict.proposed' ? (holder ?? random.pick(PEOPLE)) : random.pick(PEOPLE);
  const who = log.as(someone, mostly() ? 'editor' : 'checker');
  const bySystem =
    ['task.lease_expired', 'task.unblocked', 'evidence.attached', 'verdict.stale'].includes(type) && !mostly();
  const by = bySystem
    ? { actor: { kind: 'system', id: 'worker' } as const }
    : type.startsWith('verdict.')
      ? who
      : { actor: who.actor };
  const token = BigInt(leased?.lease?.token ?? random.below(9)) + (type === 'task.leased' ? 1n : 0n);
  const evidence = [{ id: log.id(`evidence ${random.below(2)}`), sha256: String(random.below(2)).repeat(64) }];
  const shapes: Record<string, Partial<Act>> = {
    'task.leased': { lease: { token: String(token) } },
    'verdict.proposed': { lease: { token: String(token || 1n) }, ...(mostly() ? {} : { evidence }) },
    'evidence.attached': { evidence },
    'evidence.withdrawn': { evidence },
    'decision.undone': { data: { undoes: Math.max(1, seq - random.below(4)) } },
  };
  const subject = type.startsWith('verdict.')
    ? { subject: someVersion(log, random, last('verdict.proposed')?.subject, type) }
    : {};
  return { type, ...by, ...shapes[type], ...subject };
}

function someVersion(log: SampleLog, random: Random, newest: Subject | undefined, type: EventType): Subject {
  const verdict = newest?.verdict ?? log.id(`verdict ${random.below(2)}`);
  const version = newest?.version ?? random.below(3) + 1;
  return { verdict, version: version + (type === 'verdict.proposed' && newest !== undefined ? 1 : 0) };
}

function isLawful(log: SampleLog): boolean {
  const streams = new Map<string, ProvenEntry[]>();
  for (const [index, { entry, leaf }] of log.rows.entries()) {
    const proven = { entry, leaf: toHex(leaf), index };
    const stream = streams.get(entry.stream);
    if (stream === undefined) streams.set(entry.stream, [proven]);
    else stream.push(proven);
  }
  return decisionRules({ subject: streams.get(log.id('assertion')) ?? [], streams }) === undefined;
}
