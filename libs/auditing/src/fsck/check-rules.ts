import { decisionRules, type LedgerEntry, type ProvenEntry, type ReplayRules } from '@proofdesk/ledger';
import { type ClientBase } from 'pg';
import { readStreams } from '../bundle/read-streams.js';
import { type AuditFinding } from './audit-finding.js';

type Found = Omit<AuditFinding, 'part'>;

/** Streams of persons kept for the next batch; a desk has fewer. */
const KEPT = 2_000;

/**
 * Replays decisions by the rules that a verifier of a bundle uses: order, lease, four eyes by person, roles that held then.
 * Chains and tree do not ask for this: whoever can switch off the ledger's own checks can append what was never allowed.
 */
export class RuleCheck {
  readonly #people = new Map<string, readonly ProvenEntry[]>();

  constructor(
    private readonly client: ClientBase,
    private readonly log: number,
    private readonly rules: ReplayRules = decisionRules,
  ) {}

  /** The first entry of each history that should never have been accepted. */
  async check(histories: readonly (readonly LedgerEntry[])[]): Promise<Found[]> {
    const decided = histories.filter((entries) => entries.some(({ type }) => type.startsWith('verdict.')));
    await this.#meet(
      decided.flatMap((entries) => entries.flatMap(({ refs }) => (refs ?? []).map(({ stream }) => stream))),
    );
    return decided.flatMap((entries) => {
      const subject = entries.map(proven);
      const streams = new Map([...this.#people, [entries[0]?.stream ?? '', subject]]);
      const fault = this.rules({ subject, streams });
      return fault === undefined ? [] : [{ code: 'RULE_BROKEN', ...fault }];
    });
  }

  async #meet(people: readonly string[]): Promise<void> {
    const unknown = [...new Set(people)].filter((person) => !this.#people.has(person));
    if (unknown.length === 0) return;
    if (this.#people.size + unknown.length > KEPT) this.#people.clear();
    const wanted = [...new Set(people)].filter((person) => !this.#people.has(person));
    const read = await readStreams(this.client, this.log, wanted);
    for (const person of wanted)
      this.#people.set(
        person,
        (read.get(person) ?? []).map(({ entry }) => proven(entry)),
      );
  }
}

/** Hashes and places are the business of other checks; the rules look at neither. */
const proven = (entry: LedgerEntry): ProvenEntry => ({ entry, leaf: '', index: 0 });
