import { type LedgerEntry } from '@proofdesk/ledger';

/** What one cell of a table must hold, and which entry says so. Null: nothing is there. */
export interface Said {
  readonly seq: number;
  readonly value: string | null;
  /** What was said of the cell before. */
  readonly before: Said | undefined;
}

/** The cells of one row, by column. */
export type SaidRow = Record<string, Said>;

/** The column of a row that is a fact by being there. */
export const WHOLE = '';

/** Value of a cell as text, so that numbers, truth values and uuids compare alike. */
export const cellText = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value as string | number | boolean);

const HELD = ['in_check', 'blocked'];

/**
 * One stream played from its entries into the cells that the tables must hold: `review_task.state`,
 * `verdict 2.rating_key`, `role_grant editor` … Taking an act back takes back every cell it set.
 */
export class ReplayedStream {
  /** By the row's name: `review_task`, `verdict 2`, `role_grant editor` … */
  readonly rows = new Map<string, SaidRow>();

  /** The entries themselves, where they are kept. */
  readonly entries: LedgerEntry[] = [];

  constructor(
    readonly stream: string,
    private readonly keepsEntries = false,
  ) {}

  add(entry: LedgerEntry): void {
    if (this.keepsEntries) this.entries.push(entry);
    const [noun] = entry.type.split('.');
    if (entry.type === 'decision.undone') this.#takeBack(Number(entry.data?.['undoes']));
    if (entry.subject?.assertion === this.stream) this.#addToTask(entry);
    if (noun === 'evidence') this.#addEvidence(entry);
    if (noun === 'verdict') this.#addVerdict(entry);
    if (noun === 'role') this.#addRole(entry);
    if (noun === 'account')
      this.#set(entry, `account ${entry.subject?.account}`, 'disabled', entry.type === 'account.disabled');
    if (noun === 'article') this.#addRevision(entry);
  }

  #set({ seq }: LedgerEntry, row: string, column: string, value: unknown): void {
    let cells = this.rows.get(row);
    if (cells === undefined) this.rows.set(row, (cells = {}));
    cells[column] = { seq, value: cellText(value), before: cells[column] };
  }

  #takeBack(seq: number): void {
    for (const cells of this.rows.values()) {
      for (const [column, said] of Object.entries(cells)) {
        const left = without(said, seq);
        if (left === undefined) delete cells[column];
        else cells[column] = left;
      }
    }
  }

  #addToTask(entry: LedgerEntry): void {
    const after = afterOf(entry);
    const { subject, type, actor } = entry;
    if (type === 'assertion.queued') {
      this.#set(entry, 'review_task', 'article_id', subject?.article);
      this.#set(entry, 'review_task', 'lease_token', 0);
      this.#set(entry, 'assertion', 'revision_id', subject?.revision);
      this.#set(entry, 'assertion', 'exact_sha256', subject?.wordsSha256);
    }
    if (type === 'assertion.queued' || type === 'assertion.relabelled') {
      const { kind, sourcing, allegation, hedged, risk, needsSource } = after;
      const label = { kind, sourcing, allegation_category: allegation, allegation_hedged: hedged, risk };
      for (const [column, value] of Object.entries({ ...label, needs_source: needsSource }))
        this.#set(entry, 'assertion', column, value);
    }
    const { state } = after;
    if (typeof state !== 'string') return;
    this.#set(entry, 'review_task', 'state', state);
    this.#set(entry, 'review_task', 'dismissal_reason', state === 'dismissed' ? after['reason'] : null);
    this.#set(entry, 'review_task', 'awaited', state === 'blocked' ? after['awaited'] : null);
    if (type === 'task.leased') this.#set(entry, 'review_task', 'lease_token', entry.lease?.token);
    if (type === 'task.leased')
      this.#set(entry, 'review_task', 'holder_person_id', actor.kind === 'person' ? actor.person : null);
    else if (!HELD.includes(state)) this.#set(entry, 'review_task', 'holder_person_id', null);
  }

  #addEvidence(entry: LedgerEntry): void {
    const by = entry.actor.kind === 'person' ? entry.actor.person : null;
    for (const { id, sha256 } of entry.evidence ?? []) {
      this.#set(entry, `evidence ${id}`, 'sha256', sha256);
      if (entry.type === 'evidence.attached') this.#set(entry, `evidence ${id}`, 'attached_by', by);
      this.#set(entry, `evidence ${id}`, 'withdrawn_by', entry.type === 'evidence.withdrawn' ? by : null);
    }
  }

  #addVerdict(entry: LedgerEntry): void {
    const { subject, type } = entry;
    const verdict = `verdict ${subject?.version}`;
    const by = entry.actor.kind === 'person' ? entry.actor.person : null;
    const after = afterOf(entry);
    switch (type) {
      case 'verdict.proposed':
        this.#propose(entry, verdict, by);
        break;
      case 'verdict.returned':
        this.#set(entry, verdict, 'state', 'returned');
        this.#set(entry, verdict, 'returned_by', by);
        break;
      case 'verdict.approved':
        this.#set(entry, `approval ${subject?.version} by ${by}`, WHOLE, subject?.verdict);
        if (after['state'] === 'approved') this.#set(entry, verdict, 'state', 'approved');
        break;
      case 'verdict.published':
        this.#set(entry, verdict, 'state', 'published');
        this.#set(entry, `publication ${subject?.version}`, 'published_by', by);
        this.#set(entry, `publication ${subject?.version}`, 'has_claim_review', after['hasClaimReview']);
        break;
      case 'verdict.retraction_asked':
        this.#set(entry, `publication ${subject?.version}`, 'retraction_asked_by', by);
        break;
      case 'verdict.retracted':
        this.#set(entry, verdict, 'state', 'retracted');
        this.#set(entry, `publication ${subject?.version}`, 'retracted_by', by);
        break;
      case 'verdict.stale':
        this.#set(entry, verdict, 'state', 'stale');
        break;
      default:
        break;
    }
  }

  #propose(entry: LedgerEntry, verdict: string, by: string | null): void {
    const { subject, data } = entry;
    const after = afterOf(entry);
    const columns = {
      id: subject?.verdict,
      state: 'proposed',
      rating_key: after['rating'],
      scale_id: data?.['scale'],
      scale_version: data?.['scaleVersion'],
      evidence_sha256: data?.['evidenceSha256'],
      exact_sha256: subject?.wordsSha256,
      revision_id: subject?.revision,
      risk: after['risk'],
      proposed_by: by,
    };
    for (const [column, value] of Object.entries(columns)) this.#set(entry, verdict, column, value);
  }

  #addRole(entry: LedgerEntry): void {
    const by = entry.actor.kind === 'person' ? entry.actor.person : 'system';
    this.#set(entry, `role_grant ${cellText(entry.data?.['role'])}`, WHOLE, entry.type === 'role.granted' ? by : null);
  }

  #addRevision(entry: LedgerEntry): void {
    const { subject, type, data } = entry;
    if (subject?.revision === undefined || subject.article !== this.stream) return;
    const revision = `article_revision ${subject.revision}`;
    if (type === 'article.ingested') {
      this.#set(entry, revision, 'sha256', subject.articleSha256);
      this.#set(entry, revision, 'number', data?.['number']);
      this.#set(entry, revision, 'characters', data?.['characters']);
    }
    const state = type === 'article.extracted' ? 'done' : type === 'article.extraction_failed' ? 'failed' : 'open';
    this.#set(entry, revision, 'extraction_state', state);
  }
}

function without(said: Said | undefined, seq: number): Said | undefined {
  if (said === undefined) return undefined;
  const before = without(said.before, seq);
  return said.seq === seq ? before : { ...said, before };
}

function afterOf({ data }: LedgerEntry): Readonly<Record<string, unknown>> {
  const after = data?.['after'];
  return typeof after === 'object' && after !== null && !Array.isArray(after) ? (after as Record<string, unknown>) : {};
}
