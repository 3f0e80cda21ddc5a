import { z } from 'zod';

/** The closed list of refusals. Each is a stable code; the HTTP status of each stands in the api's one filter. */
export const refusalCodes = [
  // shape of the request
  'request.invalid',
  'request.too_large',
  'request.unsupported_media_type',
  'request.idempotency_key_missing',
  'request.idempotency_key_reused',
  'request.if_match_missing',
  'request.stale',
  'request.busy',
  // who is asking
  'session.required',
  'session.refused',
  'session.throttled',
  'request.cross_site',
  'permission.denied',
  'not_found',
  // articles
  'article.empty',
  'article.binary',
  'article.too_large',
  'article.not_utf8',
  'article.no_readable_text',
  'extraction.not_failed',
  // review tasks
  'task.none_available',
  'task.wrong_state',
  'task.not_holder',
  'task.lease_lost',
  'task.leased_by_other',
  'task.own_article',
  'task.not_leasable_again',
  // evidence and verdicts
  'evidence.incomplete',
  'evidence.not_independent',
  'evidence.not_found',
  'verdict.rating_unknown',
  'verdict.rationale_missing',
  'verdict.stale',
  'approval.own_verdict',
  'approval.own_article',
  'approval.same_person',
  'approval.already_given',
  'approval.missing',
  'publish.gate_closed',
  // people
  'person.login_taken',
  'person.weak_password',
  'person.last_admin',
  'role.already_granted',
  'role.not_granted',
  // the ledger
  'proof.not_sealed',
  'proof.too_large',
  // service
  'service.unavailable',
  'internal',
] as const;

export const refusalCodeSchema = z.enum(refusalCodes).meta({ id: 'RefusalCode' });

/** RFC 9457 problem details. `detail` says what, where and how to mend it; `errors` point into the request (RFC 6901). */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: refusalCodeSchema,
    instance: z.string().optional(),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
    reasons: z.array(z.string()).optional(),
  })
  .meta({ id: 'Problem' });

export type RefusalCode = z.infer<typeof refusalCodeSchema>;
export type Problem = z.infer<typeof problemSchema>;
