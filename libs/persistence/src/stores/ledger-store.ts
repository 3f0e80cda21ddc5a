import * as crypto from 'node:crypto';
import {
  commitTo,
  COMMITMENT_KEY_BYTES,
  encodeEntry,
  entryAfter,
  formatStreamETag,
  leafHash,
  nodeCrypto,
  type Actor,
  type EntryData,
  type EventType,
  type EvidenceRef,
  type JsonValue,
  type StreamHead,
  type Subject,
} from '@proofdesk/ledger';
import { type EntityManager } from 'typeorm';
import { query } from '../sql.js';

const { sha256, hmacSha256 } = nodeCrypto(crypto);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** What a use case wants recorded. `said` is free text and personal data: only keyed commitments to it enter the record. */
export interface Decision {
  readonly stream: string;
  readonly type: EventType;
  readonly actor: Actor;
  readonly subject?: Subject;
  readonly leaseToken?: string;
  readonly data?: EntryData;
  readonly said?: Readonly<Record<string, JsonValue | undefined>>;
  readonly evidence?: readonly EvidenceRef[];
}

/** Where the record went. */
export interface Recorded {
  readonly stream: string;
  readonly seq: number;
  /** Lower-case hex. */
  readonly leaf: string;
  readonly etag: string;
}

export interface LedgerSettings {
  readonly origin: string;
  /** Version of the software, for the record. */
  readonly software: string;
  /** Lower-case hex SHA-256 of the idempotency key under which this transaction runs. */
  readonly idempotencySha256?: string;
}

/** Entries written with one time stamp: few enough that the last is still within the ledger's five seconds. */
const BATCH = 250;

/** Appends to the ledger: reads head and time under lock in this transaction, builds the exact bytes, and checks the hash that comes back. */
export class LedgerStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly settings: LedgerSettings,
  ) {}

  /** Records one decision. */
  async append(decision: Decision): Promise<Recorded> {
    const [recorded] = await this.appendAll([decision]);
    if (recorded === undefined) throw new Error('the ledger answered nothing');
    return recorded;
  }

  /** Records decisions in their order; several may continue one stream. */
  async appendAll(decisions: readonly Decision[]): Promise<Recorded[]> {
    const recorded: Recorded[] = [];
    // All locks in one order before the first batch: batches alone could wait for each other across transactions.
    if (decisions.length > BATCH) await this.lockStreams(streamsOf(decisions));
    for (let i = 0; i < decisions.length; i += BATCH)
      recorded.push(...(await this.appendBatch(decisions.slice(i, i + BATCH))));
    return recorded;
  }

  /** The commitment under this name in an entry, in hexadecimal, where its value is still in the vault. */
  async commitOf(stream: string, seq: number, name: string): Promise<string | null> {
    const rows = await query<{ commit: string }>(
      this.manager,
      `SELECT encode(p.commit, 'hex') AS commit FROM ledger.entry e
         JOIN ledger.payload p ON p.commit = decode(e.doc #>> array['commits', $3::text], 'hex')
        WHERE e.stream = $1 AND e.seq = $2`,
      [stream, seq, name],
    );
    return rows[0]?.commit ?? null;
  }

  /** Deletes key and value of one commitment and blanks the copies of its text; false where they are gone. Record `payload.erased` first. */
  async erase(stream: string, seq: number, name: string): Promise<boolean> {
    const rows = await query<{ erased: boolean }>(this.manager, 'SELECT ledger.erase($1, $2, $3) AS erased', [
      stream,
      seq,
      name,
    ]);
    return rows[0]?.erased ?? false;
  }

  private async appendBatch(decisions: readonly Decision[]): Promise<Recorded[]> {
    const heads = await this.lockStreams(streamsOf(decisions));
    const vault: [commit: Buffer, key: Buffer, value: Buffer][] = [];
    const built = decisions.map((decision) => {
      const head = heads.get(decision.stream);
      if (head === undefined) throw new Error(`stream ${decision.stream} was not locked`);
      const body = encodeEntry(entryAfter(head, this.draft(decision, heads, vault)));
      const leaf = hex(leafHash(body, sha256));
      heads.set(decision.stream, { ...head, seq: head.seq + 1, head: leaf });
      return { stream: decision.stream, seq: head.seq + 1, leaf, body: Buffer.from(body) };
    });
    await this.keep(vault);
    const rows = await query<{ seq: number; leaf: string }>(
      this.manager,
      `SELECT a.seq, encode(a.leaf, 'hex') AS leaf
         FROM unnest($1::uuid[], $2::bytea[]) WITH ORDINALITY AS e (stream, body, n)
        CROSS JOIN LATERAL ledger.append(e.stream, e.body) a ORDER BY e.n`,
      [built.map((entry) => entry.stream), built.map((entry) => entry.body)],
    );
    return built.map(({ stream, seq, leaf }, i) => {
      if (rows[i]?.leaf !== leaf || rows[i]?.seq !== seq)
        throw new Error(`stream ${stream}: the database hashed entry ${seq} differently`);
      return { stream, seq, leaf, etag: formatStreamETag(seq, leaf) };
    });
  }

  private async lockStreams(streams: readonly string[]): Promise<Map<string, StreamHead>> {
    const heads = await query<StreamHead>(this.manager, 'SELECT * FROM ledger.lock_streams($1::uuid[])', [
      [...new Set(streams)],
    ]);
    return new Map(heads.map((head) => [head.stream, head]));
  }

  private draft(
    decision: Decision,
    heads: ReadonlyMap<string, StreamHead>,
    vault: [Buffer, Buffer, Buffer][],
  ): Parameters<typeof entryAfter>[1] {
    const { type, actor, subject, leaseToken, data, evidence } = decision;
    const commits = this.commitAll(decision.said ?? {}, vault);
    const refs = personStream(decision).map((stream) => {
      const head = heads.get(stream);
      return { stream, seq: head?.seq ?? 0, leaf: head?.head ?? '' };
    });
    const { origin, software: sw, idempotencySha256: idem } = this.settings;
    return {
      origin,
      id: crypto.randomUUID(),
      type,
      actor,
      sw,
      ...(subject && { subject }),
      ...(leaseToken !== undefined && leaseToken !== '0' && { lease: { token: leaseToken } }),
      ...(data && { data }),
      ...(Object.keys(commits).length > 0 && { commits }),
      ...(evidence && { evidence }),
      ...(refs.length > 0 && { refs }),
      ...(idem !== undefined && { idem }),
    };
  }

  private commitAll(said: NonNullable<Decision['said']>, vault: [Buffer, Buffer, Buffer][]): Record<string, string> {
    const commits: Record<string, string> = {};
    for (const [name, words] of Object.entries(said)) {
      if (words === null || words === undefined || words === '') continue;
      const made = commitTo(
        typeof words === 'string' ? words.normalize('NFC') : words,
        crypto.randomBytes(COMMITMENT_KEY_BYTES),
        hmacSha256,
      );
      commits[name] = made.commitHex;
      vault.push([Buffer.from(made.commit), Buffer.from(made.key), Buffer.from(made.value)]);
    }
    return commits;
  }

  private async keep(vault: readonly (readonly [Buffer, Buffer, Buffer])[]): Promise<void> {
    if (vault.length === 0) return;
    await query(
      this.manager,
      'INSERT INTO ledger.payload (commit, key, value) SELECT * FROM unnest($1::bytea[], $2::bytea[], $3::bytea[])',
      [vault.map(([commit]) => commit), vault.map(([, key]) => key), vault.map(([, , value]) => value)],
    );
  }
}

const streamsOf = (decisions: readonly Decision[]): string[] =>
  decisions.flatMap((decision) => [decision.stream, ...personStream(decision)]);

/** A verdict's entry refers to the head of the acting person's stream, where roles are granted and revoked. */
function personStream({ type, actor }: Decision): string[] {
  return type.startsWith('verdict.') && actor.kind === 'person' ? [actor.person] : [];
}
