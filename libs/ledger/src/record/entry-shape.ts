import { type LedgerEntry, NO_ENTRY } from './entry.js';
import { EVENT_TYPES } from './event-type.js';
import {
  type Check,
  firstOf,
  flag,
  hash,
  isRecord,
  listOf,
  mapOf,
  matches,
  oneOf,
  ORIGIN,
  record,
  token,
  uuid,
  wholeNumber,
} from '../encoding/shape.js';

const NAME = /^[a-z][a-zA-Z0-9]{0,39}$/;
const INSTANT = /^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/;
export const MAX_SEQ = 2_147_483_647;

/** UTC with six decimals, and a day that exists. */
export const instant: Check = (value, path) => {
  const day = typeof value === 'string' && INSTANT.test(value) ? new Date(`${value.slice(0, 23)}Z`) : undefined;
  return day !== undefined &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().slice(0, 10) === (value as string).slice(0, 10)
    ? undefined
    : `${path}: not a time like 2026-11-05T10:11:12.345678Z`;
};

const role = matches(/^[a-z][a-z_]{0,31}$/, 'a role');
const actorKinds: Readonly<Record<string, Check>> = {
  person: record(
    { kind: oneOf(['person']), id: uuid, person: uuid, role },
    { session: matches(/^[0-9a-f]{16}$/, '16 hexadecimal digits'), stepup: flag },
  ),
  service: record({ kind: oneOf(['service']), id: uuid, role: oneOf(['service']) }),
  system: record({
    kind: oneOf(['system']),
    id: matches(/^[a-z][a-z0-9-]{0,31}$/, 'the name of a part of the system'),
  }),
};
const actor: Check = (value, path) => {
  const kind = isRecord(value) && typeof value['kind'] === 'string' ? value['kind'] : '';
  const check = Object.hasOwn(actorKinds, kind) ? actorKinds[kind] : undefined;
  return check === undefined ? `${path}.kind: not person, service or system` : check(value, path);
};

const subject = record(
  {},
  {
    article: uuid,
    revision: uuid,
    articleSha256: hash,
    assertion: uuid,
    wordsSha256: hash,
    claim: uuid,
    task: uuid,
    verdict: uuid,
    version: wholeNumber(1, MAX_SEQ),
    evidence: uuid,
    account: uuid,
    person: uuid,
  },
);

/** Tokens, whole numbers, truth values and null, in lists and objects. */
const datum: Check = (value, path) => {
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)(value, path);
  if (typeof value === 'string') return token(value, path);
  return Array.isArray(value) ? listOf(datum, 256)(value, path) : data(value, path);
};
const data: Check = mapOf(NAME, datum, 64);

const seq = wholeNumber(1, MAX_SEQ);
const ref = record({ stream: uuid, seq, leaf: hash });
const evidenceRef = record({ id: uuid, sha256: hash }, { fetched: instant });

const entry = record(
  {
    v: oneOf([1]),
    origin: matches(ORIGIN, 'an origin'),
    id: uuid,
    stream: uuid,
    seq,
    prev: hash,
    type: oneOf(EVENT_TYPES),
    at: instant,
    actor,
    sw: token,
  },
  {
    subject,
    data,
    policy: hash,
    idem: hash,
    lease: record({ token: matches(/^[1-9]\d{0,18}$/, 'a decimal number as text') }),
    commits: mapOf(NAME, hash, 32),
    evidence: listOf(evidenceRef, 64),
    refs: listOf(ref, 64),
  },
);

/** What a type needs beyond the general shape; the database and the replay of a proof rely on these. */
function typeFault(e: LedgerEntry): string | undefined {
  const needs = (ok: boolean, what: string): string | undefined => (ok ? undefined : `$: ${e.type} needs ${what}`);
  const [noun] = e.type.split('.');
  if (noun === 'verdict') {
    const decided = e.type !== 'verdict.stale';
    return firstOf([
      () =>
        needs(
          e.subject?.verdict !== undefined && e.subject.version !== undefined,
          'subject.verdict and subject.version',
        ),
      () => needs(!decided || e.actor.kind === 'person', 'a person as actor'),
      () =>
        needs(
          !decided || roleRefs(e) === 1,
          "exactly one reference to the head of the acting person's stream, where the role is recorded",
        ),
    ]);
  }
  if (noun === 'account')
    return needs(
      e.subject?.account !== undefined && e.subject.person === e.stream,
      'subject.account, and subject.person as its stream',
    );
  if (noun === 'role')
    return needs(
      e.subject?.person === e.stream && role(e.data?.['role'], '') === undefined,
      'data.role, and subject.person as its stream',
    );
  if (noun === 'evidence') return needs(e.evidence?.length === 1, 'exactly one piece of evidence');
  if (e.type === 'task.leased')
    return needs(e.lease !== undefined && e.actor.kind === 'person', 'lease.token and a person as actor');
  if (e.type === 'decision.undone')
    return needs(
      seq(e.data?.['undoes'], '') === undefined && Number(e.data?.['undoes']) < e.seq,
      'data.undoes, an earlier seq',
    );
  if (e.type === 'payload.erased') return needs(hash(e.data?.['commit'], '') === undefined, 'data.commit');
  return undefined;
}

function roleRefs(e: LedgerEntry): number {
  const { actor: who } = e;
  return who.kind === 'person' ? (e.refs ?? []).filter((r) => r.stream === who.person).length : 0;
}

/** Why a value is no entry of proofdesk.ledger/1, or undefined. */
export function entryFault(value: unknown): string | undefined {
  const fault = entry(value, '$');
  if (fault !== undefined) return fault;
  const e = value as LedgerEntry;
  if ((e.seq === 1) !== (e.prev === NO_ENTRY))
    return '$.prev: 64 zeros for the first entry of a stream and for no other';
  return typeFault(e);
}
