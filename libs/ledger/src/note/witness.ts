import { fromBase64, toBase64 } from '../encoding/bytes.js';
import { type VerifierCrypto } from '../encoding/crypto.js';
import { HASH_BYTES } from '../tree/node-hash.js';
import { verifyConsistency } from '../tree/verify-proof.js';
import { type Checkpoint } from './checkpoint.js';
import { openCheckpoint } from './open-checkpoint.js';
import { type Policy } from './policy.js';

/** What is handed to a witness: the body of `add-checkpoint` of c2sp.org/tlog-witness, good for mail as well. */
export interface WitnessRequest {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  /** The signed note. */
  readonly note: string;
}

export function formatWitnessRequest({ oldSize, proof, note }: WitnessRequest): string {
  return `old ${oldSize}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${note}`;
}

/** Reads a request; undefined where it is malformed. */
export function parseWitnessRequest(text: string): WitnessRequest | undefined {
  const blank = text.indexOf('\n\n');
  if (blank < 0 || text.length > 131_072) return undefined;
  const [first = '', ...lines] = text.slice(0, blank).split('\n');
  const [, digits] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  const proof = lines.map(fromBase64);
  if (digits === undefined || proof.length > 63 || !proof.every((hash) => hash?.length === HASH_BYTES))
    return undefined;
  return { oldSize: Number(digits), proof: proof.filter((hash) => hash !== undefined), note: text.slice(blank + 2) };
}

/** Status codes of tlog-witness, so that an HTTP face can send them as they are. */
export type WitnessRefusal = 400 | 403 | 404 | 409 | 422;

export type WitnessDecision =
  /** Store `checkpoint` as the last one seen of its origin, durably, and only then cosign `text`. */
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly text: string }
  | { readonly ok: false; readonly status: WitnessRefusal; readonly message: string };

/**
 * What a witness does with a request, given the last checkpoint it cosigned of each origin. The caller makes reading the
 * state, deciding and storing one atomic step; otherwise a smaller tree could be stored over a larger one.
 */
export async function decideCosigning(
  last: (origin: string) => Checkpoint | undefined,
  requestText: string,
  policy: Pick<Policy, 'logs'>,
  crypto: VerifierCrypto,
): Promise<WitnessDecision> {
  const refuse = (status: WitnessRefusal, message: string): WitnessDecision => ({ ok: false, status, message });
  const request = parseWitnessRequest(requestText);
  if (request === undefined) return refuse(400, 'The request is malformed');
  const opened = await openCheckpoint(
    request.note,
    { ...policy, witnesses: [], quorum: { kind: 'none' }, receipts: [], formerOrigins: [] },
    crypto,
  );
  if (!opened.ok)
    return refuse(opened.code === 'MALFORMED' ? 400 : opened.code === 'UNKNOWN_ORIGIN' ? 404 : 403, opened.message);
  const { checkpoint, text } = opened;
  const seen = last(checkpoint.origin);
  const seenSize = seen?.size ?? 0;
  if (request.oldSize > checkpoint.size) return refuse(400, 'The old size is larger than the checkpoint');
  if (request.oldSize !== seenSize) {
    const shrunk =
      checkpoint.size < seenSize ? `; the checkpoint shows ${checkpoint.size}: the log has been rolled back` : '';
    return refuse(409, `This witness saw size ${seenSize}${shrunk}`);
  }
  if (seen === undefined || seenSize === 0) {
    return request.proof.length === 0
      ? { ok: true, checkpoint, text }
      : refuse(422, 'A proof from nothing has no hashes');
  }
  if (!(await verifyConsistency(seenSize, checkpoint.size, seen.root, checkpoint.root, request.proof, crypto))) {
    return checkpoint.size === seenSize
      ? refuse(409, `Another root of size ${seenSize} than the one seen: the log has been rewritten`)
      : refuse(422, `The tree of ${checkpoint.size} is not proven to continue the tree of ${seenSize} that was seen`);
  }
  return { ok: true, checkpoint, text };
}
