import { type Actor } from './actor.js';
import { type Desk } from './desk.js';
import { type Outcome } from './refusal.js';

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

/**
 * Runs `decide` in one transaction with the row that remembers its answer. `decide` gets a desk bound to that
 * transaction: pass it on to the use case, render the outcome (also a refusal) and return the answer.
 * Refusals: request.idempotency_key_reused, request.busy (a twin is at work).
 */
export async function decideOnce(
  _desk: Desk,
  _actor: Actor,
  _request: DecisionRequest,
  _decide: (desk: Desk) => Promise<Answer>,
): Promise<Outcome<Answer & { readonly replayed: boolean }>> {
  throw new Error('not written yet');
}
