import { fromBase64, toBase64 } from '../encoding/bytes.js';
import { ORIGIN } from '../encoding/shape.js';
import { HASH_BYTES } from '../tree/node-hash.js';
import { isTreeSize } from '../tree/subtrees.js';
import { type NoteKey } from './note-key.js';
import { type SignEd25519, signNote } from './signed-note.js';

/** A log's statement: under this origin, the tree of this size has this root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** The text that is signed (c2sp.org/tlog-checkpoint), without extension lines. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  if (!ORIGIN.test(origin) || !isTreeSize(size) || root.length !== HASH_BYTES) throw new TypeError('Not a checkpoint');
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads a checkpoint's text; undefined where it is not exactly three lines of the right form. Our logs use no extension lines. */
export function parseCheckpointText(text: string): Checkpoint | undefined {
  const [, origin = '', digits = '', encoded = ''] =
    /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/=]{44})\n$/.exec(text) ?? [];
  const root = fromBase64(encoded);
  const size = Number(digits);
  return ORIGIN.test(origin) && isTreeSize(size) && root?.length === HASH_BYTES ? { origin, size, root } : undefined;
}

/** The signed note of a checkpoint. The key's name is the origin. */
export function signCheckpoint(checkpoint: Checkpoint, key: NoteKey, sign: SignEd25519): string {
  if (key.name !== checkpoint.origin) throw new TypeError('A log signs under its origin');
  return signNote(checkpointText(checkpoint), key, sign);
}
