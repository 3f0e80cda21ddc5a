import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type ReviewTask } from '@proofdesk/contract';
import { type Answer, type Desk, type Outcome, type PersonActor, decideOnce } from '@proofdesk/workflow';
import canonicalize from 'canonicalize';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { problemTable } from './http/problem-table.js';
import { Refused, problemOf, unwrap } from './http/problem.js';
import { actorOf } from './http/request.js';
import { quoted } from './http/send-task.js';
import { RECEIPT_HEADER, Receipts } from './receipts.js';
import { DESK } from './tokens.js';

/** What a good outcome looks like on the wire. */
export interface Presented {
  readonly status: number;
  readonly body: unknown;
  readonly etag?: string;
}

/** Answers that say nothing lasting about the request: sent, never stored. */
const passing = new Set(['request.busy', 'service.unavailable', 'internal', 'session.throttled']);

/** Runs decisions so that the same request sent twice decides once and is answered in the same bytes. */
@Injectable()
export class Decider {
  constructor(
    @Inject(DESK) private readonly desk: Desk,
    @Inject(Receipts) private readonly receipts: Receipts,
  ) {}

  /** One decision on a review task: needs `Idempotency-Key`, hands on `If-Match`, answers the fresh task with its ETag. */
  async onTask(
    request: FastifyRequest,
    reply: FastifyReply,
    decide: (desk: Desk, actor: PersonActor, ifMatch: { ifMatch?: string }) => Promise<Outcome<ReviewTask>>,
  ): Promise<void> {
    const ifMatch = request.headers['if-match'];
    const key = keyOf(request);
    if (key === null) {
      throw new Refused({
        code: 'request.idempotency_key_missing',
        detail: 'Send a fresh UUID as Idempotency-Key, and the same one again when you repeat the request.',
      });
    }
    const matching = ifMatch === undefined ? {} : { ifMatch };
    await this.once(request, reply, key, (desk, actor) => decide(desk, actor, matching), presentTask);
  }

  /** Like `onTask` for other things; without a key the request simply runs. */
  async maybeOnce<T>(
    request: FastifyRequest,
    reply: FastifyReply,
    decide: (desk: Desk, actor: PersonActor) => Promise<Outcome<T>>,
    present: (value: T) => Presented,
  ): Promise<void> {
    const key = keyOf(request);
    if (key !== null) return this.once(request, reply, key, decide, present);
    send(reply, render(present(unwrap(await decide(this.desk, actorOf(request))))));
  }

  private async once<T>(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    decide: (desk: Desk, actor: PersonActor) => Promise<Outcome<T>>,
    present: (value: T) => Presented,
  ): Promise<void> {
    const actor = actorOf(request);
    const route = `${request.method} ${request.routeOptions.url ?? ''}`;
    const answer = await decideOnce(
      this.desk,
      actor,
      { key, route, fingerprint: fingerprintOf(request) },
      async (desk) => {
        const outcome = await decide(desk, actor);
        if (outcome.ok) return render(present(outcome.value));
        const refused = new Refused(outcome.refusal);
        if (passing.has(outcome.refusal.code)) throw refused;
        const { status } = problemTable[outcome.refusal.code];
        return { status, body: JSON.stringify(problemOf(refused, request.id)), etag: null };
      },
    );
    const { replayed, ...rest } = unwrap(answer);
    if (replayed) reply.header('idempotency-replayed', 'true');
    const receipt = await this.receipts.forDecision(request, rest);
    if (receipt !== null) reply.header(RECEIPT_HEADER, receipt);
    send(reply, rest);
  }
}

const presentTask = (task: ReviewTask): Presented => ({ status: 200, body: task, etag: task.etag });

const render = ({ status, body, etag }: Presented): Answer => ({
  status,
  body: JSON.stringify(body),
  etag: etag === undefined ? null : quoted(etag),
});

function send(reply: FastifyReply, { status, body, etag }: Answer): void {
  if (etag !== null) reply.header('etag', etag);
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  reply.status(status).header('content-type', `${type}; charset=utf-8`).send(body);
}

/** A UUID or 16 to 64 characters that need no escaping in an address. @throws Refused */
function keyOf(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return null;
  if (typeof header === 'string' && /^[\w-]{16,64}$/.test(header)) return header;
  throw new Refused({
    code: 'request.invalid',
    detail: 'Idempotency-Key must be a UUID or 16 to 64 characters of A-Z a-z 0-9 _ -.',
  });
}

/** SHA-256 over method, address, If-Match and body; a JSON body in its canonical form (RFC 8785), others as they came. */
function fingerprintOf(request: FastifyRequest): string {
  const body = Buffer.isBuffer(request.body) ? request.body : (canonicalize(request.body ?? null) ?? '');
  const head = JSON.stringify([request.method, request.url, request.headers['if-match'] ?? null]);
  return createHash('sha256').update(head).update('\n').update(body).digest('hex');
}
