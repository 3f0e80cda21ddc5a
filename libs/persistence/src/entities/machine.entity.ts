import { EntitySchema } from 'typeorm';
import { check, createdNow, instant, json, key, maybe, oneOf, startingAt, text, uuid, whole } from './columns.js';

export const topicValues = ['extract-assertions', 'announce-decision'] as const;

export interface OutboxRow {
  topic: string;
  key: string;
  generation: number;
  payload: object;
  createdAt: Date;
  dispatchedAt: Date | null;
  failedAt: Date | null;
  lastError: string | null;
}

/** Work for the machine, written with the state change that asks for it. One row a piece of work; a re-drive raises `generation`. */
export const outboxEntity = new EntitySchema<OutboxRow>({
  name: 'outbox',
  columns: {
    topic: key(text),
    key: key(uuid),
    generation: startingAt(whole, 0),
    payload: json,
    createdAt: createdNow,
    dispatchedAt: maybe(instant),
    failedAt: maybe(instant),
    lastError: maybe(text),
  },
  indices: [{ name: 'outbox_undispatched_idx', columns: ['createdAt'], where: 'dispatched_at IS NULL' }],
  checks: [oneOf('outbox', 'topic', topicValues)],
});

export interface JobDoneRow {
  topic: string;
  key: string;
  /** Which drive of it did the work. */
  jobKey: string;
  doneAt: Date;
}

/** Written in the transaction of a job's effect, so that the effect happens once however often the bell rings. */
export const jobDoneEntity = new EntitySchema<JobDoneRow>({
  name: 'job_done',
  columns: { topic: key(text), key: key(uuid), jobKey: text, doneAt: createdNow },
});

export interface IdempotencyKeyRow {
  actorId: string;
  route: string;
  key: string;
  fingerprint: string;
  status: number | null;
  body: string | null;
  etag: string | null;
  createdAt: Date;
}

/** The answer that was given to one request, to be given again byte for byte. */
export const idempotencyKeyEntity = new EntitySchema<IdempotencyKeyRow>({
  name: 'idempotency_key',
  columns: {
    actorId: key(uuid),
    route: key(text),
    key: key(text),
    fingerprint: text,
    status: maybe(whole),
    body: maybe(text),
    etag: maybe(text),
    createdAt: createdNow,
  },
  indices: [{ columns: ['createdAt'] }],
  checks: [check('idempotency_key_answer_check', 'num_nulls(status, body) IN (0, 2)')],
});
