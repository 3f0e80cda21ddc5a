import { type Policy } from '@proofdesk/ledger';
import { checkpointRequest } from '../log/checkpoint-request.js';
import { addCosignature } from '../log/cosignatures.js';
import { type Sql } from '../log/sql.js';
import { type SealLog } from '../seal-log.js';
import { type WitnessAnswer, type WitnessMail } from './witness-mail.js';

/** After so many milliseconds without a new answer the request is sent again: the witness may have been away. */
const PATIENCE_MS = 10_000;

/** The sealer's side of the mail with the witness beside it: asks for a cosignature of the newest checkpoint, files what comes. */
export class WitnessExchange {
  #since = 0;
  #asked: { since: number; size: number; at: number } | undefined;
  #filed: string | undefined;

  constructor(
    private readonly sql: Sql,
    private readonly mail: WitnessMail,
    private readonly log: SealLog,
  ) {}

  /** One look at the mail. @param size of the newest checkpoint */
  async exchange(size: number, policy: Pick<Policy, 'witnesses'>, now = Date.now()): Promise<void> {
    const answer = this.mail.readAnswer();
    if (answer !== undefined && JSON.stringify(answer) !== this.#filed) await this.#file(answer, policy);
    const asked = this.#asked;
    const isNew = asked === undefined || asked.since !== this.#since || now - asked.at > PATIENCE_MS;
    if (size <= this.#since || !isNew) return;
    const request = await checkpointRequest(this.sql, this.#since);
    if (!request.ok) return;
    this.mail.sendRequest(request.value.text);
    this.#asked = { since: this.#since, size: request.value.size, at: now };
  }

  async #file(answer: WitnessAnswer, policy: Pick<Policy, 'witnesses'>): Promise<void> {
    if (answer.status === 200) {
      const added = await addCosignature(this.sql, answer.body, policy);
      if (!added.ok) {
        // Most likely the policy does not name the new witness yet; the answer stays, and is looked at again.
        this.log('warn', 'witness.answer_unusable', { code: added.refusal.code });
        return;
      }
      this.log('debug', 'witness.cosigned', { size: added.value.size });
    } else if (answer.status !== 409 || (this.#asked !== undefined && answer.seen > this.#asked.size)) {
      this.log('error', 'witness.refused', { status: answer.status, seen: answer.seen, why: answer.body.trim() });
    }
    this.#filed = JSON.stringify(answer);
    this.#since = answer.seen;
  }
}
