import {
  CompactRange,
  cosignatureLine,
  checkpointText,
  encodeEntry,
  entryAfter,
  type EntryDraft,
  signCheckpoint,
  signReceipt,
  type StreamHead,
} from '@proofdesk/ledger';
import { Client } from 'pg';
import { type Random } from './random.js';
import { type SampleKeys, tamperCrypto } from './sample-keys.js';

export interface Addresses {
  /** Connection strings of these roles on one database. */
  readonly app: string;
  readonly sealer: string;
  readonly superuser: string;
}

export interface SampleLog {
  /** A signed promise for every entry, as reviewers would keep it. */
  readonly receipts: readonly string[];
  /** The last checkpoint that the witness cosigned, as the witness keeps it. */
  readonly witnessed: string;
}

const { sha256 } = tamperCrypto;

/**
 * Fills an empty ledger with a random history, through the same door as the app: streams of several entries, sealed and
 * signed in a few batches, the last few entries not sealed yet.
 */
export async function writeSampleLog(at: Addresses, keys: SampleKeys, random: Random): Promise<SampleLog> {
  const app = await connect(at.app);
  const sealer = await connect(at.sealer);
  try {
    await sealer.query('INSERT INTO ledger.log (id, origin) VALUES (1, $1)', [keys.origin]);
    const streams = Array.from({ length: 3 + random.below(4) }, () => random.uuid());
    const seal = new SampleSealer(sealer, keys);
    const receipts: string[] = [];
    for (let batch = 3 + random.below(3); batch > 0; batch--) {
      receipts.push(...(await append(app, streams, 6 + random.below(8), keys, random)));
      await seal.sealAll();
    }
    const witnessed = await seal.cosign();
    // Each stream goes on after the last seal, some of them by several entries.
    receipts.push(...(await append(app, streams, 3 + random.below(4), keys, random)));
    return { receipts, witnessed };
  } finally {
    await Promise.all([app.end(), sealer.end()]);
  }
}

export async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

async function append(
  app: Client,
  streams: readonly string[],
  count: number,
  keys: SampleKeys,
  random: Random,
): Promise<string[]> {
  const receipts: string[] = [];
  for (let i = 0; i < count; i++) {
    const stream = random.pick(streams);
    const heads = await app.query<StreamHead>('SELECT * FROM ledger.lock_streams($1::uuid[])', [[stream]]);
    const [head] = heads.rows;
    if (head === undefined) throw new Error('the ledger locked nothing');
    const entry = entryAfter(head, draft(keys.origin, random));
    const { rows } = await app.query<{ seq: number; leaf: string }>(
      `SELECT seq, encode(leaf, 'hex') AS leaf FROM ledger.append($1, $2)`,
      [stream, Buffer.from(encodeEntry(entry))],
    );
    const { seq, leaf } = rows[0] ?? { seq: 0, leaf: '' };
    receipts.push(
      signReceipt(
        { origin: keys.origin, stream, seq, leaf, at: entry.at, mmd: 60 },
        keys.receipt.key,
        keys.receipt.sign,
      ),
    );
  }
  return receipts;
}

function draft(origin: string, random: Random): EntryDraft {
  return {
    origin,
    id: random.uuid(),
    type: random.pick(['assertion.queued', 'assertion.requeued', 'task.unblocked', 'export.made', 'policy.changed']),
    actor: { kind: 'system', id: random.pick(['worker', 'api', 'sealer']) },
    data: { rating: random.pick(['true', 'false', 'mixed']), weight: random.below(10_000) },
    sw: 'tamper-1',
  };
}

/** Seals as the sealer does, without its care: it serves to be attacked. */
class SampleSealer {
  readonly #tree = new CompactRange(sha256);

  constructor(
    private readonly client: Client,
    private readonly keys: SampleKeys,
  ) {}

  async sealAll(): Promise<void> {
    const { rows } = await this.client.query<{ leaf: Buffer }>(
      `INSERT INTO ledger.leaf (log, index, stream, seq, leaf)
       SELECT 1, $1::bigint + row_number() OVER (ORDER BY e.xid, e.stream, e.seq) - 1, e.stream, e.seq, e.leaf FROM ledger.entry e
        WHERE NOT EXISTS (SELECT 1 FROM ledger.leaf l WHERE l.stream = e.stream AND l.seq = e.seq) RETURNING leaf`,
      [this.#tree.size],
    );
    for (const { leaf } of rows) this.#tree.append(new Uint8Array(leaf));
    await this.client.query('INSERT INTO ledger.seal (log, size, horizon) VALUES (1, $1, pg_current_xact_id())', [
      this.#tree.size,
    ]);
    const { root, note } = this.#sign();
    await this.client.query('INSERT INTO ledger.checkpoint (log, size, root, note) VALUES (1, $1, $2, $3)', [
      this.#tree.size,
      Buffer.from(root),
      note,
    ]);
  }

  /** The witness signs the newest checkpoint; the answer is the note it keeps. */
  async cosign(): Promise<string> {
    const { key, sign } = this.keys.witness;
    const { checkpoint, note } = this.#sign();
    const line = cosignatureLine(checkpointText(checkpoint), key, Math.floor(Date.now() / 1000), sign);
    await this.client.query(
      'INSERT INTO ledger.cosignature (log, size, witness, line, at) VALUES (1, $1, $2, $3, clock_timestamp())',
      [checkpoint.size, key.name, line],
    );
    return note + line;
  }

  #sign() {
    const { origin, log } = this.keys;
    const checkpoint = { origin, size: this.#tree.size, root: this.#tree.root() };
    return { checkpoint, root: checkpoint.root, note: signCheckpoint(checkpoint, log.key, log.sign) };
  }
}
