import { type JsonValue } from '../encoding/canonical-json.js';
import { type EventType } from './event-type.js';

/** Who did it. Ids are pseudonyms; names and addresses never stand in an entry. */
export type Actor =
  | {
      readonly kind: 'person';
      /** The account that acted. */
      readonly id: string;
      /** The human being behind it, who counts once whatever the account. */
      readonly person: string;
      /** The role under which the action was allowed. */
      readonly role: string;
      /** First 16 hexadecimal digits of the SHA-256 of the session's id. */
      readonly session?: string;
      readonly stepup?: boolean;
    }
  | { readonly kind: 'service'; readonly id: string; readonly role: 'service' }
  /** A part of the system acting by itself: `api`, `worker`, `sealer`. */
  | { readonly kind: 'system'; readonly id: string };

/** What it was done to: ids and hashes only. */
export interface Subject {
  readonly article?: string;
  readonly revision?: string;
  readonly articleSha256?: string;
  readonly assertion?: string;
  /** SHA-256 of the assertion's exact words. */
  readonly wordsSha256?: string;
  readonly claim?: string;
  readonly task?: string;
  readonly verdict?: string;
  /** Version of the verdict, from 1. */
  readonly version?: number;
  readonly evidence?: string;
  readonly account?: string;
  readonly person?: string;
}

export interface EvidenceRef {
  readonly id: string;
  readonly sha256: string;
  readonly fetched?: string;
}

/** Another entry, by place and hash. */
export interface EntryRef {
  readonly stream: string;
  readonly seq: number;
  readonly leaf: string;
}

/** Whole numbers, truth values and tokens (no spaces): prose and personal data do not fit here and go into `commits`. */
export type EntryData = { readonly [key: string]: JsonValue };

/** One record of the ledger, format proofdesk.ledger/1 (docs/ledger-format.md). Absent parts are left out, never undefined. */
export interface LedgerEntry {
  readonly v: 1;
  readonly origin: string;
  readonly id: string;
  /** An assertion's id for its history; a person's id for accounts and roles; an article's, a session's, … for theirs. */
  readonly stream: string;
  /** 1, 2, 3 … within the stream. */
  readonly seq: number;
  /** Leaf hash of the entry before in the stream; 64 zeros for the first. */
  readonly prev: string;
  readonly type: EventType;
  /** The database's clock, UTC, six decimals: 2026-11-05T10:11:12.345678Z */
  readonly at: string;
  readonly actor: Actor;
  readonly subject?: Subject;
  /** The fencing token of the lease under which it was done: a decimal number as text. */
  readonly lease?: { readonly token: string };
  readonly data?: EntryData;
  /** Keyed commitments by name, e.g. { reason: "<64 hex>" }: see commitTo(). */
  readonly commits?: { readonly [name: string]: string };
  readonly evidence?: readonly EvidenceRef[];
  readonly refs?: readonly EntryRef[];
  /** SHA-256 of the rule set in force. */
  readonly policy?: string;
  /** SHA-256 of the idempotency key. */
  readonly idem?: string;
  /** Version of the software. */
  readonly sw: string;
}

/** Where a stream stands: what ledger.lock_streams answers. */
export interface StreamHead {
  readonly stream: string;
  /** 0 for a stream without entries. */
  readonly seq: number;
  /** Leaf hash of its last entry, 64 zeros for none. */
  readonly head: string;
  /** The database's time. */
  readonly at: string;
}

export type EntryDraft = Omit<LedgerEntry, 'v' | 'stream' | 'seq' | 'prev' | 'at'>;

export const NO_ENTRY = '0'.repeat(64);

/** The entry that continues a stream from where it stands. */
export function entryAfter(head: StreamHead, draft: EntryDraft): LedgerEntry {
  return { ...draft, v: 1, stream: head.stream, seq: head.seq + 1, prev: head.head, at: head.at };
}
