/** What a piece is known by in the set: its identity and the hash of what was captured. */
export interface EvidenceMember {
  readonly id: string;
  /** Lower-case hex SHA-256 of the piece. */
  readonly sha256: string;
}

/**
 * The bytes whose SHA-256 names an evidence set: one line `<id> <sha256>` a piece, sorted, each ended by a line feed.
 * The order in which pieces were attached makes no difference; the empty set has no bytes.
 */
export function evidenceSetBytes(members: readonly EvidenceMember[]): Uint8Array {
  const lines = members.map((member) => `${member.id} ${member.sha256}\n`).sort();
  return new TextEncoder().encode(lines.join(''));
}

/**
 * What of a piece is hashed until the page itself is archived: the fields that say what it is, behind 32 random bytes of the piece's
 * own. The hash stands in the ledger for ever: without its salt, which goes when a text of the piece is erased, no short text
 * could be found by trying. Pieces of before there were salts have none and are hashed without.
 */
export function evidencePieceBytes(piece: {
  /** 64 hex digits. */
  readonly salt: string | null;
  readonly url: string | null;
  readonly title: string;
  readonly quote: string;
  readonly note: string;
  readonly stance: string;
  readonly origin: string;
  readonly isPrimary: boolean;
}): Uint8Array {
  const { salt, url, title, quote, note, stance, origin, isPrimary } = piece;
  const head = salt === null ? ['evidence/1'] : ['evidence/2', salt];
  return new TextEncoder().encode(JSON.stringify([...head, url, title, quote, note, stance, origin, isPrimary]));
}
