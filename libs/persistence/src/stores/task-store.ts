import { type TakeNext } from '@proofdesk/contract';
import { formatStreamETag } from '@proofdesk/ledger';
import { LEASE_SECONDS, type Label, type ReviewTaskState, type Risk } from '@proofdesk/review';
import { type EntityManager } from 'typeorm';
import {
  assertionEntity,
  reviewTaskEntity,
  type AssertionRow,
  type ReviewTaskRow,
  type StoredLabel,
} from '../entities/assertions.entity.js';
import { execute, insertRows, query, queryOne } from '../sql.js';

export interface Allegation {
  readonly category: string;
  readonly hedged: boolean;
  readonly accused: string;
}

/** Everything a use case needs to decide about one assertion, read under the lock of its review task. */
export interface TaskFacts {
  readonly assertionId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly articleUrl: string | null;
  readonly articleOrigin: 'draft' | 'published';
  readonly articleSha256: string;
  readonly authorPersonId: string | null;
  readonly revisionId: string;
  readonly ordinal: number;
  readonly exact: string;
  readonly exactSha256: string;
  readonly label: Label<Allegation>;
  readonly machineLabel: StoredLabel | null;
  readonly needsSource: boolean;
  readonly risk: Risk;
  readonly state: ReviewTaskState;
  readonly stateReason: string | null;
  readonly holderPersonId: string | null;
  readonly leaseToken: string;
  readonly hasLeaseEnded: boolean;
  readonly returnedToPersonId: string | null;
  readonly etag: string;
}

/** What a use case changes; what is left out stays. */
export type TaskPatch = Partial<
  Pick<
    ReviewTaskRow,
    | 'state'
    | 'riskRank'
    | 'stateReason'
    | 'dismissalReason'
    | 'holderPersonId'
    | 'leaseUntil'
    | 'awaited'
    | 'blockedUntil'
    | 'returnedToPersonId'
  >
>;

type FactsRow = Omit<TaskFacts, 'label' | 'etag'> & {
  kind: string;
  sourcing: string;
  category: string | null;
  hedged: boolean | null;
  accused: string | null;
  seq: number;
  head: string;
};

/** Sets of columns that leave nobody in charge. */
export const UNHELD = { holderPersonId: null, leaseUntil: null, awaited: null, blockedUntil: null } as const;

/** Review tasks with their assertions. Every write of a decision locks the task first. */
export class TaskStore {
  constructor(private readonly manager: EntityManager) {}

  async addAssertions(rows: readonly AssertionRow[]): Promise<void> {
    await insertRows(this.manager, assertionEntity, rows);
  }

  async addTasks(
    rows: readonly Pick<
      ReviewTaskRow,
      'assertionId' | 'articleId' | 'state' | 'riskRank' | 'checkWorthiness' | 'stateReason' | 'dismissalReason'
    >[],
  ): Promise<void> {
    await insertRows(this.manager, reviewTaskEntity, rows);
  }

  /** Locks the task (waiting at most the connection's lock timeout), then reads: a statement that waits would see old heads. */
  async lock(assertionId: string): Promise<TaskFacts | null> {
    const sql = 'SELECT 1 FROM review_task WHERE assertion_id = $1 FOR UPDATE';
    return (await queryOne(this.manager, sql, [assertionId])) === null ? null : this.read(assertionId);
  }

  async read(assertionId: string): Promise<TaskFacts | null> {
    const row = await queryOne<FactsRow>(this.manager, factsSql, [assertionId]);
    if (row === null) return null;
    const { kind, sourcing, category, hedged, accused, seq, head, ...facts } = row;
    const allegation = category === null ? null : { category, hedged: hedged ?? false, accused: accused ?? '' };
    return { ...facts, label: { kind, sourcing, allegation } as Label<Allegation>, etag: formatStreamETag(seq, head) };
  }

  /** Locks and names the first queued task that the person may work on: returned to them first, then the queue's order. */
  async lockNext(personId: string, filter: TakeNext): Promise<string | null> {
    for (const own of [true, false]) {
      const row = await queryOne<{ id: string }>(
        this.manager,
        `SELECT t.assertion_id AS id FROM review_task t JOIN assertion a ON a.id = t.assertion_id
           JOIN article r ON r.id = t.article_id
          WHERE t.state = 'queued' AND r.author_person_id IS DISTINCT FROM $1
            AND ${own ? 't.returned_to_person_id = $1' : 't.returned_to_person_id IS DISTINCT FROM $1'}
            AND ($2::text[] IS NULL OR a.sourcing = ANY ($2)) AND ($3::text[] IS NULL OR a.risk = ANY ($3))
            AND ($4::boolean IS NULL OR a.needs_source = $4) AND ($5::uuid IS NULL OR t.article_id = $5)
          ORDER BY t.risk_rank, t.check_worthiness DESC, t.queued_at, t.assertion_id LIMIT 1 FOR UPDATE OF t SKIP LOCKED`,
        [personId, filter.sourcing ?? null, filter.risk ?? null, filter.needsSource ?? null, filter.articleId ?? null],
      );
      if (row !== null) return row.id;
    }
    return null;
  }

  /** Gives the lease and answers its token: one more than ever before on this task. */
  async lease(assertionId: string, personId: string): Promise<string> {
    const row = await queryOne<{ token: string }>(
      this.manager,
      `UPDATE review_task SET state = 'in_check', holder_person_id = $2, lease_token = lease_token + 1, state_reason = NULL,
              lease_until = clock_timestamp() + make_interval(secs => $3), awaited = NULL, blocked_until = NULL
        WHERE assertion_id = $1 RETURNING lease_token AS token`,
      [assertionId, personId, LEASE_SECONDS],
    );
    if (row === null) throw new Error(`review task ${assertionId} went away`);
    return row.token;
  }

  /** The heartbeat: extends the lease from now. */
  async renew(assertionId: string): Promise<void> {
    const sql = `UPDATE review_task SET lease_until = clock_timestamp() + make_interval(secs => $2) WHERE assertion_id = $1`;
    await execute(this.manager, sql, [assertionId, LEASE_SECONDS]);
  }

  async update(assertionId: string, patch: TaskPatch): Promise<void> {
    await this.manager.update(reviewTaskEntity, { assertionId }, patch);
  }

  /** Ages from now again: somebody pulled it back. */
  async restartAge(assertionId: string): Promise<void> {
    await execute(this.manager, 'UPDATE review_task SET queued_at = clock_timestamp() WHERE assertion_id = $1', [
      assertionId,
    ]);
  }

  async relabel(
    assertionId: string,
    label: Label<Allegation>,
    derived: { readonly needsSource: boolean; readonly risk: Risk; readonly machineLabel: StoredLabel | null },
  ): Promise<void> {
    await this.manager.update(
      assertionEntity,
      { id: assertionId },
      {
        kind: label.kind,
        sourcing: label.sourcing,
        allegationCategory: label.allegation?.category ?? null,
        allegationHedged: label.allegation?.hedged ?? null,
        allegationAccused: label.allegation?.accused ?? null,
        needsSource: derived.needsSource,
        risk: derived.risk,
        machineLabel: derived.machineLabel,
      },
    );
  }

  /** Locks tasks whose lease has ended, skipping those that somebody is working on this moment. */
  async lockEndedLeases(limit: number): Promise<string[]> {
    return this.ids(`state = 'in_check' AND lease_until < clock_timestamp()`, 'lease_until', limit);
  }

  /** Locks blocked tasks whose time has come. */
  async lockDueBlocked(limit: number): Promise<string[]> {
    return this.ids(`state = 'blocked' AND blocked_until < clock_timestamp()`, 'blocked_until', limit);
  }

  private async ids(where: string, order: string, limit: number): Promise<string[]> {
    const sql = `SELECT assertion_id AS id FROM review_task WHERE ${where} ORDER BY ${order} LIMIT $1 FOR UPDATE SKIP LOCKED`;
    return (await query<{ id: string }>(this.manager, sql, [limit])).map((row) => row.id);
  }

  async saveDraft(assertionId: string, personId: string, ratingKey: string | null, rationale: string): Promise<void> {
    await query(
      this.manager,
      `INSERT INTO task_draft (assertion_id, person_id, rating_key, rationale) VALUES ($1, $2, $3, $4)
       ON CONFLICT (assertion_id, person_id) DO UPDATE SET rating_key = excluded.rating_key,
         rationale = excluded.rationale, updated_at = clock_timestamp()`,
      [assertionId, personId, ratingKey, rationale],
    );
  }

  async dropDraft(assertionId: string, personId: string): Promise<void> {
    const sql = 'DELETE FROM task_draft WHERE assertion_id = $1 AND person_id = $2';
    await execute(this.manager, sql, [assertionId, personId]);
  }

  /** One's own draft, else the newest of an earlier holder. */
  async draftFor(assertionId: string, personId: string): Promise<{ rating: string | null; rationale: string } | null> {
    return queryOne(
      this.manager,
      `SELECT rating_key AS rating, rationale FROM task_draft WHERE assertion_id = $1
        ORDER BY person_id = $2 DESC, updated_at DESC LIMIT 1`,
      [assertionId, personId],
    );
  }
}

const factsSql = `
  SELECT t.assertion_id AS "assertionId", t.article_id AS "articleId", ar.title AS "articleTitle", ar.url AS "articleUrl",
         ar.origin AS "articleOrigin", r.sha256 AS "articleSha256", ar.author_person_id AS "authorPersonId",
         a.revision_id AS "revisionId", a.ordinal, a.exact, a.exact_sha256 AS "exactSha256", a.kind, a.sourcing,
         a.allegation_category AS category, a.allegation_hedged AS hedged, a.allegation_accused AS accused,
         a.machine_label AS "machineLabel", a.needs_source AS "needsSource", a.risk, t.state, t.state_reason AS "stateReason",
         t.holder_person_id AS "holderPersonId", t.lease_token AS "leaseToken",
         coalesce(t.lease_until < clock_timestamp(), false) AS "hasLeaseEnded",
         t.returned_to_person_id AS "returnedToPersonId", s.seq, encode(s.head, 'hex') AS head
    FROM review_task t JOIN assertion a ON a.id = t.assertion_id JOIN article ar ON ar.id = t.article_id
    JOIN article_revision r ON r.id = a.revision_id JOIN ledger.stream s ON s.id = t.assertion_id
   WHERE t.assertion_id = $1`;
