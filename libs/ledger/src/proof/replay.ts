import { type LedgerEntry } from '../record/entry.js';

/** An entry whose bytes, chain and place in the tree are proven. */
export interface ProvenEntry {
  readonly entry: LedgerEntry;
  /** Leaf hash in hexadecimal. */
  readonly leaf: string;
  readonly index: number;
}

/** What the rules see: the history of the subject, and by stream id all streams of the bundle (the subject's too). */
export interface ProvenHistory {
  readonly subject: readonly ProvenEntry[];
  readonly streams: ReadonlyMap<string, readonly ProvenEntry[]>;
}

/** A broken rule, and the entry that breaks it. */
export interface ReplayFault {
  readonly stream: string;
  readonly seq: number;
  readonly message: string;
}

/** Replays a history and names the first entry that should never have been accepted. Never throws on bad data. */
export type ReplayRules = (history: ProvenHistory) => ReplayFault | undefined;

/** All of several sets of rules, in order. */
export function allRules(...rules: readonly ReplayRules[]): ReplayRules {
  return (history) => {
    for (const rule of rules) {
      const fault = rule(history);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };
}
