import {
  COSIGNATURE_V1,
  cosignatureLine,
  decideCosigning,
  fromBase64,
  parseNote,
  toBase64,
  type Checkpoint,
  type Policy,
  type WitnessRefusal,
} from '@proofdesk/ledger';
import { crypto } from '../crypto.js';
import { disk, type Disk } from '../disk/disk.js';
import { DurableRecord, RecordMoved } from '../disk/durable-record.js';
import { openSigningKey, type SigningKey } from '../keys/signing-key.js';

export type Cosigned =
  | { readonly ok: true; readonly line: string; readonly checkpoint: Checkpoint; readonly note: string }
  | {
      readonly ok: false;
      readonly status: WitnessRefusal;
      readonly message: string;
      /** Size of the last checkpoint seen of that origin. */
      readonly seen: number;
    };

const TRIES = 5;

/**
 * Someone who remembers the last checkpoint seen of each log, and cosigns a next one only if it is proven to continue that
 * (c2sp.org/tlog-witness). Needs a folder, the log's public key, and what `proofdesk checkpoint` prints.
 */
export class Witness {
  private constructor(
    private readonly folder: string,
    private readonly signer: SigningKey,
    private readonly now: () => number,
    private readonly on: Disk,
  ) {}

  /** @param name what the key is called on first use, e.g. `pressclub.example/witness`. @throws SealFault for an exposed key */
  static open(folder: string, name: string, now: () => number = Date.now, on: Disk = disk): Witness {
    return new Witness(folder, openSigningKey(folder, 'witness', name, COSIGNATURE_V1), now, on);
  }

  get vkey(): string {
    return this.signer.vkey;
  }

  /**
   * Decides, stores, and only then cosigns. Another process that works in the same folder may come first; then it is decided again.
   * @throws the file system's error: then nothing is signed
   */
  async cosign(request: string, policy: Pick<Policy, 'logs'>): Promise<Cosigned> {
    for (let tries = 1; ; tries++) {
      const record = DurableRecord.open(this.folder, 'seen', this.on);
      const seen = parseSeen(record.text);
      const decision = await decideCosigning((origin) => seen.get(origin), request, policy, crypto);
      if (!decision.ok) return { ...decision, seen: seen.get(originOf(request))?.size ?? 0 };
      const { checkpoint, text } = decision;
      try {
        record.replace(formatSeen(new Map([...seen, [checkpoint.origin, checkpoint]])));
      } catch (error) {
        if (error instanceof RecordMoved && tries < TRIES) continue;
        throw error;
      }
      const line = cosignatureLine(text, this.signer.key, Math.floor(this.now() / 1000), this.signer.sign);
      return { ok: true, line, checkpoint, note: `${text}\n${line}` };
    }
  }
}

function originOf(request: string): string {
  const blank = request.indexOf('\n\n');
  return parseNote(request.slice(blank + 2))?.text.split('\n')[0] ?? '';
}

/** One line a log: origin, size, root. */
function formatSeen(seen: ReadonlyMap<string, Checkpoint>): string {
  return `proofdesk.witness/1\n${[...seen.values()].map(({ origin, size, root }) => `${origin} ${size} ${toBase64(root)}\n`).join('')}`;
}

function parseSeen(text: string | undefined): Map<string, Checkpoint> {
  const seen = new Map<string, Checkpoint>();
  if (text === undefined) return seen;
  const [schema, ...lines] = text.trimEnd().split('\n');
  for (const line of lines) {
    const [origin = '', digits = '', encoded = ''] = line.split(' ');
    const root = fromBase64(encoded);
    if (schema !== 'proofdesk.witness/1' || root?.length !== 32 || !/^\d{1,16}$/.test(digits))
      throw new Error('what this witness has seen cannot be read; it signs nothing');
    seen.set(origin, { origin, size: Number(digits), root });
  }
  return seen;
}
