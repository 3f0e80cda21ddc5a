import { toBase64, toHex, utf8 } from '../encoding/bytes.js';
import { type JsonValue } from '../encoding/canonical-json.js';
import { checkpointText, signCheckpoint } from '../note/checkpoint.js';
import { cosignatureLine } from '../note/signed-note.js';
import { type BundledStream, type Disclosure, encodeBundle, type ProofBundle } from '../proof/bundle.js';
import { commitTo } from '../record/commitment.js';
import { encodeEntry, leafHash } from '../record/entry-bytes.js';
import { entryAfter, type EntryDraft, type LedgerEntry, NO_ENTRY } from '../record/entry.js';
import { CompactRange } from '../tree/compact-range.js';
import { inclusionProof } from '../tree/subtrees.js';
import { type Random } from './random.js';
import { ORIGIN_NAME, sampleCrypto, sampleLog, sampleWitnesses } from './sample-keys.js';

const { sha256, hmacSha256 } = sampleCrypto;
const hashOf = (text: string): string => toHex(sha256(utf8(text)));

export interface Row {
  readonly entry: LedgerEntry;
  readonly body: Uint8Array;
  readonly leaf: Uint8Array;
}

/** A log in memory: entries are appended as the database would, and indexed in the order they came. */
export class SampleLog {
  readonly rows: Row[] = [];
  readonly disclosures: Disclosure[] = [];
  readonly #heads = new Map<string, { seq: number; head: string }>();
  #ids = 0;

  /** A UUID that belongs to a name. */
  id(name: string): string {
    const h = hashOf(name);
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-7${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`;
  }

  head(name: string): { seq: number; head: string } {
    return this.#heads.get(name) ?? { seq: 0, head: NO_ENTRY };
  }

  /** Appends to the stream of a name; texts become commitments, whose values are kept for disclosure. */
  append(
    name: string,
    draft: Omit<EntryDraft, 'origin' | 'id' | 'sw'>,
    texts: Readonly<Record<string, JsonValue>> = {},
  ): LedgerEntry {
    const { seq, head } = this.head(name);
    const commits: Record<string, string> = {};
    for (const [field, value] of Object.entries(texts)) {
      const key = sha256(utf8(`${name} ${seq} ${field}`));
      commits[field] = commitTo(value, key, hmacSha256).commitHex;
      this.disclosures.push({ stream: this.id(name), seq: seq + 1, name: field, key: toHex(key), value });
    }
    const at = new Date(1_793_000_000_000 + this.rows.length * 1000).toISOString().replace('Z', '000Z');
    const more = Object.keys(commits).length === 0 ? {} : { commits };
    const entry = entryAfter(
      { stream: this.id(name), seq, head, at },
      { ...draft, ...more, origin: ORIGIN_NAME, id: this.id(`entry ${this.#ids++}`), sw: '0.1.0' },
    );
    this.appendRaw(name, entry);
    return entry;
  }

  appendRaw(name: string, entry: LedgerEntry): void {
    const body = encodeEntry(entry);
    const leaf = leafHash(body, sha256);
    this.rows.push({ entry, body, leaf });
    this.#heads.set(name, { seq: entry.seq, head: toHex(leaf) });
  }

  /** Takes the last entry back, as if its transaction had been rolled back. */
  rollBack(name: string): void {
    const entry = this.rows.pop()?.entry;
    if (entry !== undefined) this.#heads.set(name, { seq: entry.seq - 1, head: entry.prev });
  }

  addPerson(name: string, ...roles: readonly string[]): void {
    const actor = { kind: 'system', id: 'seed' } as const;
    const person = this.id(name);
    this.append(
      name,
      { type: 'account.created', actor, subject: { person, account: this.id(`account ${name}`) } },
      { login: name },
    );
    for (const role of roles) this.append(name, { type: 'role.granted', actor, subject: { person }, data: { role } });
  }

  /** Actor and role reference of somebody who decides. */
  as(name: string, role: string): Pick<LedgerEntry, 'actor' | 'refs'> {
    const { seq, head } = this.head(name);
    return {
      actor: { kind: 'person', id: this.id(`account ${name}`), person: this.id(name), role },
      refs: [{ stream: this.id(name), seq, leaf: head }],
    };
  }

  /** The signed and cosigned checkpoint over the first `size` entries. */
  checkpoint(size = this.rows.length): string {
    const tree = new CompactRange(sha256);
    for (const { leaf } of this.rows.slice(0, size)) tree.append(leaf);
    const checkpoint = { origin: ORIGIN_NAME, size, root: tree.root() };
    const lines = sampleWitnesses.map(({ key, sign }) =>
      cosignatureLine(checkpointText(checkpoint), key, 1_793_100_000, sign),
    );
    return signCheckpoint(checkpoint, sampleLog.key, sampleLog.sign) + lines.join('');
  }

  bundleStreams(names: readonly string[]): BundledStream[] {
    const subtrees = new Map<string, Uint8Array>();
    const tree = new CompactRange(sha256);
    for (const { leaf } of this.rows)
      tree.append(leaf, (height, index, hash) => subtrees.set(`${height} ${index}`, hash));
    const prove = (index: number): string[] =>
      inclusionProof(
        index,
        this.rows.length,
        (s) => subtrees.get(`${s.height} ${s.index}`) ?? new Uint8Array(),
        sha256,
      ).map(toBase64);
    return names.map((name) => ({
      stream: this.id(name),
      entries: this.rows
        .flatMap(({ entry, body }, index) => (entry.stream === this.id(name) ? [{ seq: entry.seq, body, index }] : []))
        .sort((one, other) => one.seq - other.seq)
        .map(({ body, index }) => ({ body: new TextDecoder().decode(body), index, proof: prove(index) })),
    }));
  }
}

export type BundleParts = Omit<ProofBundle, 'check' | 'schema'>;

/** The bundle of a sample history. */
export function bundleOf(log: SampleLog, subject: string, people: readonly string[]): BundleParts {
  const published = log.rows.findLast(
    ({ entry }) => entry.stream === log.id(subject) && entry.commits?.['statement'] !== undefined,
  );
  const isStatement = (d: Disclosure): boolean =>
    d.seq === published?.entry.seq && d.name === 'statement' && d.stream === log.id(subject);
  const statement = log.disclosures.find(isStatement);
  return {
    checkpoint: log.checkpoint(),
    streams: log.bundleStreams([subject, ...people]),
    statement: statement === undefined ? null : { seq: statement.seq, key: statement.key, value: statement.value },
    disclosures: log.disclosures.filter((d) => !isStatement(d) && d.stream === log.id(subject)),
  };
}

export const encodeSample = (parts: BundleParts): Uint8Array => encodeBundle(parts, sha256);

/** Entries of other streams, so that the tree has a shape. */
export function addNoise(log: SampleLog, random: Random, most: number): void {
  for (let n = random.below(most + 1); n > 0; n--) {
    log.append(`noise ${random.below(5)}`, { type: 'assertion.queued', actor: { kind: 'system', id: 'worker' } });
  }
}
