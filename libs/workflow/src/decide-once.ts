import { createHash } from 'node:crypto';
import { personOf } from './act.js';
import { type Actor } from './actor.js';
import { decide } from './decide.js';
import { type Desk } from './desk.js';
import { done, refuse, type Outcome } from './refusal.js';

/** One decision as the client sent it: its `Idempotency-Key`, `METHOD /route`, and SHA-256 over method, path, If-Match and body. */
export interface DecisionRequest {
  readonly key: string;
  readonly route: string;
  readonly fingerprint: string;
}

/** The exact answer that is stored and sent again when the same request comes a second time. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly etag: string | null;
}

const MACHINE = '00000000-0000-4000-8000-000000000000';

/**
 * Runs `decide` in one transaction with the row that remembers its answer. `run` gets a desk bound to that
 * transaction: pass it on to the use case, render the outcome (also a refusal) and return the answer; what it throws
 * undoes everything. A twin that comes while the first is at work waits for it, then gets the same bytes.
 * Refusals: request.idempotency_key_reused, request.busy (the twin waited too long).
 */
export async function decideOnce(
  desk: Desk,
  actor: Actor,
  request: DecisionRequest,
  run: (desk: Desk) => Promise<Answer>,
): Promise<Outcome<Answer & { readonly replayed: boolean }>> {
  const stored = { actorId: personOf(actor) ?? MACHINE, route: request.route, key: request.key };
  return decide<Answer & { readonly replayed: boolean }>(desk, async (unit, inside) => {
    const known = await unit.idempotency.take(stored, request.fingerprint);
    if (known !== null) {
      if (known.fingerprint !== request.fingerprint)
        return refuse(
          'request.idempotency_key_reused',
          'This Idempotency-Key belongs to another request. Use a new one.',
        );
      if (known.status === null || known.body === null)
        return refuse('request.busy', 'The same request is being worked on.', { retryAfterSeconds: 1 });
      return done({ status: known.status, body: known.body, etag: known.etag, replayed: true });
    }
    const idempotencySha256 = createHash('sha256').update(request.key, 'utf8').digest('hex');
    const answer = await run({ ...desk, db: inside.withIdempotency(idempotencySha256) });
    await unit.idempotency.answer(stored, answer);
    return done({ ...answer, replayed: false });
  });
}
